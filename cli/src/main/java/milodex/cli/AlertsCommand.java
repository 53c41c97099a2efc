package milodex.cli;

import java.util.List;

/// What went wrong and waits for the operator.
final class AlertsCommand implements Parent {

  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public Usage usage() {
    return Usage.of("List what went wrong and waits for you to look at it, and acknowledge it.");
  }

  @Override
  public List<Command> commands() {
    return List.of(new AlertsListCommand(), new AlertsAckCommand());
  }
}

package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// What went wrong and waits for the operator.
@Command(
    name = "alerts",
    description = "List what went wrong and waits for you to look at it, and acknowledge it.")
final class AlertsCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(AlertsListCommand.class, AlertsAckCommand.class);
  }
}

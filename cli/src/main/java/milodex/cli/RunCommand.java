package milodex.cli;

import java.util.List;

/// What is done day by day.
final class RunCommand implements Parent {

  @Override
  public String name() {
    return "run";
  }

  @Override
  public Usage usage() {
    return Usage.of("Do the daily routine, one session at a time.");
  }

  @Override
  public List<Command> commands() {
    return List.of(new RunDailyCommand());
  }
}

package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// What is done day by day.
@Command(name = "run", description = "Do the daily routine, one session at a time.")
final class RunCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(RunDailyCommand.class);
  }
}

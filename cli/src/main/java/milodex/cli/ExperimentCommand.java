package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// Hypotheses: put down first, tried after, and kept whatever comes of them.
@Command(
    name = "experiment",
    description = {
      "Put down a hypothesis before it is tried, and what was learnt of it.",
      "The first one seals the newest 252 stored sessions: no backtest is handed a bar of them."
          + " At most five may be open at once."
    })
final class ExperimentCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        ExperimentCreateCommand.class,
        ExperimentListCommand.class,
        ExperimentShowCommand.class,
        ExperimentUpdateCommand.class);
  }
}

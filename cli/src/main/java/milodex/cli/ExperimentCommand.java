package milodex.cli;

import java.util.List;

/// Hypotheses: put down first, tried after, and kept whatever comes of them.
final class ExperimentCommand implements Parent {

  @Override
  public String name() {
    return "experiment";
  }

  @Override
  public Usage usage() {
    return Usage.of(
        "Put down a hypothesis before it is tried, and what was learnt of it.",
        "The first one seals the newest 252 stored sessions: no backtest is handed a bar of them."
            + " At most five may be open at once.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new ExperimentCreateCommand(),
        new ExperimentListCommand(),
        new ExperimentShowCommand(),
        new ExperimentUpdateCommand());
  }
}

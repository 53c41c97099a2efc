package milodex.cli;

import picocli.CommandLine.Command;

/// Hypotheses: put down first, tried after, and kept whatever comes of them.
@Command(
    name = "experiment",
    description = {
      "Put down a hypothesis before it is tried, and what was learnt of it.",
      "The first one seals the newest 252 stored sessions: no backtest is handed a bar of them."
          + " At most five may be open at once."
    },
    subcommands = {
      ExperimentCreateCommand.class,
      ExperimentListCommand.class,
      ExperimentShowCommand.class,
      ExperimentUpdateCommand.class
    })
final class ExperimentCommand {}

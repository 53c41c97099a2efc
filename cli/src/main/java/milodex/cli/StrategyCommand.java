package milodex.cli;

import picocli.CommandLine.Command;

/// The strategies of the workspace and the templates they are made of.
@Command(
    name = "strategy",
    description =
        "List strategies and templates, show what one does; run, rehearse, match or pause one.",
    subcommands = {
      StrategyListCommand.class,
      StrategyShowCommand.class,
      StrategyTemplatesCommand.class,
      StrategyRunCommand.class,
      StrategyMatchCommand.class,
      StrategyPauseCommand.class,
      StrategyUnpauseCommand.class
    })
final class StrategyCommand {}

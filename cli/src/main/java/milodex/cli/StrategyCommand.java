package milodex.cli;

import picocli.CommandLine.Command;

/// The strategies of the workspace and the templates they are made of.
@Command(
    name = "strategy",
    description =
        "List strategies and templates, show what one does, rehearse it, match a null to a run.",
    subcommands = {
      StrategyListCommand.class,
      StrategyShowCommand.class,
      StrategyTemplatesCommand.class,
      StrategyRunCommand.class,
      StrategyMatchCommand.class
    })
final class StrategyCommand {}

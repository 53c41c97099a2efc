package milodex.cli;

import picocli.CommandLine.Command;

/// The strategies of the workspace and the templates they are made of.
@Command(
    name = "strategy",
    description = "List strategies and templates, and show what one of them does.",
    subcommands = {
      StrategyListCommand.class,
      StrategyShowCommand.class,
      StrategyTemplatesCommand.class
    })
final class StrategyCommand {}

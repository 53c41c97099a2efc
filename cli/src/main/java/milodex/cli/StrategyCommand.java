package milodex.cli;

import picocli.CommandLine.Command;

/// The strategies of the workspace and the templates they are made of.
@Command(
    name = "strategy",
    description = "Make the null strategy that a run has to beat.",
    subcommands = {StrategyMatchCommand.class})
final class StrategyCommand {}

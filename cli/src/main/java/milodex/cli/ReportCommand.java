package milodex.cli;

import picocli.CommandLine.Command;

/// Says what is known, or writes it as pages for people.
@Command(
    name = "report",
    description = "Say what is known of a strategy, or write a run as a page to keep or send.",
    subcommands = {ReportStrategyCommand.class, ReportHtmlCommand.class})
final class ReportCommand {}

package milodex.cli;

import picocli.CommandLine.Command;

/// Writes what is known as pages for people.
@Command(
    name = "report",
    description = "Write a run as a page to read, keep or send.",
    subcommands = ReportHtmlCommand.class)
final class ReportCommand {}

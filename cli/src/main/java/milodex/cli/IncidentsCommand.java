package milodex.cli;

import picocli.CommandLine.Command;

/// The trips of the kill switch.
@Command(
    name = "incidents",
    description = "List every trip of the kill switch, and tell the story of one.",
    subcommands = {IncidentsListCommand.class, IncidentsShowCommand.class})
final class IncidentsCommand {}

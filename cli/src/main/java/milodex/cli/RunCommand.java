package milodex.cli;

import picocli.CommandLine.Command;

/// What is done day by day.
@Command(
    name = "run",
    description = "Do the daily routine, one session at a time.",
    subcommands = RunDailyCommand.class)
final class RunCommand {}

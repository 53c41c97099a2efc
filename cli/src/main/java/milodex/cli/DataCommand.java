package milodex.cli;

import picocli.CommandLine.Command;

/// The bars and corporate actions of the workspace.
@Command(
    name = "data",
    description = "Import bars, look at them, and check them.",
    subcommands = {
      DataImportCommand.class,
      DataBarsCommand.class,
      DataStatusCommand.class,
      DataVerifyCommand.class
    })
final class DataCommand {}

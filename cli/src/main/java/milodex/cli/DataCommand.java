package milodex.cli;

import picocli.CommandLine.Command;

/// The bars and corporate actions of the workspace.
@Command(
    name = "data",
    description = "Fetch, import and export bars, look at them, and check them.",
    subcommands = {
      DataFetchCommand.class,
      DataFetchUniverseCommand.class,
      DataImportCommand.class,
      DataBarsCommand.class,
      DataStatusCommand.class,
      DataVerifyCommand.class,
      DataExportCommand.class
    })
final class DataCommand {}

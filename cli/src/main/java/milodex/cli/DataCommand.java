package milodex.cli;

import java.util.List;

/// The bars and corporate actions of the workspace.
final class DataCommand implements Parent {

  @Override
  public String name() {
    return "data";
  }

  @Override
  public Usage usage() {
    return Usage.of("Fetch, import and export bars, look at them, and check them.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new DataFetchCommand(),
        new DataFetchUniverseCommand(),
        new DataImportCommand(),
        new DataBarsCommand(),
        new DataStatusCommand(),
        new DataVerifyCommand(),
        new DataExportCommand());
  }
}

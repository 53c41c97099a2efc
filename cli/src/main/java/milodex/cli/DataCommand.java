package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// The bars and corporate actions of the workspace.
@Command(
    name = "data",
    description = "Fetch, import and export bars, look at them, and check them.")
final class DataCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        DataFetchCommand.class,
        DataFetchUniverseCommand.class,
        DataImportCommand.class,
        DataBarsCommand.class,
        DataStatusCommand.class,
        DataVerifyCommand.class,
        DataExportCommand.class);
  }
}

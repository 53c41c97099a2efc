package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// The strategies of the workspace and the templates they are made of.
@Command(
    name = "strategy",
    description =
        "List strategies and templates, show what one does and how it stands; run, rehearse, match or"
            + " pause one.")
final class StrategyCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        StrategyListCommand.class,
        StrategyShowCommand.class,
        StrategyTemplatesCommand.class,
        StrategyRunCommand.class,
        StrategyStatusCommand.class,
        StrategyMatchCommand.class,
        StrategyPauseCommand.class,
        StrategyUnpauseCommand.class);
  }
}

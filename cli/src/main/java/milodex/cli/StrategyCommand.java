package milodex.cli;

import java.util.List;

/// The strategies of the workspace and the templates they are made of.
final class StrategyCommand implements Parent {

  @Override
  public String name() {
    return "strategy";
  }

  @Override
  public Usage usage() {
    return Usage.of(
        "List strategies and templates, show what one does and how it stands; run, rehearse, match or"
            + " pause one.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new StrategyListCommand(),
        new StrategyShowCommand(),
        new StrategyTemplatesCommand(),
        new StrategyRunCommand(),
        new StrategyStatusCommand(),
        new StrategyMatchCommand(),
        new StrategyPauseCommand(),
        new StrategyUnpauseCommand());
  }
}

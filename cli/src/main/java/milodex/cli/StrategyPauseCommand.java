package milodex.cli;

import java.io.IOException;
import milodex.strategy.StrategyId;

/// Stops the entries of one strategy.
final class StrategyPauseCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");
  private String reason = "";
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "pause";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Stop the entries of a strategy; its exits go on. It stays so until it is unpaused.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it)
        .required("--reason", "TEXT", String.class, "Why; it is kept.", it -> reason = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return Pausing.pause(which.of(invocation), id, reason);
  }
}

package milodex.cli;

import java.io.IOException;
import milodex.strategy.StrategyId;

/// Lets a paused strategy enter again.
final class StrategyUnpauseCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");
  private String reason = "";
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "unpause";
  }

  @Override
  public Usage usage() {
    return Usage.of("Let a paused strategy enter again; a halt stands as it stood.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it)
        .required("--reason", "TEXT", String.class, "Why; it is kept.", it -> reason = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return Pausing.unpause(which.of(invocation), id, reason);
  }
}

package milodex.cli;

import java.io.IOException;
import milodex.strategy.StrategyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lets a paused strategy enter again.
@Command(
    name = "unpause",
    description = "Let a paused strategy enter again; a halt stands as it stood.")
final class StrategyUnpauseCommand implements Action {

  @Parameters(paramLabel = "ID", description = "The strategy.")
  private StrategyId id = StrategyId.parse("a.b.c.d.v1");

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is kept.")
  private String reason = "";

  @Mixin private final WhichAccount which = new WhichAccount();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    return Pausing.unpause(which.of(invocation), id, reason);
  }
}

package milodex.cli;

import java.io.IOException;
import milodex.strategy.StrategyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Stops the entries of one strategy.
@Command(
    name = "pause",
    description =
        "Stop the entries of a strategy; its exits go on. It stays so until it is unpaused.")
final class StrategyPauseCommand implements Action {

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
    return Pausing.pause(which.of(invocation), id, reason);
  }
}

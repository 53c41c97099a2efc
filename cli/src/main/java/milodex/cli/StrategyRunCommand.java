package milodex.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Runs frozen strategies; until a live market can be had, over recorded sessions.
@Command(
    name = "run",
    description = {
      "Rehearse frozen strategies: the whole paper path over recorded sessions.",
      "The runner, the desk, the risk gate and a ledger on disk work as in paper trading; the"
          + " brokerage is SIMULATED and the clock steps from moment to moment, or waits for each"
          + " with --speed N. Ctrl-C asks how to stop. Killed anywhere, the same command goes on. At"
          + " the end every fact is compared with a backtest of the same sessions. It tests the"
          + " machinery and is no evidence of skill."
    })
final class StrategyRunCommand implements Action {

  @Mixin private final RehearsalOptions options = new RehearsalOptions();

  @Override
  public Reply run(Invocation invocation) throws Exception {
    RehearsalOptions.Asked asked = options.read(invocation);
    Rehearsed rehearsed = Rehearsing.of(invocation, asked, false);
    Reply reply =
        switch (rehearsed) {
          case Rehearsed.Whole whole -> RehearsalReport.of(whole.rehearsing());
          case Rehearsed.Left left -> LeftReport.of(invocation, asked.wiring(), left);
        };
    return rehearsed.warnIn(asked.strategiesIn(reply), asked.folder(invocation).name());
  }
}

package milodex.cli;

import milodex.analytics.BenchmarkComparison;
import milodex.analytics.EquityCurve;
import milodex.backtest.Benchmark;
import milodex.backtest.Runs;
import milodex.backtest.Vintage;
import milodex.ledger.Ledger;
import milodex.market.Symbol;

/// The numbers of one run, as `backtest` printed them.
final class AnalyticsMetricsCommand implements Action {

  private static final Symbol SPY = Symbol.of("SPY");

  private String id = "";
  private boolean compareSpy;

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public Usage usage() {
    return Usage.of("Show the numbers of a run.")
        .word("RUN", String.class, "The run, or the first digits of its id.", it -> id = it)
        .flag(
            "--compare-spy",
            "Compare it with SPY as stored now, whatever it was compared with.",
            () -> compareSpy = true);
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      Runs.Run run = RunFinder.find(runs, id);
      Reply reply =
          RunReport.of(
              runs,
              run,
              RunNumbers.of(run).shown().filter(_ -> compareSpy).map(_ -> besideSpy(run, wiring)));
      return Staleness.of(run, new Vintage(wiring.bars()))
          .tell(Stages.tell(reply, ledger, run.strategy(), invocation));
    }
  }

  private static BenchmarkComparison besideSpy(Runs.Run run, Wiring wiring) {
    EquityCurve curve = RunRecord.of(run, wiring.artifacts()).curve();
    return Benchmark.read(wiring.bars(), SPY, curve).compare(curve);
  }
}

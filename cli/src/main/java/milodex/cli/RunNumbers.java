package milodex.cli;

import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.market.Symbol;
import milodex.statistics.Figure;

/// Which numbers of a run may be shown; decided here and nowhere else.
///
/// @param shown empty if it has none to show
record RunNumbers(Runs.Run run, Optional<RunSummary> shown) {

  static RunNumbers of(Runs.Run run) {
    return new RunNumbers(run, run.summary().filter(summary -> !summary.isInvalid()));
  }

  /// All numbers of a run; throws [Failure] if it has none to show.
  static RunSummary summary(Runs.Run run) {
    requireShown(run);
    return RunSummary.parse(RunFinder.completed(run).summary());
  }

  /// Throws [Failure] if a run did not finish, or is invalid.
  static void requireShown(Runs.Run run) {
    ProofBlocks.failure(run, RunSummary.parse(RunFinder.completed(run).summary()))
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  /// What the run was compared with, if anything.
  static Optional<Symbol> benchmark(Runs.Run run) {
    return summary(run).find("benchmark", "symbol").map(one -> Symbol.of(one.tree().toString()));
  }

  /// One metric; undefined, with the reason, if it may not be shown.
  Figure metric(String name) {
    return shown.map(numbers -> numbers.figure("metrics", name)).orElse(Figure.undefined(why()));
  }

  /// The 95 % interval of its Sharpe ratio; undefined, with the reason, if it may not be shown.
  SharpeRange range() {
    return SharpeRange.of(shown, why());
  }

  private String why() {
    return run.completed().isPresent() ? "a proof of the run failed" : "the run did not finish";
  }

  /// Which kind of result it is: `OOS`, `in sample`, `cell`, `INVALID`, `failed` or `unfinished`.
  String kind() {
    return shown.map(RunNumbers::with).orElseGet(this::without);
  }

  private static String with(RunSummary numbers) {
    if (numbers.notProved().isPresent()) {
      return "cell";
    }
    return numbers.flag("walk_forward") ? "OOS" : "in sample";
  }

  private String without() {
    if (run.completed().isPresent()) {
      return "INVALID";
    }
    return run.outcome().isPresent() ? "failed" : "unfinished";
  }
}

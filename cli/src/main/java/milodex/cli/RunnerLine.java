package milodex.cli;

import milodex.ledger.RunnerFact;

/// A fact of a runner as one sentence.
final class RunnerLine {

  private RunnerLine() {}

  static String of(RunnerFact fact) {
    return switch (fact) {
      case RunnerFact.MomentPassed f -> "Everything due was done: " + f.moment() + ".";
      case RunnerFact.BooksDiffered f ->
          "Books and broker differ on %s: %s."
              .formatted(f.session(), String.join("; ", f.differences()));
      case RunnerFact.RehearsalCompleted f ->
          "Rehearsed %s from %s to %s: %d closed trades; %s."
              .formatted(strategies(f), f.from(), f.to(), f.trades(), parity(f));
    };
  }

  /// What comparing a rehearsal with a backtest found, in a few words.
  static String parity(RunnerFact.RehearsalCompleted f) {
    return f.difference()
        .map(first -> "it is NOT what a backtest does: " + first)
        .orElseGet(() -> "all %d facts equal those of a backtest".formatted(f.compared()));
  }

  private static String strategies(RunnerFact.RehearsalCompleted f) {
    return f.manifests().size() == 1
        ? f.manifests().firstKey().toString()
        : f.manifests().size() + " strategies";
  }
}

package milodex.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import milodex.ledger.RunnerFact;

/// A fact of a runner as one sentence.
final class RunnerLine {

  private RunnerLine() {}

  static String of(RunnerFact fact) {
    return switch (fact) {
      case RunnerFact.RunnerStarted f -> started(f);
      case RunnerFact.MomentPassed f ->
          "Everything due was done: %s%s."
              .formatted(f.moment(), f.lateSeconds() == 0 ? "" : late(f.lateSeconds()));
      case RunnerFact.MomentMissed f -> "Missed: %s; %s.".formatted(f.moment(), f.says());
      case RunnerFact.BooksDiffered f ->
          "Books and broker differ on %s: %s."
              .formatted(f.session(), String.join("; ", f.differences()));
      case RunnerFact.ClockJumped f ->
          "CLOCK JUMPED: %s; books and broker are compared again.".formatted(f.says());
      case RunnerFact.RunnerStopped f -> "The runner was stopped: %s.".formatted(f.says());
      case RunnerFact.RehearsalCompleted f ->
          "Rehearsed %s from %s to %s: %d closed trades; %s."
              .formatted(strategies(f), f.from(), f.to(), f.trades(), parity(f));
    };
  }

  /// What comparing a rehearsal with a backtest found, in a few words.
  static String parity(RunnerFact.RehearsalCompleted f) {
    return f.difference()
        .map(first -> "it is NOT what a backtest does: " + first)
        .orElseGet(
            () ->
                f.byHand()
                    .map(orders -> upTo(f.compared(), orders))
                    .orElse("all %d facts equal those of a backtest".formatted(f.compared())));
  }

  private static String upTo(int compared, int orders) {
    return "the first %d facts equal those of a backtest; %s by hand, from the first of which comparing ends"
        .formatted(compared, FactLine.counted(orders, "order", "orders"));
  }

  private static String started(RunnerFact.RunnerStarted f) {
    return f.failed()
        .map(step -> "A start failed at %s: %s".formatted(step.name(), step.found()))
        .orElseGet(
            () ->
                "Started %s on %s: %s."
                    .formatted(
                        FactLine.counted(f.strategies().size(), "strategy", "strategies"),
                        f.account().map(RunnerLine::brief).orElse("no account"),
                        f.steps().stream()
                            .map(step -> step.name() + " " + step.outcome().word())
                            .collect(Collectors.joining(", "))));
  }

  private static String brief(String account) {
    return account.substring(0, Math.min(12, account.length()));
  }

  private static String late(long seconds) {
    return ", "
        + Duration.ofSeconds(seconds).toString().substring(2).toLowerCase(Locale.ROOT)
        + " late";
  }

  private static String strategies(RunnerFact.RehearsalCompleted f) {
    return f.manifests().size() == 1
        ? f.manifests().firstKey().toString()
        : f.manifests().size() + " strategies";
  }
}

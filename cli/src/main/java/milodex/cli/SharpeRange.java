package milodex.cli;

import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.statistics.Figure;

/// The 95 % interval of a run's annual Sharpe ratio, where only its two ends are asked for.
record SharpeRange(Figure low, Figure high) {

  /// That of a run whose numbers may be shown.
  static SharpeRange of(RunSummary summary) {
    return of(Optional.of(summary), "");
  }

  /// @param shown empty if the run has no numbers to show
  /// @param why it has none
  static SharpeRange of(Optional<RunSummary> shown, String why) {
    return shown
        .map(
            summary ->
                summary
                    .find("evidence")
                    .map(
                        evidence ->
                            new SharpeRange(evidence.figure("low"), evidence.figure("high")))
                    .orElseGet(
                        () -> none("the run was made before the error of a Sharpe ratio was kept")))
        .orElseGet(() -> none(why));
  }

  /// `0.11 to 1.19`, or `undefined`.
  String text() {
    return switch (low) {
      case Figure.Known known -> Figures.plain(known) + " to " + Figures.plain(high);
      case Figure.Undefined none -> Figures.plain(none);
    };
  }

  private static SharpeRange none(String why) {
    return new SharpeRange(Figure.undefined(why), Figure.undefined(why));
  }
}

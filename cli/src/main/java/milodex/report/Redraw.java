package milodex.report;

import milodex.analytics.EquityCurve;
import milodex.analytics.ResampledEquity;
import milodex.statistics.BlockLength;
import milodex.statistics.Figure;

/// The equity of a run drawn again from its own returns, or why it cannot be.
sealed interface Redraw {

  /// Resamples of a page: enough for a twentieth at either end.
  int COUNT = 1_000;

  /// Always the same, so that the same run gives the same page.
  long SEED = 1;

  /// It was drawn again.
  ///
  /// @param meanBlock in sessions
  record Drawn(double meanBlock, ResampledEquity equity) implements Redraw {

    /// How, in one sentence.
    String says() {
      return "%s resamples of the run's own daily returns by the stationary bootstrap, in blocks of %s sessions on average (chosen by the returns themselves), seed %d."
          .formatted(Shown.count(COUNT), Shown.bare(meanBlock, 1), SEED);
    }
  }

  /// It cannot be.
  ///
  /// @param why half a sentence
  record Missing(String why) implements Redraw {}

  static Redraw of(EquityCurve curve) {
    return switch (BlockLength.forDrawdown(curve.returns())) {
      case Figure.Known(double block) ->
          new Drawn(block, ResampledEquity.of(curve, block, COUNT, SEED));
      case Figure.Undefined(String why) -> new Missing(why);
    };
  }
}

package milodex.report;

import milodex.analytics.SharpeEvidence;
import milodex.backtest.RunSummary;
import milodex.research.Deflation;
import milodex.statistics.BestOfTrials;
import milodex.statistics.Figure;

/// The Sharpe ratio of a run beside what luck makes of as many trials; all ratios are annual.
///
/// @param evidence of the run alone
/// @param deflation over all trials of its sessions
record LuckReading(RunSummary evidence, Deflation deflation) {

  /// What a reader may take from it.
  sealed interface Verdict {

    /// Luck alone shows as much too often.
    record Inside() implements Verdict {}

    /// The deflated probability reaches 95 %, and luck alone gets there in at most 5 % of cases.
    record Beyond() implements Verdict {}

    /// It cannot be said, and why.
    record Unknown(String why) implements Verdict {}
  }

  Figure sharpe() {
    return evidence.figure("sharpe").map(SharpeEvidence::annual);
  }

  /// Lower end of the 95 % interval.
  Figure low() {
    return evidence.figure("low");
  }

  /// Upper end of it.
  Figure high() {
    return evidence.figure("high");
  }

  /// How far the ratio of one trial without skill is off zero.
  Figure deviation() {
    return deflation
        .deflated()
        .variance()
        .map(variance -> SharpeEvidence.annual(Math.sqrt(variance)));
  }

  /// The probability that the best of all trials shows as much without skill.
  Figure chance() {
    return switch (deviation()) {
      case Figure.Known(double deviation) when deviation > 0 ->
          sharpe().map(ratio -> luck(deviation).chanceOf(ratio));
      case Figure.Known _ -> Figure.undefined("the Sharpe ratios of trials do not scatter");
      case Figure.Undefined none -> none;
    };
  }

  BestOfTrials luck(double deviation) {
    return new BestOfTrials(deflation.trials(), deviation);
  }

  Verdict verdict() {
    return switch (chance()) {
      case Figure.Known(double chance) ->
          switch (deflation.deflated().probability()) {
            case Figure.Known(double probability) ->
                probability >= SharpeEvidence.CONFIDENCE && chance <= 1 - SharpeEvidence.CONFIDENCE
                    ? new Verdict.Beyond()
                    : new Verdict.Inside();
            case Figure.Undefined(String why) -> new Verdict.Unknown(why);
          };
      case Figure.Undefined(String why) -> new Verdict.Unknown(why);
    };
  }
}

package milodex.promotion;

import java.util.List;
import java.util.function.Function;
import milodex.analytics.ReturnStreams;
import milodex.statistics.BlockLength;
import milodex.statistics.Figure;
import milodex.statistics.MeanDeviations;
import milodex.statistics.Resamples;
import milodex.statistics.Scale;
import milodex.statistics.StepM;
import milodex.statistics.SuperiorAbility;

/// How likely it is that luck alone made one series of a candidate so good, after everything that
/// was tried.
///
/// The stepwise test of Romano and Wolf (2005), studentised, by a stationary bootstrap with the
/// automatic block of the candidate's own series. A trial without streams cannot be resampled and
/// adds the candidate's own p instead, so that it never helps.
///
/// @param p adjusted for every trial: `min(1, stepwise p + M · p alone)`, M the trials without
///     streams
/// @param alone the p of the candidate had nothing else been tried
/// @param block mean length of a resampled block, in sessions
public record Luck(Figure p, Figure alone, Figure block) {

  /// The luck of the returns after costs.
  public static Luck ofNet(ReturnStreams candidate, Multiplicity beside, int draws, long seed) {
    return of(candidate, beside, ReturnStreams::net, draws, seed);
  }

  /// The luck of the returns beside the universe.
  public static Luck besideUniverse(
      ReturnStreams candidate, Multiplicity beside, int draws, long seed) {
    return of(candidate, beside, ReturnStreams::beside, draws, seed);
  }

  /// The p that no trial at all has returns above zero, by the best of them: Hansen's consistent
  /// test (2005), studentised. It says nothing of which one.
  public static Figure ofBest(ReturnStreams candidate, Multiplicity beside, int draws, long seed) {
    Figure block = BlockLength.stationary(candidate.net());
    return switch (block) {
      case Figure.Undefined none -> none;
      case Figure.Known(double length) ->
          SuperiorAbility.of(
                  Resamples.stationary(candidate.sessions(), draws, length, seed),
                  columns(candidate, beside, ReturnStreams::net))
              .studentised()
              .consistent();
    };
  }

  private static Luck of(
      ReturnStreams candidate,
      Multiplicity beside,
      Function<ReturnStreams, double[]> series,
      int draws,
      long seed) {
    Figure block = BlockLength.stationary(series.apply(candidate));
    return switch (block) {
      case Figure.Undefined none -> new Luck(none, none, none);
      case Figure.Known(double length) -> {
        Resamples resamples = Resamples.stationary(candidate.sessions(), draws, length, seed);
        Figure alone = p(resamples, new double[][] {series.apply(candidate)});
        Figure stepwise =
            beside.others().isEmpty() ? alone : p(resamples, columns(candidate, beside, series));
        yield new Luck(inflated(stepwise, alone, beside.withoutStreams()), alone, block);
      }
    };
  }

  /// The adjusted p of the first column.
  private static Figure p(Resamples resamples, double[][] columns) {
    return StepM.of(MeanDeviations.of(resamples, columns), Scale.STUDENTISED).adjustedP(0);
  }

  private static Figure inflated(Figure stepwise, Figure alone, int withoutStreams) {
    return switch (alone) {
      case Figure.Undefined none -> none;
      case Figure.Known(double one) -> stepwise.map(p -> Math.min(1, p + withoutStreams * one));
    };
  }

  /// The candidate first.
  private static double[][] columns(
      ReturnStreams candidate, Multiplicity beside, Function<ReturnStreams, double[]> series) {
    List<Multiplicity.Other> others = beside.others();
    double[][] columns = new double[1 + others.size()][];
    columns[0] = series.apply(candidate);
    for (int k = 0; k < others.size(); k++) {
      ReturnStreams other = others.get(k).streams();
      columns[1 + k] = Alignment.along(candidate.session(), other.session(), series.apply(other));
    }
    return columns;
  }
}

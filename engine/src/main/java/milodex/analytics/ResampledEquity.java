package milodex.analytics;

import milodex.statistics.BootstrapDistribution;
import milodex.statistics.ResampledReturns;
import milodex.statistics.Resamples;

/// What else an equity curve could have come to by luck of order and draw: its own daily returns,
/// drawn again in blocks (stationary bootstrap, Politis and Romano, 1994).
///
/// Around the returns' own mean, so that nothing here says whether there is an edge.
///
/// @param low dollars at each close that 5 % of the resampled curves lie at or below
/// @param high dollars at each close that 95 % of them lie at or below
/// @param drawdowns the deepest fall of each, as a share of its peak
@SuppressWarnings("ArrayRecordComponent") // columns are handed over, never compared
public record ResampledEquity(double[] low, double[] high, BootstrapDistribution drawdowns) {

  /// The share of resampled curves between the two ends of the band at each close.
  public static final double COVERAGE = 0.9;

  /// `count` resamples of `curve`, in blocks of `meanBlock` sessions on average; the same seed
  /// gives the same band.
  ///
  /// @param meanBlock at least 1, as of [milodex.statistics.BlockLength]
  /// @throws IllegalArgumentException if the curve has no session, `count` is below 1 or
  ///     `meanBlock` below 1
  public static ResampledEquity of(EquityCurve curve, double meanBlock, int count, long seed) {
    Resamples resamples = Resamples.stationary(curve.sessions(), count, meanBlock, seed);
    ResampledReturns returns = ResampledReturns.of(resamples, curve.returns());
    double[][] band = returns.equityBand((1 - COVERAGE) / 2, (1 + COVERAGE) / 2);
    return new ResampledEquity(
        times(curve.equity()[0], band[0]), times(curve.equity()[0], band[1]), returns.drawdowns());
  }

  private static double[] times(double start, double[] growth) {
    for (int i = 0; i < growth.length; i++) {
      growth[i] *= start;
    }
    return growth;
  }
}

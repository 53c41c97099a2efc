package milodex.analytics;

import milodex.statistics.Figure;
import milodex.statistics.MinTrackRecord;
import milodex.statistics.Moments;
import milodex.statistics.ProbabilisticSharpe;
import milodex.statistics.SharpeInterval;
import milodex.statistics.StandardError;

/// How far the Sharpe ratio of one series can be trusted, had nothing else been tried.
///
/// Errors are the larger of Mertens' and the one that counts autocorrelation (HAC).
///
/// @param moments of the daily returns
/// @param standardError of the ratio per session
/// @param low lower end of the 95 % interval of the annual ratio
/// @param high its upper end
/// @param aboveZero probability that the true ratio is above zero (PSR)
/// @param trackRecord sessions after which that probability would be 95 %
public record SharpeEvidence(
    Moments moments,
    Figure standardError,
    Figure low,
    Figure high,
    Figure aboveZero,
    Figure trackRecord) {

  /// The confidence of the interval, and of the track record.
  public static final double CONFIDENCE = 0.95;

  /// The evidence of daily returns.
  ///
  /// @throws IllegalArgumentException if a return is not a number
  public static SharpeEvidence of(double[] returns) {
    Moments moments = Moments.of(returns);
    Figure error = StandardError.larger(returns);
    SharpeInterval interval = SharpeInterval.of(moments.sharpe(), error, CONFIDENCE);
    return new SharpeEvidence(
        moments,
        error,
        interval.low().map(SharpeEvidence::annual),
        interval.high().map(SharpeEvidence::annual),
        ProbabilisticSharpe.withError(moments, error, 0),
        MinTrackRecord.atEstimate(moments, 0, CONFIDENCE));
  }

  /// A ratio per session as one per year: × √252, as of independent returns.
  public static double annual(double ratio) {
    return ratio * Math.sqrt(Returns.SESSIONS_A_YEAR);
  }
}

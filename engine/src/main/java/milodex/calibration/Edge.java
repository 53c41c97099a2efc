package milodex.calibration;

import java.util.List;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TrackRecord;
import milodex.statistics.Figure;
import milodex.statistics.Moments;

/// Puts an edge of a chosen size under the positions of one rule.
///
/// Each asset gains `δ` in every session in which the rule holds it and gives the same back, spread
/// evenly, in the sessions in which it does not: the market as a whole earns what it did before.
/// `δ = (S·σ/√252 + c·τ)/W`, with σ the deviation a session of the rule's returns beside the
/// universe before the edge, c·τ its mean cost a session, and W its mean weight: the expectation of
/// the returns beside the universe is then `S·σ/√252` after costs.
final class Edge {

  private static final double SESSIONS_A_YEAR = 252;

  private Edge() {}

  /// `market` with an edge in it.
  ///
  /// @param stays of the rule
  /// @param sharpe S a year, of the returns beside the universe after costs
  /// @throws IllegalArgumentException if the rule holds nothing
  static AssetReturns under(AssetReturns market, List<Stay> stays, double sharpe) {
    TrackRecord before = Account.record(market, market.universe(), stays);
    double[][] weights = before.holdings().orElseThrow().weights();
    double weight = meanSum(weights);
    if (!(weight > 0)) {
      throw new IllegalArgumentException("stays hold nothing that could have an edge");
    }
    double gain = (wanted(before.streams(), sharpe) + cost(before)) / weight;
    double[][] returns = new double[market.assets()][];
    for (int k = 0; k < returns.length; k++) {
      returns[k] = gaining(market.byAsset()[k], weights, k, gain);
    }
    return new AssetReturns(returns);
  }

  private static double[] gaining(double[] asset, double[][] weights, int k, double gain) {
    int held = 0;
    for (double[] row : weights) {
      held += row[k] > 0 ? 1 : 0;
    }
    double back = gain * held / Math.max(1, asset.length - held);
    double[] returns = new double[asset.length];
    for (int t = 0; t < returns.length; t++) {
      returns[t] = asset[t] + (weights[t][k] > 0 ? gain : -back);
    }
    return returns;
  }

  private static double wanted(ReturnStreams streams, double sharpe) {
    return switch (Moments.of(streams.beside()).deviation()) {
      case Figure.Known(double deviation) -> sharpe * deviation / Math.sqrt(SESSIONS_A_YEAR);
      case Figure.Undefined(String why) ->
          throw new IllegalArgumentException("no edge can be put under stays: " + why);
    };
  }

  /// Mean cost a session, as a share of equity.
  private static double cost(TrackRecord record) {
    double[] equity = record.outOfSample().curve().equity();
    double[] traded = record.outOfSample().curve().traded();
    double sum = 0;
    for (int t = 0; t < traded.length; t++) {
      sum += traded[t] / equity[t];
    }
    return record.costRate() * sum / traded.length;
  }

  private static double meanSum(double[][] weights) {
    double sum = 0;
    for (double[] row : weights) {
      for (double weight : row) {
        sum += weight;
      }
    }
    return sum / weights.length;
  }
}

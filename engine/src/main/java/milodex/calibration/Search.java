package milodex.calibration;

import java.util.ArrayList;
import java.util.List;
import milodex.analytics.Metrics;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TrackRecord;
import milodex.promotion.Demands;
import milodex.promotion.Gate;
import milodex.promotion.Judgement;
import milodex.promotion.Multiplicity;
import milodex.promotion.Policy;
import milodex.statistics.Figure;

/// Trials on one market, of which the one with the best Sharpe ratio after costs is put to the
/// gate beside all others: what a researcher does who looks only at the best.
///
/// @param trials the positions of each, at least one trial
/// @param isFamily whether they are cells of one parameter grid
record Search(AssetReturns market, List<List<Stay>> trials, boolean isFamily) {

  /// What the gate says of the best trial.
  ///
  /// @param seed of the gate's resampling
  Outcome judge(Gate gate, long seed) {
    double[] universe = market.universe();
    List<ReturnStreams> streams = streams(universe);
    return judge(gate, universe, streams, best(streams), seed);
  }

  /// The same where the first trial has the edge, and finding another one is not finding it.
  Outcome judgeFirst(Gate gate, long seed) {
    double[] universe = market.universe();
    List<ReturnStreams> streams = streams(universe);
    return best(streams) == 0
        ? judge(gate, universe, streams, 0, seed)
        : Outcome.lost("another trial was better");
  }

  private Outcome judge(
      Gate gate, double[] universe, List<ReturnStreams> streams, int best, long seed) {
    TrackRecord record = Account.record(market, universe, trials.get(best));
    List<Multiplicity.Other> others = new ArrayList<>();
    for (int k = 0; k < streams.size(); k++) {
      if (k != best) {
        others.add(new Multiplicity.Other(streams.get(k), isFamily));
      }
    }
    Judgement judgement =
        gate.settle(record, Demands.NONE, new Multiplicity(others, 0), List.of(), seed);
    return Outcome.of(judgement, isNaivelyGood(gate.policy(), record));
  }

  private List<ReturnStreams> streams(double[] universe) {
    return trials.stream().map(stays -> Account.streams(market, universe, stays)).toList();
  }

  /// The number of the trial with the highest Sharpe ratio, the first of equal ones.
  private static int best(List<ReturnStreams> streams) {
    int best = 0;
    for (int k = 1; k < streams.size(); k++) {
      if (sharpe(streams.get(k)) > sharpe(streams.get(best))) {
        best = k;
      }
    }
    return best;
  }

  private static double sharpe(ReturnStreams streams) {
    return orElse(streams.sharpe(), Double.NEGATIVE_INFINITY);
  }

  /// The floors that many backtests are promoted by: Sharpe ratio, drawdown and count of trades.
  private static boolean isNaivelyGood(Policy policy, TrackRecord record) {
    Metrics metrics = record.outOfSample().aggregate();
    return orElse(metrics.sharpe(), Double.NEGATIVE_INFINITY) >= policy.sharpe()
        && metrics.drawdown().depth() <= policy.maxDrawdown()
        && metrics.trades().trades() >= policy.trades();
  }

  private static double orElse(Figure figure, double other) {
    return switch (figure) {
      case Figure.Known(double value) -> value;
      case Figure.Undefined _ -> other;
    };
  }
}

package milodex.promotion;

import java.util.ArrayList;
import java.util.List;
import milodex.analytics.Fragility;
import milodex.analytics.Metrics;
import milodex.analytics.TrackRecord;
import milodex.analytics.TradeResult;
import milodex.analytics.TradeStatistics;
import milodex.promotion.Requirement.Kind;
import milodex.statistics.BreakEvenCost;
import milodex.statistics.CircularShift;
import milodex.statistics.Figure;
import milodex.statistics.TradeBootstrap;

/// What a candidate must have done by itself, before luck among trials is looked at.
final class Performance {

  private Performance() {}

  /// Cheap to tell.
  static List<Requirement> floors(Policy policy, Demands demands, TrackRecord record) {
    Metrics metrics = record.outOfSample().aggregate();
    Fragility fragility = record.outOfSample().fragility();
    TradeStatistics trades = metrics.trades();
    List<Requirement> lines = new ArrayList<>();
    lines.add(
        Lines.count(
            Kind.SUFFICIENCY, "closed trades", trades.trades(), demands.fewestTrades(policy)));
    lines.add(
        Lines.count(Kind.SUFFICIENCY, "losing trades", trades.losing(), policy.losingTrades()));
    lines.add(Lines.atLeast(Kind.MANDATORY, "Sharpe", metrics.sharpe(), policy.sharpe(), "%.2f"));
    lines.add(
        Lines.atMost(
            Kind.MANDATORY,
            "max drawdown",
            Figure.of(metrics.drawdown().depth()),
            policy.maxDrawdown(),
            "%.1f %%"));
    lines.add(
        Requirement.of(
            Kind.MANDATORY,
            "no window needed",
            !fragility.windows().isSingleWindowDependent(),
            "positive without any one window",
            needed(fragility)));
    lines.add(
        Lines.above(
            Kind.MANDATORY,
            "without best trades",
            fragility.trades().withoutBestTrades(),
            0,
            "%.2f"));
    lines.add(costs(policy, record));
    if (demands.isLowCadence()) {
      lines.add(
          Requirement.of(
              Kind.ADVISORY,
              "cadence",
              trades.trades() >= policy.trades(),
              "≥ " + policy.trades() + " trades",
              trades.trades() + " trades: rare by design"));
    }
    return lines;
  }

  /// By resampling the candidate's own trades and sessions.
  static List<Requirement> chance(Policy policy, TrackRecord record, long seed) {
    double[] results = record.trades().stream().mapToDouble(TradeResult::pnl).toArray();
    Figure trades = TradeBootstrap.p(results, policy.draws(), seed);
    Figure entries =
        record
            .holdings()
            .map(
                held ->
                    CircularShift.sampled(held.weights(), held.returns(), policy.draws(), seed).p())
            .orElse(Figure.undefined("holdings within sessions are not kept"));
    return List.of(
        Lines.atMost(Kind.MANDATORY, "trades by chance", trades, policy.conditionalP(), "p %.3f"),
        Lines.atMost(
            Kind.MANDATORY, "entries by chance", entries, policy.conditionalP(), "p %.3f"));
  }

  /// The cost that ends the edge, against the cost that was charged.
  private static Requirement costs(Policy policy, TrackRecord record) {
    double[] equity = record.outOfSample().curve().equity();
    double[] traded = record.outOfSample().curve().traded();
    double rate = record.costRate();
    double[] turnover = new double[traded.length];
    double[] gross = record.streams().net().clone();
    for (int i = 0; i < turnover.length; i++) {
      turnover[i] = traded[i] / equity[i];
      gross[i] += rate * turnover[i];
    }
    Figure times =
        rate > 0
            ? BreakEvenCost.byMean(gross, turnover).map(cost -> cost / rate)
            : Figure.undefined("no cost was charged");
    return Lines.atLeast(
        Kind.MANDATORY, "cost break-even", times, policy.costMargin(), "%.1f × modelled");
  }

  private static String needed(Fragility fragility) {
    List<Integer> needed = fragility.windows().needed();
    return needed.isEmpty() ? "none is needed" : "needs window " + needed.getFirst();
  }
}

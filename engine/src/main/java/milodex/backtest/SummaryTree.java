package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.analytics.BenchmarkComparison;
import milodex.analytics.Drawdown;
import milodex.analytics.Fragility;
import milodex.analytics.Metrics;
import milodex.analytics.OutOfSample;
import milodex.analytics.SharpeEvidence;
import milodex.analytics.TradeFragility;
import milodex.analytics.TradeResult;
import milodex.analytics.TradeStatistics;
import milodex.analytics.WindowFragility;
import milodex.ledger.Fact;
import milodex.ledger.Semantics;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.statistics.Figure;

/// Turns the result of a run into the tree its summary is written from.
final class SummaryTree {

  private SummaryTree() {}

  static Map<String, Object> of(RunResult result) {
    Map<String, Object> tree = frame(result.totals());
    tree.put("proofs", ProofsTree.of(result.proofs()));
    if (result.proofs().hold()) {
      numbers(result.totals(), tree);
    }
    return tree;
  }

  /// The same with a word in place of the proofs.
  static Map<String, Object> unproved(Totals totals, String why) {
    Map<String, Object> tree = frame(totals);
    tree.put("not_proved", why);
    numbers(totals, tree);
    return tree;
  }

  /// What alone tells a run from one that differs in its parameters and comes to the same.
  static Map<String, Object> identity(RunInputs inputs) {
    return Map.of("run", inputs.id().hash(), "parameters", inputs.parameters());
  }

  private static Map<String, Object> frame(Totals totals) {
    Preparation.Ready ready = totals.ready();
    BacktestPlan plan = ready.plan();
    Map<String, Object> tree = new TreeMap<>();
    tree.putAll(identity(ready.inputs()));
    tree.put("semantics", Semantics.VERSION);
    tree.put("template", ready.inputs().template());
    tree.put("universe", plan.strategy().universe().id());
    tree.put("survivorship", survivorship(plan.strategy().universe()));
    tree.put("from", ready.inputs().from().toString());
    tree.put("to", ready.inputs().to().toString());
    tree.put("first_session", totals.curve().date(0).toString());
    tree.put("last_session", totals.curve().date(totals.curve().sessions() - 1).toString());
    tree.put("walk_forward", totals.outOfSample().isPresent());
    tree.put("initial_equity", plan.equity().toString());
    tree.put("allocation", ready.inputs().allocation().toString());
    tree.put("unlimited", plan.policy().unlimited());
    tree.put("costs", costs(plan));
    tree.put("policy", ready.inputs().policy());
    tree.put("data", DataTree.of(ready));
    return tree;
  }

  /// What is left out where a proof failed.
  private static void numbers(Totals totals, Map<String, Object> tree) {
    tree.put("metrics", metrics(totals.metrics()));
    tree.put("evidence", EvidenceTree.of(SharpeEvidence.of(totals.curve().returns())));
    tree.put("streams", StreamsText.of(totals.streams()).hash());
    tree.put("windows", windows(totals));
    totals
        .outOfSample()
        .map(OutOfSample::fragility)
        .ifPresent(f -> tree.put("fragility", fragility(f)));
    totals
        .benchmark()
        .ifPresent(
            comparison ->
                tree.put(
                    "benchmark",
                    benchmark(totals.ready().plan().benchmark().orElseThrow(), comparison)));
  }

  /// Empty if the symbols were chosen with hindsight for every session.
  private static Map<String, Object> survivorship(Universe universe) {
    Map<String, Object> tree = new TreeMap<>();
    universe
        .survivorshipCorrectedFrom()
        .ifPresent(date -> tree.put("corrected_from", date.toString()));
    return tree;
  }

  private static Map<String, Object> costs(BacktestPlan plan) {
    return Map.of(
        "slippage", plan.costs().slippageRate().toString(),
        "commission_per_trade", plan.costs().commissionPerTrade().toString(),
        "commission_rate", plan.costs().commissionRate().toString(),
        "min_commission", plan.costs().minCommission().toString());
  }

  private static List<Object> windows(Totals totals) {
    if (totals.outOfSample().isEmpty() && totals.windows().size() == 1) {
      return List.of(window(totals.windows().getFirst(), totals.metrics()));
    }
    List<Object> windows = new ArrayList<>();
    for (WindowResult window : totals.windows()) {
      windows.add(window(window, Metrics.of(window.curve(), window.results())));
    }
    return windows;
  }

  private static Map<String, Object> window(WindowResult window, Metrics metrics) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("window", window.opened().window());
    tree.put("label", window.opened().label());
    tree.put("from", window.opened().from().toString());
    tree.put("to", window.opened().to().toString());
    tree.put("metrics", metrics(metrics));
    tree.put("parts", parts(window.parts()));
    tree.put("refusals", counts(window.refusals()));
    tree.put("trimmed", window.trims());
    tree.put("unworked", counts(window.expired()));
    tree.put("would_trip", window.wouldTrip());
    if (!window.missedExits().isEmpty()) {
      tree.put("missed_exits", window.missedExits().stream().map(SummaryTree::missed).toList());
    }
    return tree;
  }

  private static Map<String, Object> missed(Fact.ExitMissed exit) {
    return Map.of(
        "symbol", exit.symbol().ticker(),
        "session", exit.session().toString(),
        "says", exit.says());
  }

  private static Map<String, Object> parts(WindowResult.Parts parts) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("start", parts.start().toString());
    tree.put("realised", parts.realised().toString());
    tree.put("dividends", parts.dividends().toString());
    tree.put("open", parts.open().toString());
    tree.put("fees", parts.fees().toString());
    tree.put("exit_costs", parts.exitCosts().toString());
    tree.put("end", parts.end().toString());
    return tree;
  }

  private static Map<String, Object> metrics(Metrics metrics) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("sessions", metrics.sessions());
    tree.put("total_return", figure(metrics.totalReturn()));
    tree.put("cagr", figure(metrics.cagr()));
    tree.put("volatility", figure(metrics.volatility()));
    tree.put("sharpe", figure(metrics.sharpe()));
    tree.put("sortino", figure(metrics.sortino()));
    tree.put("calmar", figure(metrics.calmar()));
    tree.put("exposure", figure(metrics.exposure()));
    tree.put("turnover", figure(metrics.turnover()));
    tree.put("drawdown", drawdown(metrics.drawdown()));
    tree.put("trades", trades(metrics.trades()));
    return tree;
  }

  private static Map<String, Object> drawdown(Drawdown drawdown) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("depth", Double.toString(drawdown.depth()));
    drawdown.peak().ifPresent(date -> tree.put("peak", date.toString()));
    drawdown.trough().ifPresent(date -> tree.put("trough", date.toString()));
    drawdown.recovery().ifPresent(date -> tree.put("recovery", date.toString()));
    tree.put("sessions", drawdown.sessions());
    return tree;
  }

  private static Map<String, Object> trades(TradeStatistics trades) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("closed", trades.trades());
    tree.put("winning", trades.winning());
    tree.put("losing", trades.losing());
    tree.put("win_rate", figure(trades.winRate()));
    tree.put("profit_factor", figure(trades.profitFactor()));
    tree.put("average_win", figure(trades.averageWin()));
    tree.put("average_loss", figure(trades.averageLoss()));
    tree.put("expectancy", figure(trades.expectancy()));
    tree.put("average_hold", figure(trades.averageHold()));
    tree.put("median_hold", figure(trades.medianHold()));
    tree.put("cost_share", figure(trades.costShare()));
    tree.put("mae", figure(trades.excursions().worst()));
    tree.put("mfe", figure(trades.excursions().best()));
    tree.put("mae_of_winners", figure(trades.excursions().worstOfWinners()));
    tree.put("mfe_of_losers", figure(trades.excursions().bestOfLosers()));
    tree.put("unmeasured", trades.excursions().unmeasured());
    return tree;
  }

  private static Map<String, Object> fragility(Fragility fragility) {
    Map<String, Object> tree = new TreeMap<>();
    WindowFragility windows = fragility.windows();
    tree.put("sharpe_min", figure(windows.sharpeMin()));
    tree.put("sharpe_max", figure(windows.sharpeMax()));
    tree.put("sharpe_deviation", figure(windows.sharpeDeviation()));
    tree.put("positive_windows", windows.positive());
    tree.put("negative_windows", windows.negative());
    tree.put("best_window", windows.best());
    tree.put("best_window_share", figure(windows.bestShare()));
    tree.put("sharpe_without_window", figures(windows.sharpesWithout()));
    tree.put("total_return_without_window", figures(windows.totalsWithout()));
    tree.put("needed_windows", windows.needed().stream().map(Object::toString).toList());
    tree.put("single_window_dependency", windows.isSingleWindowDependent());
    TradeFragility trades = fragility.trades();
    tree.put("pnl", figure(trades.pnl()));
    tree.put("pnl_without_best_trade", figure(trades.withoutBestTrade()));
    trades.bestSymbol().ifPresent(one -> tree.put("best_symbol", one.ticker()));
    tree.put("pnl_without_best_symbol", figure(trades.withoutBestSymbol()));
    tree.put("best_trades", trades.bestTrades().size());
    tree.put("best_trade_list", trades.bestTrades().stream().map(SummaryTree::bestTrade).toList());
    tree.put("pnl_without_best_trades", figure(trades.withoutBestTrades()));
    return tree;
  }

  private static Map<String, Object> bestTrade(TradeResult trade) {
    return Map.of(
        "number", trade.number(),
        "symbol", trade.symbol().ticker(),
        "pnl", Double.toString(trade.pnl()));
  }

  private static List<Object> figures(List<Figure> figures) {
    return figures.stream().map(SummaryTree::figure).toList();
  }

  private static Map<String, Object> benchmark(Symbol symbol, BenchmarkComparison comparison) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("symbol", symbol.ticker());
    tree.put("total_return", figure(comparison.benchmarkReturn()));
    tree.put("excess_return", figure(comparison.excessReturn()));
    tree.put("alpha", figure(comparison.alpha()));
    tree.put("beta", figure(comparison.beta()));
    tree.put("correlation", figure(comparison.correlation()));
    tree.put("information_ratio", figure(comparison.informationRatio()));
    return tree;
  }

  private static Map<String, Object> counts(SortedMap<String, Integer> counts) {
    return new TreeMap<>(counts);
  }

  static Object figure(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> Double.toString(value);
      case Figure.Undefined(String why) -> Map.of("undefined", why);
    };
  }
}

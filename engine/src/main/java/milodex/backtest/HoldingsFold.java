package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.analytics.Holdings;
import milodex.data.HoldingReturns;
import milodex.data.MarketHistory;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.portfolio.StrategyBook;
import milodex.portfolio.TradeLog;

/// Reads a run's facts and keeps what share of its equity each position was worth.
///
/// Orders fill at the open, so that what is held at a close was held from the open on. It is valued
/// at that open, by the equity before it: a weight knows nothing of what the session brought.
final class HoldingsFold {

  private final TradeLog trades = new TradeLog();
  private final List<Map<Symbol, Double>> shares = new ArrayList<>();
  private final List<Double> equityBefore = new ArrayList<>();
  private double equity;

  /// What a run held; empty if it trades within sessions, whose holdings no close shows.
  static Optional<Holdings> of(RunResult run) {
    if (run.ready().intraday().isPresent()) {
      return Optional.empty();
    }
    HoldingsFold fold = new HoldingsFold();
    run.ledger().replay(fold::apply);
    return Optional.of(fold.holdings(run.ready().history(), run.curve().session()));
  }

  private void apply(Event event) {
    trades.accept(event);
    if (event.fact() instanceof Fact.BooksOpened opened) {
      equity = opened.allocated().values().stream().mapToDouble(Money::toDouble).sum();
    }
    if (event.fact() instanceof Fact.StrategyEvaluated evaluated) {
      close(evaluated);
    }
  }

  private void close(Fact.StrategyEvaluated evaluated) {
    Map<Symbol, Double> held = new TreeMap<>();
    for (StrategyBook book : trades.portfolio().books().values()) {
      book.positions()
          .forEach((symbol, one) -> held.merge(symbol, one.quantity().toDouble(), Double::sum));
    }
    shares.add(held);
    equityBefore.add(equity);
    equity = evaluated.equity().toDouble();
  }

  private Holdings holdings(MarketHistory history, int[] days) {
    List<Symbol> symbols =
        shares.stream().flatMap(one -> one.keySet().stream()).distinct().sorted().toList();
    double[][] weights = new double[days.length][symbols.size()];
    double[][] returns = new double[days.length][symbols.size()];
    for (int k = 0; k < symbols.size(); k++) {
      Symbol symbol = symbols.get(k);
      double[] earned = HoldingReturns.betweenOpens(history, symbol, days);
      double[] open = HoldingReturns.opens(history, symbol, days);
      for (int i = 0; i < days.length; i++) {
        returns[i][k] = earned[i];
        weights[i][k] = shares.get(i).getOrDefault(symbol, 0.0) * open[i] / equityBefore.get(i);
      }
    }
    return new Holdings(weights, returns);
  }
}

package milodex.execution;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.strategy.StrategyId;

/// The wishes that still wait for an order: a fold of the ledger.
public final class IntentLog {

  private final Map<String, Pending> pending = new LinkedHashMap<>();

  /// A wish and the event that recorded it.
  public record Pending(long seq, Intent intent) {}

  /// What waits, exits first, then in the order of strategies and ranks as recorded.
  public List<Pending> pending() {
    return pending.values().stream()
        .sorted(Comparator.comparing((Pending one) -> one.intent().side() == Side.BUY))
        .toList();
  }

  /// Whether an exit of `symbol` waits for `strategy`.
  public boolean isExiting(StrategyId strategy, Symbol symbol) {
    return pending.values().stream()
        .map(Pending::intent)
        .anyMatch(
            intent ->
                intent.side() == Side.SELL
                    && intent.strategy().equals(strategy)
                    && intent.symbol().equals(symbol));
  }

  void apply(Event event) {
    switch (event.fact()) {
      case Fact.BooksOpened _ -> pending.clear();
      case Fact.IntentRecorded recorded ->
          pending.put(recorded.intent().id(), new Pending(event.seq(), recorded.intent()));
      case Fact.IntentClosed closed -> pending.remove(closed.intent());
      case Fact.OrderSubmitted submitted -> pending.remove(submitted.intent());
      case Fact.BarsImported _,
          Fact.BarsRevised _,
          Fact.ManifestFrozen _,
          Fact.TrialRegistered _,
          Fact.RunCompleted _,
          Fact.RunFailed _,
          Fact.BooksClosed _,
          Fact.StrategyEvaluated _,
          Fact.ProposalJudged _,
          Fact.OrderReported _,
          Fact.FillRecorded _,
          Fact.SplitApplied _,
          Fact.DividendCredited _,
          Fact.DelistingSettled _,
          Fact.WouldTrip _ -> {}
    }
  }
}

package milodex.execution;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.ledger.ClientOrderId;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.OrderStatus;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.ClientOrderIds;
import milodex.strategy.StrategyId;

/// The wishes that still wait for an order: a fold of the ledger.
///
/// A wish with an order waits no more, nor does one whose order the broker took before the ledger
/// was restored: what that did is for reconciliation to find. An exit of a rule whose order ended
/// before all was sold waits again, for its next attempt; an entry does not, nor does a wish of the
/// operator: what is left of it is the operator's to ask for.
public final class IntentLog {

  private final OrderLog orders;
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private final Map<ClientOrderId, Pending> exiting = new LinkedHashMap<>();
  private int byHand;

  /// @param orders takes in each event first
  IntentLog(OrderLog orders) {
    this.orders = orders;
  }

  /// A wish that waits.
  ///
  /// @param seq of the event that recorded it
  /// @param attempt which order of it would be the next, from 1
  public record Pending(long seq, Intent intent, int attempt, Setbacks setbacks) {

    /// A wish that is not written down yet.
    static Pending unwritten(Intent intent) {
      return new Pending(0, intent, 1, Setbacks.NONE);
    }

    /// Whether the operator wished it, and no rule.
    public boolean isByHand() {
      return intent.byHand().isPresent();
    }

    /// The id that its next order will have.
    public ClientOrderId nextOrder() {
      return ClientOrderIds.of(intent.id(), attempt);
    }

    private Pending renamed(Fact.TickerChanged changed) {
      return intent.symbol().equals(changed.symbol())
          ? new Pending(seq, intent.under(changed.to()), attempt, setbacks)
          : this;
    }

    private Pending with(Setbacks suffered) {
      return new Pending(seq, intent, attempt, suffered);
    }

    private Pending again(Setbacks suffered) {
      return new Pending(seq, intent, attempt + 1, suffered);
    }
  }

  /// A wish whose order is at the broker.
  record Exiting(ClientOrderId order, Pending wish) {}

  /// All it is, in the order in which it was recorded.
  ///
  /// @param byHand how many wishes of the operator were ever written down
  record State(List<Pending> pending, List<Exiting> exiting, int byHand) {}

  /// What waits, exits first, then in the order of strategies and ranks as recorded.
  public List<Pending> pending() {
    return pending.size() < 2
        ? List.copyOf(pending.values())
        : pending.values().stream()
            .sorted(Comparator.comparing((Pending one) -> one.intent().side() == Side.BUY))
            .toList();
  }

  /// The wish with this id, if it waits.
  public Optional<Pending> find(String intent) {
    return Optional.ofNullable(pending.get(intent));
  }

  /// How many wishes of the operator were ever written down.
  int byHand() {
    return byHand;
  }

  /// Whether an exit of `symbol` that its rule wished waits or is at the broker for `strategy`.
  public boolean isExiting(StrategyId strategy, Symbol symbol) {
    return exits(strategy).anyMatch(exit -> exit.symbol().equals(symbol));
  }

  /// Whether any exit of its rule waits or is at the broker for `strategy`.
  public boolean isExiting(StrategyId strategy) {
    return exits(strategy).findAny().isPresent();
  }

  private Stream<Intent> exits(StrategyId strategy) {
    return Stream.concat(pending.values().stream(), exiting.values().stream())
        .filter(one -> !one.isByHand())
        .map(Pending::intent)
        .filter(intent -> intent.side() == Side.SELL && intent.strategy().equals(strategy));
  }

  State state() {
    return new State(
        List.copyOf(pending.values()),
        exiting.entrySet().stream()
            .map(exit -> new Exiting(exit.getKey(), exit.getValue()))
            .toList(),
        byHand);
  }

  void restore(State state) {
    state.pending().forEach(wish -> pending.put(wish.intent().id(), wish));
    state.exiting().forEach(exit -> exiting.put(exit.order(), exit.wish()));
    byHand = state.byHand();
  }

  void apply(Event event) {
    switch (event.fact()) {
      case Fact.BooksOpened _ -> {
        pending.clear();
        exiting.clear();
      }
      case Fact.IntentRecorded(Intent intent) -> wish(event.seq(), intent);
      case Fact.IntentClosed closed -> pending.remove(closed.intent());
      case RiskFact.LedgerRestored _ -> pending.values().removeIf(this::isOrdered);
      case Fact.OrderSubmitted submitted -> order(submitted);
      case Fact.OrderReported reported -> end(reported.order(), event.at());
      case Fact.CancelRequested _ -> {}
      case Fact.OrderResolved resolved -> end(resolved.order(), event.at());
      case Fact.ProposalJudged judged -> judge(judged, event.at());
      case Fact.ExitParked parked ->
          pending.computeIfPresent(parked.intent(), (_, one) -> one.with(one.setbacks().park()));
      case Fact.TickerChanged changed -> rename(changed);
      case DataFact _,
          ResearchFact _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.BooksClosed _,
          Fact.StrategyEvaluated _,
          Fact.BarEvaluated _,
          Fact.ExitMissed _,
          Fact.FillRecorded _,
          Fact.SplitApplied _,
          Fact.DividendCredited _,
          Fact.DelistingSettled _,
          Fact.ExternalBooked _,
          Fact.StrategyFunded _,
          Fact.TradeMeasured _,
          Fact.WouldTrip _ -> {}
    }
  }

  private void wish(long seq, Intent intent) {
    Pending wish = new Pending(seq, intent, 1, Setbacks.NONE);
    await(wish);
    byHand += wish.isByHand() ? 1 : 0;
  }

  private void await(Pending wish) {
    if (!isOrdered(wish)) {
      pending.put(wish.intent().id(), wish);
    }
  }

  private boolean isOrdered(Pending wish) {
    return orders.isUntold(wish.nextOrder());
  }

  private void order(Fact.OrderSubmitted submitted) {
    Pending ordered = pending.remove(submitted.intent());
    if (ordered != null && submitted.side() == Side.SELL && !ordered.isByHand()) {
      exiting.put(submitted.order(), ordered);
    }
  }

  private void rename(Fact.TickerChanged changed) {
    pending.replaceAll((_, one) -> one.renamed(changed));
    exiting.replaceAll((_, one) -> one.renamed(changed));
  }

  private void judge(Fact.ProposalJudged judged, Instant at) {
    if (!judged.approved()) {
      pending.computeIfPresent(judged.intent(), (_, one) -> one.with(one.setbacks().refused(at)));
    }
  }

  /// An order that was not filled whole leaves its exit to the next one.
  private void end(ClientOrderId order, Instant at) {
    if (exiting.containsKey(order)) {
      orders
          .find(order)
          .map(SentOrder::status)
          .filter(OrderStatus::isFinal)
          .ifPresent(status -> end(order, status, at));
    }
  }

  private void end(ClientOrderId order, OrderStatus status, Instant at) {
    Pending ended = exiting.remove(order);
    if (ended != null && status != OrderStatus.FILLED) {
      await(ended.again(ended.setbacks().ended(status, at)));
    }
  }
}

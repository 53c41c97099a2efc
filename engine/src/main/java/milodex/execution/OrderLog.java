package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milodex.ledger.ClientOrderId;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.risk.Circumstances.SentOrder;

/// What was sent and what became of it: a fold of the ledger.
///
/// An order without a report is UNKNOWN. Orders of earlier exchange days are dropped once final.
public final class OrderLog {

  private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");

  private final Map<ClientOrderId, Sent> sent = new LinkedHashMap<>();
  private final Set<ClientOrderId> unsettled = new LinkedHashSet<>();
  private final Set<ClientOrderId> untold = new LinkedHashSet<>();
  private LocalDate day = LocalDate.MIN;
  private int count;

  /// All it is, in the order in which it was sent.
  ///
  /// @param unsettled of which the broker has not said how they ended
  /// @param day the newest on which an order was sent
  /// @param count how many were ever sent
  /// @param untold which the broker took, and a ledger that was restored does not tell of
  record State(
      List<Sent> sent,
      List<ClientOrderId> unsettled,
      LocalDate day,
      int count,
      List<ClientOrderId> untold) {}

  /// The log of a ledger, going on from where a checkpoint of its books stood: sooner known than
  /// all that books hold. A checkpoint that is of another ledger, or cannot be understood, is as
  /// none at all.
  ///
  /// @param ledger or all that it tells of the kinds of [OrderHistory#KINDS]
  public static OrderLog of(Ledger ledger, Optional<Checkpoint> checkpoint) {
    Optional<OrdersState> known =
        checkpoint.flatMap(one -> one.of(ledger, OrdersState::read, OrdersState::seq));
    OrderLog log = new OrderLog();
    known.map(OrdersState::orders).ifPresent(log::restore);
    ledger.replay(known.map(OrdersState::seq).orElse(0L), log::apply);
    return log;
  }

  /// Orders that are not final, UNKNOWN ones included.
  public List<SentOrder> working() {
    return unsettled.isEmpty()
        ? List.of()
        : sent.values().stream()
            .map(Sent::order)
            .filter(order -> !order.status().isFinal())
            .toList();
  }

  /// The order of this id, as far as it is kept.
  public Optional<SentOrder> find(ClientOrderId order) {
    return sent(order).map(Sent::order);
  }

  /// Orders sent at `since` or later, final or not.
  public List<SentOrder> sentSince(Instant since) {
    return sent.values().stream()
        .map(Sent::order)
        .filter(order -> !order.sentAt().isBefore(since))
        .toList();
  }

  /// Orders sent at `since` or later, and all that are kept of `intent`.
  public List<SentOrder> recent(Instant since, String intent) {
    return sent.values().stream()
        .map(Sent::order)
        .filter(order -> order.intent().equals(intent) || !order.sentAt().isBefore(since))
        .toList();
  }

  /// Purchases sent on the exchange day `date`.
  public int entriesOn(LocalDate date) {
    if (!date.equals(day)) {
      return 0;
    }
    return (int)
        sent.values().stream()
            .map(Sent::order)
            .filter(order -> order.side() == Side.BUY && dayOf(order.sentAt()).equals(date))
            .count();
  }

  /// How many orders were ever sent.
  public int count() {
    return count;
  }

  /// Whether the broker took an order of this id of which the ledger, having been restored, does
  /// not tell.
  boolean isUntold(ClientOrderId order) {
    return untold.contains(order);
  }

  /// What is kept, in the order in which it was sent.
  List<Sent> kept() {
    return List.copyOf(sent.values());
  }

  /// Orders of which the broker has not said how they ended, as they were sent: those not final,
  /// and those that ended on other evidence than its word for it.
  List<Sent> unsettled() {
    return unsettled.isEmpty() ? List.of() : unsettled.stream().map(sent::get).toList();
  }

  /// The order of this id with what was written of it, as far as it is kept.
  Optional<Sent> sent(ClientOrderId order) {
    return Optional.ofNullable(sent.get(order));
  }

  State state() {
    return new State(
        List.copyOf(sent.values()), List.copyOf(unsettled), day, count, List.copyOf(untold));
  }

  void restore(State state) {
    state.sent().forEach(order -> sent.put(order.order().id(), order));
    unsettled.addAll(state.unsettled());
    day = state.day();
    count = state.count();
    untold.addAll(state.untold());
  }

  void apply(Event event) {
    switch (event.fact()) {
      case Fact.OrderSubmitted submitted -> submit(event, submitted);
      case Fact.OrderReported reported ->
          sent(reported.order()).ifPresent(order -> put(order.reported(event.key(), reported)));
      case Fact.OrderResolved resolved ->
          sent(resolved.order()).ifPresent(order -> put(order.resolved()));
      case Fact.FillRecorded(Fill fill) ->
          sent(fill.order()).ifPresent(order -> put(order.booked(fill)));
      case RiskFact.LedgerRestored restored -> untold.addAll(restored.untold());
      case Fact.BooksOpened _ -> {
        sent.clear();
        unsettled.clear();
      }
      case DataFact _,
          ResearchFact _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.DecisionFact _,
          Fact.CancelRequested _,
          Fact.BooksClosed _,
          Fact.SplitApplied _,
          Fact.DividendCredited _,
          Fact.TickerChanged _,
          Fact.DelistingSettled _,
          Fact.ExternalBooked _,
          Fact.StrategyFunded _,
          Fact.TradeMeasured _ -> {}
    }
  }

  private void submit(Event event, Fact.OrderSubmitted submitted) {
    LocalDate today = dayOf(event.at());
    if (!today.equals(day)) {
      day = today;
      sent.values().removeIf(order -> order.order().status().isFinal());
      unsettled.retainAll(sent.keySet());
    }
    put(Sent.about(event, submitted));
    count++;
  }

  private void put(Sent order) {
    ClientOrderId id = order.order().id();
    sent.put(id, order);
    if (isSettled(order.order().status())) {
      unsettled.remove(id);
    } else {
      unsettled.add(id);
    }
  }

  private static boolean isSettled(OrderStatus status) {
    return switch (status) {
      case FILLED, CANCELLED, EXPIRED, REJECTED -> true;
      case ACCEPTED, PARTIALLY_FILLED, UNKNOWN, NOT_RECEIVED, RESOLVED -> false;
    };
  }

  /// The exchange's day at `at`: a DAY order is filled on that of its submission or not at all.
  static LocalDate dayOf(Instant at) {
    return at.atZone(EXCHANGE).toLocalDate();
  }
}

package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milodex.ledger.ClientOrderId;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.OrderStatus;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.money.Quantity;
import milodex.risk.Circumstances.SentOrder;

/// What was sent and what became of it: a fold of the ledger.
///
/// An order without a report is UNKNOWN. Orders of earlier exchange days are dropped once final.
public final class OrderLog {

  private static final ZoneId EXCHANGE = ZoneId.of("America/New_York");

  private final Map<ClientOrderId, SentOrder> sent = new LinkedHashMap<>();
  private LocalDate day = LocalDate.MIN;

  /// Orders that are not final, UNKNOWN ones included.
  public List<SentOrder> working() {
    return sent.values().stream().filter(order -> !order.status().isFinal()).toList();
  }

  /// Orders sent at `since` or later, final or not.
  public List<SentOrder> sentSince(Instant since) {
    return sent.values().stream().filter(order -> !order.sentAt().isBefore(since)).toList();
  }

  /// Orders sent at `since` or later, and all that are kept of `intent`.
  public List<SentOrder> recent(Instant since, String intent) {
    return sent.values().stream()
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
            .filter(order -> order.side() == Side.BUY && dayOf(order.sentAt()).equals(date))
            .count();
  }

  void apply(Event event) {
    switch (event.fact()) {
      case Fact.OrderSubmitted submitted -> submit(event.at(), submitted);
      case Fact.OrderReported reported -> report(reported);
      case Fact.BooksOpened _ -> sent.clear();
      case DataFact _,
          ResearchFact _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.DecisionFact _,
          Fact.BooksClosed _,
          Fact.FillRecorded _,
          Fact.SplitApplied _,
          Fact.DividendCredited _,
          Fact.TickerChanged _,
          Fact.DelistingSettled _,
          Fact.TradeMeasured _ -> {}
    }
  }

  private void submit(Instant at, Fact.OrderSubmitted submitted) {
    LocalDate today = dayOf(at);
    if (!today.equals(day)) {
      day = today;
      sent.values().removeIf(order -> order.status().isFinal());
    }
    sent.put(
        submitted.order(),
        new SentOrder(
            submitted.order(),
            submitted.intent(),
            submitted.strategy(),
            submitted.symbol(),
            submitted.side(),
            submitted.quantity(),
            Quantity.ZERO,
            OrderStatus.UNKNOWN,
            at));
  }

  private void report(Fact.OrderReported reported) {
    sent.computeIfPresent(
        reported.order(),
        (_, order) ->
            new SentOrder(
                order.id(),
                order.intent(),
                order.strategy(),
                order.symbol(),
                order.side(),
                order.quantity(),
                reported.filled(),
                reported.status(),
                order.sentAt()));
  }

  private static LocalDate dayOf(Instant at) {
    return at.atZone(EXCHANGE).toLocalDate();
  }
}

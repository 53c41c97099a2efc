package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.execution.OrderHistory;
import milodex.execution.OrderHistory.Remembered;
import milodex.execution.WishHistory;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.risk.Circumstances.SentOrder;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;

/// One order in the books and at the broker.
final class TradeOrderStatusCommand implements Action {

  private static final Set<FactType> KINDS =
      Stream.of(OrderHistory.KINDS, WishHistory.KINDS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private String id = "";
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "order-status";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show one order: what the books know, what the broker says, and all that happened to it.",
            "Nothing is written.")
        .word(
            "ID",
            String.class,
            "The order; its first characters are enough, as `milodex orders` shows them.",
            it -> id = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    try (Ledger ledger = account.factsToRead(KINDS)) {
      Remembered order = named(account, ledger);
      return reply(account, ledger, order).ref("ledger_head", ledger.head().toString());
    }
  }

  /// One of those that `orders` shows; if it is none of them, any that was ever sent.
  private Remembered named(Account account, Ledger ledger) {
    List<Remembered> newest = OrderHistory.newest(ledger, account.orders(ledger));
    boolean isNew =
        newest.stream().anyMatch(one -> !id.isEmpty() && one.order().id().text().startsWith(id));
    List<Remembered> among = isNew ? newest : all(ledger);
    if (among.stream().noneMatch(one -> one.order().id().text().startsWith(id))) {
      wish(ledger).ifPresent(TradeOrderStatusCommand::isNoOrder);
    }
    SentOrder named =
        OneOrder.named(
            id,
            among.stream().map(Remembered::order).toList(),
            account,
            "There is nothing to show.");
    return among.stream()
        .filter(one -> one.order().id().equals(named.id()))
        .findFirst()
        .orElseThrow();
  }

  /// The wish by hand whose order would have been called so.
  private Optional<WishHistory.Remembered> wish(Ledger ledger) {
    WishHistory history = new WishHistory();
    ledger.replay(WishHistory.KINDS, history);
    return history.wishes().stream()
        .filter(one -> WishHistory.orderOf(one.wish()).text().startsWith(id))
        .findFirst();
  }

  private static void isNoOrder(WishHistory.Remembered one) {
    throw Failure.usage(
        "wish_without_order",
        "There is no order to show.",
        one.end()
            .map(
                end ->
                    "The wish that would have become it is over, %s."
                        .formatted(MomentReport.ended(end)))
            .orElse("The wish that will become it waits for its open."),
        "`milodex status` names wishes that wait, `milodex ledger tail` what ended.");
  }

  private static List<Remembered> all(Ledger ledger) {
    OrderHistory history = new OrderHistory();
    ledger.replay(history);
    return history.orders();
  }

  private static Reply reply(Account account, Ledger ledger, Remembered one) {
    SentOrder order = one.order();
    Reply reply =
        account
            .reply()
            .strategy(order.strategy().toString())
            .ref("order", order.id().toString())
            .say(
                "Order %s, to %s %s %s, is %s, %s shares filled."
                    .formatted(
                        order.id(),
                        FactLine.words(order.side().name()),
                        order.quantity(),
                        order.symbol(),
                        order.status(),
                        order.filled()));
    reply.data().object("order", OrderData.of(one));
    broker(reply, account, order.id());
    return story(reply, ledger, one);
  }

  private static void broker(Reply reply, Account account, ClientOrderId order) {
    Optional<Brokerage> broker = account.brokerage();
    if (broker.isEmpty()) {
      reply.data().absent("broker");
      reply.warn("no_broker", "No broker is attached to ask.");
      return;
    }
    try {
      Optional<OrderReport> told = broker.get().find(order);
      if (told.isEmpty()) {
        reply.data().absent("broker");
        reply.block(KeyValues.of().with("The broker", "knows no such order"));
        return;
      }
      OrderReport report = told.get();
      reply.block(
          KeyValues.of()
              .with(
                  "The broker",
                  "%s %s %s, %s, %s filled%s"
                      .formatted(
                          report.side(),
                          report.quantity(),
                          report.symbol(),
                          report.status(),
                          report.filled(),
                          report.says().isEmpty() ? "" : "; " + report.says())));
      reply
          .data()
          .object(
              "broker",
              Data.of()
                  .text("symbol", report.symbol().ticker())
                  .text("side", report.side().name())
                  .text("shares", report.quantity().toString())
                  .text("filled", report.filled().toString())
                  .text("status", report.status().name()));
    } catch (BrokerUnavailableException e) {
      reply.data().absent("broker");
      reply.warn("broker_unanswered", "The broker did not answer: " + e.why());
    }
  }

  /// The wish behind it, the verdict of it, and all facts about it, in order.
  private static Reply story(Reply reply, Ledger ledger, Remembered one) {
    Table table =
        Table.of(Column.number("Event"), Column.text("New York"), Column.wrapping("What happened"));
    List<Event> events = new ArrayList<>(before(ledger, one.submission()));
    ledger.replay(
        one.submission() - 1,
        event -> {
          if (isAbout(event.fact(), one.order().id())) {
            events.add(event);
          }
        });
    events.forEach(
        event ->
            table.row("" + event.seq(), NewYork.second(event.at()), FactLine.of(event.fact())));
    reply
        .data()
        .objects(
            "story",
            events.stream()
                .map(
                    event ->
                        Data.of()
                            .count("event", event.seq())
                            .text("at", event.at().toString())
                            .text("says", FactLine.of(event.fact())))
                .toList());
    return reply.block(Block.section("What happened", table));
  }

  /// The wish that led to a submission, and how it was judged; nothing if it has no causes.
  private static List<Event> before(Ledger ledger, long submission) {
    List<Event> found = new ArrayList<>();
    Optional<Event> event = ledger.event(submission).flatMap(sent -> ledger.event(sent.cause()));
    while (event.isPresent()) {
      if (event.get().fact() instanceof Fact.IntentRecorded
          || event.get().fact() instanceof Fact.ProposalJudged) {
        found.addFirst(event.get());
      }
      event = ledger.event(event.get().cause());
    }
    return found;
  }

  private static boolean isAbout(Fact fact, ClientOrderId order) {
    if (fact instanceof Fact.FillRecorded filled) {
      return filled.fill().order().equals(order);
    }
    return fact instanceof Fact.OrderFact about
        && switch (about) {
          case Fact.OrderSubmitted one -> one.order().equals(order);
          case Fact.OrderReported one -> one.order().equals(order);
          case Fact.OrderResolved one -> one.order().equals(order);
          case Fact.CancelRequested one -> one.order().equals(order);
        };
  }
}

package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.execution.Books;
import milodex.execution.OrderResolution;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.risk.Circumstances.SentOrder;
import milodex.terminal.KeyValues;

/// Ends an order whose outcome the broker does not tell, or that it denies.
final class OrdersResolveCommand implements Action {

  private String id = "";
  private String reason = "";
  private final Confirmation confirmation = new Confirmation();
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "resolve";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "State that nothing more of an UNKNOWN order will be filled, or of one that the broker had"
                + " taken and says it does not have.",
            "What was filled stays, what was reserved is free. A fill that the broker tells later is"
                + " booked nevertheless.",
            "Without --confirm it shows what would be free, and you are asked if there is a terminal.")
        .word(
            "ID",
            String.class,
            "The order; its first characters are enough, as `milodex orders` shows them.",
            it -> id = it)
        .required("--reason", "TEXT", String.class, "How you know; it is kept.", it -> reason = it)
        .with(confirmation.usage())
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "Nothing was resolved.");
    Account account = which.of(invocation);
    try (Ledger ledger = account.ledgerToRead()) {
      SentOrder order =
          found(account.books(ledger), account, account.brokerage(), account.now(ledger));
      Reply preview = preview(account, order);
      if (!confirmation.isGiven(invocation, preview, "Will nothing more of it be filled?")) {
        return Confirmation.missing(
            preview, "Would state that nothing more of order " + order.id() + " will be filled.");
      }
    }
    try (Ledger ledger = account.ledger()) {
      Books books = account.books(ledger);
      Optional<Brokerage> broker = account.brokerage();
      Instant now = account.now(ledger);
      SentOrder order = found(books, account, broker, now);
      long seq = OrderResolution.resolve(books, broker, order.id(), reason, now);
      Reply reply =
          account
              .reply()
              .strategy(order.strategy().toString())
              .ref("ledger_head", ledger.head().toString())
              .ref("event", "" + seq)
              .say(
                  "The order %s (%s %s %s) is resolved: nothing more of it will be filled."
                      .formatted(order.id(), order.side(), order.quantity(), order.symbol()));
      reply.data().object("order", OrderData.of(books.orders().find(order.id()).orElse(order)));
      return reply;
    }
  }

  private static Reply preview(Account account, SentOrder order) {
    Reply reply =
        account
            .reply()
            .strategy(order.strategy().toString())
            .block(
                KeyValues.of()
                    .with("Order", order.id().toString())
                    .with(
                        "What",
                        "%s %s %s, %s filled, %s"
                            .formatted(
                                order.side(),
                                order.quantity(),
                                order.symbol(),
                                order.filled(),
                                order.status()))
                    .with("Sent", NewYork.second(order.sentAt()) + " New York")
                    .with("Reserved until then", order.remaining() + " shares"));
    reply.data().object("order", OrderData.of(order));
    return reply;
  }

  private SentOrder found(Books books, Account account, Optional<Brokerage> broker, Instant now) {
    List<SentOrder> open = books.orders().working();
    if (open.stream().noneMatch(order -> order.id().toString().startsWith(id))) {
      throw unknown(account);
    }
    SentOrder order = OneOrder.named(id, open, account, "Nothing was resolved.");
    try {
      Optional<String> hindrance = OrderResolution.hindrance(books, broker, order, now);
      if (hindrance.isPresent()) {
        throw notDenied(account, order, hindrance.get());
      }
    } catch (BrokerUnavailableException e) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "broker_unanswered",
          "Nothing was resolved.",
          "The broker did not answer: " + e.why(),
          "Nothing was written.",
          "Try again when it answers.");
    }
    return order;
  }

  private Failure unknown(Account account) {
    return Failure.usage(
        "unknown_order",
        "Nothing was resolved.",
        "No open order of " + account.name() + " begins with `" + id + "`.",
        "See `milodex orders" + account.option() + "`; only an open order is resolved.");
  }

  private static Failure notDenied(Account account, SentOrder order, String hindrance) {
    return new Failure(
        ExitCode.REFUSED,
        "order_not_denied",
        "Nothing was resolved.",
        "Your word does not end order " + order.id() + ": " + hindrance + ".",
        "Nothing was written.",
        "Look with `milodex trade order-status "
            + order.id()
            + account.option()
            + "`. What works at the broker is ended there, or with `milodex trade cancel`.");
  }
}

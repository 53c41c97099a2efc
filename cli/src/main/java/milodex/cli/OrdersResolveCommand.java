package milodex.cli;

import java.io.IOException;
import java.util.List;
import milodex.execution.Books;
import milodex.execution.OrderResolution;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.risk.Circumstances.SentOrder;
import milodex.terminal.KeyValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ends an order whose outcome the broker does not tell.
@Command(
    name = "resolve",
    description = {
      "State that nothing more of an UNKNOWN order will be filled.",
      "What was filled stays, what was reserved is free. A fill that the broker tells later is"
          + " booked nevertheless.",
      "Without --confirm it shows what would be free, and you are asked if there is a terminal."
    })
final class OrdersResolveCommand implements Action {

  @Parameters(
      paramLabel = "ID",
      description = "The order; its first characters are enough, as `milodex orders` shows them.")
  private String id = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "How you know; it is kept.")
  private String reason = "";

  @Mixin private final Confirmation confirmation = new Confirmation();

  @Mixin private final WhichAccount which = new WhichAccount();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "Nothing was resolved.");
    Account account = which.of(invocation);
    try (Ledger ledger = account.ledgerToRead()) {
      SentOrder order = found(new Books(ledger), account);
      Reply preview = preview(account, order);
      if (!confirmation.isGiven(invocation, preview, "Will nothing more of it be filled?")) {
        return Confirmation.missing(
            preview, "Would state that nothing more of order " + order.id() + " will be filled.");
      }
    }
    try (Ledger ledger = account.ledger()) {
      Books books = account.books(ledger);
      SentOrder order = found(books, account);
      long seq = OrderResolution.resolve(books, order.id(), reason, account.now(ledger));
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

  private SentOrder found(Books books, Account account) {
    List<SentOrder> unknown =
        books.orders().working().stream()
            .filter(order -> order.status() == OrderStatus.UNKNOWN)
            .toList();
    if (unknown.stream().noneMatch(order -> order.id().toString().startsWith(id))) {
      throw unknown(account);
    }
    return OneOrder.named(id, unknown, account, "Nothing was resolved.");
  }

  private Failure unknown(Account account) {
    return Failure.usage(
        "unknown_order",
        "Nothing was resolved.",
        "No UNKNOWN order of " + account.name() + " begins with `" + id + "`.",
        "See `milodex orders" + account.option() + "`; only an UNKNOWN order is resolved.");
  }
}

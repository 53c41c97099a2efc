package milodex.cli;

import java.util.Comparator;
import java.util.List;
import milodex.execution.OrderHistory;
import milodex.execution.OrderHistory.Remembered;
import milodex.execution.OrderLog;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.market.NewYork;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What was sent, and what became of it.
final class OrdersCommand implements Action, Parent {

  /// @param orders those to be shown
  /// @param sent how many were ever sent
  private record Told(List<Remembered> orders, int sent) {}

  private static final Comparator<Remembered> OPEN_FIRST =
      Comparator.comparing((Remembered one) -> one.order().status().isFinal())
          .thenComparing(one -> one.order().sentAt(), Comparator.reverseOrder());

  private boolean all;
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show the orders that are open, and those of the newest day; with --all every one.",
            "What is open or UNKNOWN comes first. An UNKNOWN order is ended with `orders resolve`.")
        .flag("--all", "Every order ever sent.", () -> all = true)
        .with(which.usage());
  }

  @Override
  public List<Command> commands() {
    return List.of(new OrdersResolveCommand());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    try (Ledger ledger = account.factsToRead(OrderHistory.KINDS)) {
      Told told = all ? everything(ledger) : newest(ledger, account.orders(ledger));
      if (told.sent() == 0 && account.rehearsal().isEmpty() && !Traded.isOpened(account)) {
        return listed(account.neverTraded(), List.of(), 0);
      }
      return reply(account, told).ref("ledger_head", ledger.head().toString());
    }
  }

  private static Told everything(Ledger ledger) {
    OrderHistory history = new OrderHistory();
    ledger.replay(history);
    return new Told(history.orders(), history.orders().size());
  }

  private static Told newest(Ledger ledger, OrderLog orders) {
    return new Told(OrderHistory.newest(ledger, orders), orders.count());
  }

  private static Reply reply(Account account, Told told) {
    List<Remembered> shown = told.orders().stream().sorted(OPEN_FIRST).toList();
    long open = shown.stream().filter(one -> !one.order().status().isFinal()).count();
    long unknown =
        shown.stream().filter(one -> one.order().status() == OrderStatus.UNKNOWN).count();
    Reply reply =
        account
            .reply()
            .say(
                "%s sent in %s: %d open, %d of them UNKNOWN."
                    .formatted(
                        FactLine.counted(told.sent(), "order", "orders"),
                        account.name(),
                        open,
                        unknown));
    if (!shown.isEmpty()) {
      reply.block(table(shown));
    }
    if (shown.size() < told.sent()) {
      reply.block(
          Block.paragraph(
              "%d older ones are shown with --all.".formatted(told.sent() - shown.size()),
              Style.FAINT));
    }
    reply.block(
        Block.paragraph(
            "Wishes that have no order yet are shown by `milodex status%s`."
                .formatted(account.option()),
            Style.FAINT));
    if (unknown > 0) {
      reply.warn(
          "unknown_outstanding",
          "Entries in a symbol wait while an order in it is UNKNOWN. Look at your broker; if it"
              + " will not tell, `milodex orders resolve ID --reason TEXT --confirm"
              + account.option()
              + "`.");
    }
    return listed(reply, shown, open);
  }

  private static Reply listed(Reply reply, List<Remembered> shown, long open) {
    reply.data().count("open", open).objects("orders", shown.stream().map(OrderData::of).toList());
    return reply;
  }

  private static Table table(List<Remembered> orders) {
    Table table =
        Table.of(
            Column.text("Order"),
            Column.text("What"),
            Column.number("Filled"),
            Column.text("Status"),
            Column.text("Sent, New York"),
            Column.wrapping("Why"));
    for (Remembered one : orders) {
      table.row(
          Cell.of(OrderData.brief(one.order().id())),
          Cell.of(
              "%s %s %s"
                  .formatted(one.order().side(), one.order().quantity(), one.order().symbol())),
          Cell.of(one.order().filled().toString()),
          Cell.of(one.order().status().toString(), style(one.order().status())),
          Cell.of(NewYork.minute(one.order().sentAt())),
          Cell.of(why(one)));
    }
    return table;
  }

  private static String why(Remembered one) {
    String wish =
        one.wish()
            .map(
                intent ->
                    intent
                        .byHand()
                        .map(own -> "by hand: " + own.reason())
                        .orElseGet(() -> intent.rule() + ", decided on " + intent.decidedOn()))
            .orElse("no wish is on record");
    return one.says().isEmpty() ? wish : wish + ". " + one.says();
  }

  private static Style style(OrderStatus status) {
    return switch (status) {
      case UNKNOWN -> Style.BAD;
      case ACCEPTED, PARTIALLY_FILLED -> Style.FAIR;
      case FILLED -> Style.PLAIN;
      case CANCELLED, EXPIRED, REJECTED, NOT_RECEIVED, RESOLVED -> Style.FAINT;
    };
  }
}

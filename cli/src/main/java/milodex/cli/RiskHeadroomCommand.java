package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.HeadroomSurvey;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.risk.Headroom;
import milodex.risk.Headroom.Reading;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Every limit with what is used, reserved and free.
final class RiskHeadroomCommand implements Action {

  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "headroom";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show every limit with what is used, what is reserved for open orders, and what is free.",
            "It is measured by the code that the checks compare with. What is not known is shown as"
                + " unknown, with the reason.",
            "Whether one share more could be bought at all is told of each strategy, and a warning,"
                + " fleet_blocked, if none could and limits of the account are why.")
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    if (!Traded.isOpened(account)) {
      Reply reply = account.neverTraded();
      reply.data().objects("limits", List.of()).count("unknown", 0).objects("entries", List.of());
      return reply;
    }
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_LIMITS)) {
      Books books = account.books(ledger);
      AccountStand stand = AccountStand.of(account, ledger, books);
      return reply(account, ledger, books, stand).ref("ledger_head", ledger.head().toString());
    }
  }

  private static Reply reply(Account account, Ledger ledger, Books books, AccountStand stand) {
    Optional<Market> market = Optional.empty();
    List<ActiveStrategy> strategies = List.of();
    String why = "";
    RiskPolicy policy = RiskPolicy.standard();
    switch (stand) {
      case AccountStand.Clear clear -> {
        market = Optional.of(clear.market());
        strategies = clear.plan().strategies();
        policy = clear.policy();
      }
      case AccountStand.Unclear unclear -> {
        why = unclear.why();
        policy = account.wiring().configs().riskPolicy();
      }
    }
    List<Headroom> limits =
        new HeadroomSurvey(books, market, why, account.brokerage(), policy)
            .measure(strategies, account.now(ledger));
    Reply reply = told(account, ledger, limits);
    EntryBlock.addTo(reply, EntryRoom.of(account, ledger, books, stand));
    if (!why.isEmpty()) {
      reply.warn("headroom_unknown", "What is in dollars is not known: " + why + ".");
    }
    return reply;
  }

  private static Reply told(Account account, Ledger ledger, List<Headroom> limits) {
    long unknown = limits.stream().filter(RiskHeadroomCommand::isUnknown).count();
    long full = limits.stream().filter(RiskHeadroomCommand::isFull).count();
    Reply reply =
        account
            .reply()
            .say(
                "%s of %s, as of %s New York: %d leave nothing, %d are unknown."
                    .formatted(
                        FactLine.counted(limits.size(), "limit", "limits"),
                        account.name(),
                        NewYork.minute(account.now(ledger)),
                        full,
                        unknown))
            .block(Block.section("Account", table(limits, Optional.empty())));
    limits.stream()
        .flatMap(one -> one.strategy().stream())
        .distinct()
        .forEach(
            id -> {
              reply.strategy(id.toString());
              reply.block(Block.section(id.toString(), table(limits, Optional.of(id))));
            });
    reply
        .data()
        .objects("limits", limits.stream().map(RiskHeadroomCommand::data).toList())
        .count("unknown", unknown);
    return reply;
  }

  private static Table table(List<Headroom> limits, Optional<StrategyId> whose) {
    Table table =
        Table.of(
            Column.number("#"),
            Column.wrapping("Limit"),
            Column.number("At most"),
            Column.number("Used"),
            Column.number("Reserved"),
            Column.number("Free"));
    for (Headroom one : limits) {
      if (one.strategy().equals(whose)) {
        row(table, one);
      }
    }
    return table;
  }

  private static void row(Table table, Headroom one) {
    String row = "" + one.row();
    switch (one.reading()) {
      case Reading.Dollars known ->
          table.row(
              Cell.of(row),
              Cell.of(one.name()),
              Cell.of(FactLine.dollars(known.limit())),
              Cell.of(FactLine.dollars(known.used())),
              Cell.of(FactLine.dollars(known.reserved())),
              Cell.of(FactLine.dollars(known.free()), style(one)));
      case Reading.Count known ->
          table.row(
              Cell.of(row),
              Cell.of(one.name()),
              Cell.of("" + known.limit()),
              Cell.of("" + known.used()),
              Cell.of("" + known.reserved()),
              Cell.of("" + known.free(), style(one)));
      case Reading.Unknown unknown ->
          table.row(
              Cell.of(row),
              Cell.of(one.name() + ": " + unknown.why()),
              Cell.of("unknown", Style.FAIR),
              Cell.of("unknown", Style.FAIR),
              Cell.of("unknown", Style.FAIR),
              Cell.of("unknown", Style.FAIR));
    }
  }

  private static Style style(Headroom one) {
    return isFull(one) ? Style.BAD : Style.PLAIN;
  }

  private static boolean isUnknown(Headroom one) {
    return one.reading() instanceof Reading.Unknown;
  }

  private static boolean isFull(Headroom one) {
    return switch (one.reading()) {
      case Reading.Dollars known -> !known.free().isPositive();
      case Reading.Count known -> known.free() <= 0;
      case Reading.Unknown _ -> false;
    };
  }

  private static Data data(Headroom one) {
    Data data = Data.of().count("row", one.row()).text("code", one.code()).text("name", one.name());
    one.strategy()
        .ifPresentOrElse(id -> data.text("strategy", id.toString()), () -> data.absent("strategy"));
    return switch (one.reading()) {
      case Reading.Dollars known ->
          data.text("unit", "dollars")
              .money("limit", known.limit())
              .money("used", known.used())
              .money("reserved", known.reserved())
              .money("free", known.free());
      case Reading.Count known ->
          data.text("unit", "count")
              .count("limit", known.limit())
              .count("used", known.used())
              .count("reserved", known.reserved())
              .count("free", known.free());
      case Reading.Unknown unknown ->
          data.text("unit", "unknown")
              .undefined("limit", unknown.why())
              .undefined("used", unknown.why())
              .undefined("reserved", unknown.why())
              .undefined("free", unknown.why());
    };
  }
}

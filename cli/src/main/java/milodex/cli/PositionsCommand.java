package milodex.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.broker.Brokerage;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.portfolio.Marks;
import milodex.portfolio.Portfolio;
import milodex.portfolio.Position;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What is held, and by whom.
final class PositionsCommand implements Action {

  private static final String OUTSIDE = "outside of strategies";

  private final WhichAccount which = new WhichAccount();

  /// Shares of one symbol in one hand.
  ///
  /// @param strategy empty: held outside of strategies
  /// @param entered the session of the first purchase
  private record Held(
      Optional<StrategyId> strategy,
      Symbol symbol,
      Quantity shares,
      Money cost,
      Optional<String> entered,
      Optional<Price> mark) {

    String whose() {
      return strategy.map(StrategyId::toString).orElse(OUTSIDE);
    }

    Optional<Money> value() {
      return mark.map(price -> price.times(shares));
    }
  }

  @Override
  public String name() {
    return "positions";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show what each strategy holds and what is held outside of them, beside the broker.",
            "Prices are the last stored closes.")
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    if (!Traded.isOpened(account)) {
      Reply reply = account.neverTraded();
      reply.data().objects("positions", List.of()).objects("broker_differs", List.of());
      return reply;
    }
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_BOOKS)) {
      Portfolio books = account.books(ledger).portfolio();
      List<Held> held = held(books, StoredMarks.at(account, account.now(ledger)));
      Reply reply = reply(account, books, held, account.now(ledger));
      return beside(reply, books, account.brokerage()).ref("ledger_head", ledger.head().toString());
    }
  }

  private static List<Held> held(Portfolio books, Marks marks) {
    List<Held> all = new ArrayList<>();
    books
        .books()
        .forEach(
            (strategy, book) ->
                book.positions()
                    .values()
                    .forEach(position -> all.add(held(strategy, position, marks))));
    books
        .outside()
        .holdings()
        .forEach(
            (symbol, holding) ->
                all.add(
                    new Held(
                        Optional.empty(),
                        symbol,
                        holding.quantity(),
                        holding.cost(),
                        Optional.empty(),
                        marks.price(symbol))));
    return all;
  }

  private static Held held(StrategyId strategy, Position position, Marks marks) {
    return new Held(
        Optional.of(strategy),
        position.symbol(),
        position.quantity(),
        position.cost(),
        Optional.of(position.entry().session().toString()),
        marks.price(position.symbol()));
  }

  private static Reply reply(Account account, Portfolio books, List<Held> held, Instant now) {
    Reply reply =
        account
            .reply()
            .say(
                "%s held in %s, as of %s New York."
                    .formatted(
                        FactLine.counted(held.size(), "position is", "positions are"),
                        account.name(),
                        NewYork.minute(now)));
    if (!held.isEmpty()) {
      reply.block(table(held));
    }
    KeyValues cash = KeyValues.of();
    books.books().forEach((id, book) -> cash.with(id.toString(), FactLine.dollars(book.cash())));
    cash.with(OUTSIDE, FactLine.dollars(books.idleCash()));
    reply.block(Block.section("Cash", cash));
    reply
        .data()
        .money("cash", books.cash())
        .objects("positions", held.stream().map(PositionsCommand::data).toList());
    return reply;
  }

  private static Table table(List<Held> held) {
    Table table =
        Table.of(
            Column.wrapping("Whose"),
            Column.text("Symbol"),
            Column.number("Shares"),
            Column.number("Cost"),
            Column.text("Entered"),
            Column.number("Mark"),
            Column.number("Value"));
    for (Held one : held) {
      table.row(
          one.whose(),
          one.symbol().ticker(),
          one.shares().toString(),
          FactLine.dollars(one.cost()),
          one.entered().orElse("unknown"),
          one.mark().map(Price::toString).orElse("unknown"),
          one.value().map(FactLine::dollars).orElse("unknown"));
    }
    return table;
  }

  private static Data data(Held one) {
    Data data = Data.of();
    one.strategy()
        .ifPresentOrElse(id -> data.text("strategy", id.toString()), () -> data.absent("strategy"));
    data.text("symbol", one.symbol().ticker())
        .text("shares", one.shares().toString())
        .money("cost", one.cost());
    one.entered().ifPresentOrElse(on -> data.text("entered", on), () -> data.absent("entered"));
    one.mark()
        .ifPresentOrElse(price -> data.text("mark", price.toString()), () -> data.absent("mark"));
    one.value().ifPresentOrElse(value -> data.money("value", value), () -> data.absent("value"));
    return data;
  }

  /// Over the union of both sides.
  private static Reply beside(Reply reply, Portfolio books, Optional<Brokerage> broker) {
    if (broker.isEmpty()) {
      reply.data().objects("broker_differs", List.of());
      return reply.block(Block.paragraph("No broker is attached to compare with.", Style.FAINT));
    }
    var theirs = broker.get().account().positions();
    SortedSet<Symbol> symbols = new TreeSet<>(theirs.keySet());
    books.books().values().forEach(book -> symbols.addAll(book.positions().keySet()));
    symbols.addAll(books.outside().holdings().keySet());
    symbols.removeIf(
        symbol -> books.held(symbol).equals(theirs.getOrDefault(symbol, Quantity.ZERO)));
    reply
        .data()
        .objects(
            "broker_differs",
            symbols.stream()
                .map(
                    symbol ->
                        Data.of()
                            .text("symbol", symbol.ticker())
                            .text("books", books.held(symbol).toString())
                            .text("broker", theirs.getOrDefault(symbol, Quantity.ZERO).toString()))
                .toList());
    if (symbols.isEmpty()) {
      return reply.block(Block.paragraph("The broker holds the same.", Style.FAINT));
    }
    Table table = Table.of(Column.text("Symbol"), Column.number("Books"), Column.number("Broker"));
    for (Symbol symbol : symbols) {
      table.row(
          symbol.ticker(),
          books.held(symbol).toString(),
          theirs.getOrDefault(symbol, Quantity.ZERO).toString());
    }
    return reply
        .block(Block.section("The broker holds other shares", table))
        .warn("positions_differ", "See `milodex reconcile`.");
  }
}

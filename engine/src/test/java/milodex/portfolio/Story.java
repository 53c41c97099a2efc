package milodex.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// Tells a ledger event by event, one session each.
final class Story {

  static final StrategyId DIP = StrategyId.parse("meanrev.daily.pullback_rsi2.demo.v1");
  static final StrategyId TREND = StrategyId.parse("momentum.daily.tsmom.demo.v1");
  static final Symbol SPY = Symbol.of("SPY");
  static final Symbol GE = Symbol.of("GE");
  static final LocalDate FIRST = LocalDate.parse("2020-01-01");

  private final List<Event> events = new ArrayList<>();

  /// Books of 10,000 for each of two strategies, and 80,000 idle.
  static Story opened() {
    return new Story()
        .open(Money.of(80_000), Map.of(DIP, Money.of(10_000), TREND, Money.of(10_000)));
  }

  Story open(Money idle, Map<StrategyId, Money> allocated) {
    LocalDate from = session();
    return say(
        new Fact.BooksOpened(0, "whole", from, from.plusYears(1), idle, new TreeMap<>(allocated)));
  }

  Story buy(StrategyId strategy, Symbol symbol, String quantity, String price, String fee) {
    return fill(strategy, symbol, Side.BUY, quantity, price, fee, "entry");
  }

  Story sell(StrategyId strategy, Symbol symbol, String quantity, String price, String fee) {
    return fill(strategy, symbol, Side.SELL, quantity, price, fee, "exit");
  }

  /// The session of a buy becomes the entry fact `atr`: its day of the year.
  Story fill(
      StrategyId strategy,
      Symbol symbol,
      Side side,
      String quantity,
      String price,
      String fee,
      String rule) {
    SortedMap<String, Double> facts = new TreeMap<>();
    if (side == Side.BUY) {
      facts.put("atr", (double) session().getDayOfYear());
    }
    return say(
        new Fact.FillRecorded(
            new Fill(
                "x" + next(),
                new ClientOrderId("o" + next()),
                strategy,
                symbol,
                side,
                Quantity.parse(quantity),
                Price.parse(price),
                Money.parse(fee),
                session(),
                rule,
                facts)));
  }

  Story split(Symbol symbol, String ratio, String inLieu) {
    return say(
        new Fact.SplitApplied(symbol, session(), new BigDecimal(ratio), Price.parse(inLieu)));
  }

  Story dividend(StrategyId strategy, Symbol symbol, String shares, String perShare) {
    Quantity quantity = Quantity.parse(shares);
    Money each = Money.parse(perShare);
    return say(
        new Fact.DividendCredited(
            strategy, symbol, session(), quantity, each, each.times(quantity)));
  }

  Story tickerChange(Symbol symbol, Symbol to) {
    return say(new Fact.TickerChanged(symbol, to, session()));
  }

  Story delisting(Symbol symbol, String perShare) {
    return say(
        new Fact.DelistingSettled(symbol, session(), Money.parse(perShare), "stopped trading"));
  }

  Story say(Fact fact) {
    events.add(new Event(next(), "k" + next(), 0, Instant.EPOCH, fact));
    return this;
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  Portfolio portfolio() {
    return log().portfolio();
  }

  StrategyBook book(StrategyId strategy) {
    return portfolio().book(strategy).orElseThrow();
  }

  List<Trade> trades() {
    return log().closed();
  }

  TradeLog log() {
    TradeLog log = new TradeLog();
    events.forEach(log);
    return log;
  }

  /// The seq of the event told next.
  long next() {
    return events.size() + 1L;
  }

  private LocalDate session() {
    return FIRST.plusDays(events.size());
  }
}

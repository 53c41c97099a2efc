package milodex.trading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.IntentLog.Pending;
import milodex.ledger.HaltScope;
import milodex.ledger.Side;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Fraction;
import milodex.risk.Trigger;

/// Looks whether what a strategy holds, or wishes for, has bars, and such as can be believed.
final class BarWatch {

  private final Books books;
  private final Market market;
  private final Trouble trouble;
  private final Fraction band;

  /// @param band share of the close before from which on a close without a cause is not believed
  BarWatch(Books books, Market market, Trouble trouble, Fraction band) {
    this.books = books;
    this.market = market;
    this.trouble = trouble;
    this.band = band;
  }

  /// At an open: what is wished for has a price.
  void opens(List<ActiveStrategy> strategies, Session session, Instant now) {
    for (ActiveStrategy strategy : strategies) {
      SortedSet<Symbol> missing = new TreeSet<>();
      for (Pending waiting : books.intents().pending()) {
        Symbol symbol = waiting.intent().symbol();
        if (waiting.intent().strategy().equals(strategy.id())
            && waiting.intent().side() == Side.BUY
            && market.price(symbol).isEmpty()) {
          missing.add(symbol);
        }
      }
      tell(strategy, missing, "is wished for", session, now);
    }
  }

  /// At a close: what is held has the bar of this session.
  void closes(List<ActiveStrategy> strategies, Session session, Instant now) {
    for (ActiveStrategy strategy : strategies) {
      SortedSet<Symbol> missing = new TreeSet<>();
      SortedSet<Symbol> unlikely = new TreeSet<>();
      for (Symbol symbol : held(strategy)) {
        if (!hasBarOf(session, symbol)) {
          missing.add(symbol);
        } else if (isUnlikely(symbol)) {
          unlikely.add(symbol);
        }
      }
      tell(strategy, missing, "is held", session, now);
      tell(
          strategy,
          unlikely,
          "is held, closed more than " + band + " away from before,",
          session,
          now);
    }
  }

  private Set<Symbol> held(ActiveStrategy strategy) {
    return books
        .portfolio()
        .book(strategy.id())
        .map(book -> book.positions().keySet())
        .orElseGet(Set::of);
  }

  private boolean isUnlikely(Symbol symbol) {
    return market
        .window(symbol, 2)
        .filter(bars -> Math.abs(bars.close(0) / bars.close(1) - 1) > band.toDouble())
        .isPresent();
  }

  private boolean hasBarOf(Session session, Symbol symbol) {
    Optional<Instant> last = market.lastClose(symbol, Timeframe.DAY_1);
    return last.filter(
            at -> !at.atZone(ExchangeCalendar.nyse().zone()).toLocalDate().isBefore(session.date()))
        .isPresent();
  }

  private void tell(
      ActiveStrategy strategy,
      SortedSet<Symbol> missing,
      String why,
      Session session,
      Instant now) {
    if (!missing.isEmpty()) {
      String symbols = missing.stream().map(Symbol::toString).collect(Collectors.joining(", "));
      trouble.found(
          Trigger.DATA_QUALITY,
          HaltScope.of(strategy.id()),
          session.date(),
          session.date(),
          "%s %s and has no bar to believe on %s".formatted(symbols, why, session.date()),
          now);
    }
  }
}

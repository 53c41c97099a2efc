package milodex.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.Eligibility;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.portfolio.Portfolio;
import milodex.portfolio.Position;
import milodex.portfolio.StrategyBook;
import milodex.trading.HistoricalFeed;

/// What has to be seen of the market to go through a session of a paper account: the bars of all
/// that anybody on it reads or holds, as far back as rules read and trades began.
///
/// @param strategies those that are run
/// @param watched what others on the account read
public record PaperGround(
    List<ActiveStrategy> strategies, SortedSet<Symbol> watched, Portfolio portfolio) {

  /// The moments of `session`, and its market; nothing after it shows. What is held and has no bar
  /// of it stays held: that bar may be late.
  public HistoricalFeed feed(StoredBars store, Session session) {
    return feed(material(store, session), List.of());
  }

  /// The same of bars that were read, where `late` is booked too as the session begins.
  HistoricalFeed feed(DailyMaterial material, List<CorporateAction> late) {
    return new HistoricalFeed(
        material.history().unended().booking(late), material.begin(), material.begin());
  }

  DailyMaterial material(StoredBars store, Session session) {
    return DailyMaterial.read(
        store.until(session.date()),
        new DailyMaterial.Reach(symbols(), session.date(), session.date(), warmUp(session)));
  }

  private SortedSet<Symbol> symbols() {
    SortedSet<Symbol> all = new TreeSet<>(watched);
    strategies.forEach(strategy -> all.addAll(strategy.reads()));
    all.addAll(portfolio.symbols());
    all.addAll(portfolio.outside().holdings().keySet());
    return all;
  }

  private int warmUp(Session session) {
    int sessions = 1;
    for (ActiveStrategy strategy : strategies) {
      sessions = Math.max(sessions, Eligibility.memory(strategy.dailyLookback()));
    }
    for (StrategyBook book : portfolio.books().values()) {
      for (Position position : book.positions().values()) {
        LocalDate entered = position.entry().session();
        sessions =
            Math.max(
                sessions, ExchangeCalendar.nyse().sessionsBetween(entered, session.date()) + 1);
      }
    }
    return sessions;
  }
}

package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import milodex.data.DataUnavailableException;
import milodex.data.StoredBars;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Price;
import milodex.portfolio.Marks;

/// The last closes in the store.
final class StoredMarks {

  private StoredMarks() {}

  /// The close of the newest session that had closed at `now`, of the bars that a run reads; none
  /// where bars are missing or cannot be read. The bars of a symbol are read once.
  static Marks at(Account account, Instant now) {
    LocalDate day = Account.session(now);
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    boolean closed =
        calendar.session(day).map(Session::closesAt).map(at -> !now.isBefore(at)).orElse(false);
    LocalDate last = closed ? day : calendar.previous(day).date();
    Instant clock = account.invocation().environment().clock().instant();
    StoredBars store =
        account.rehearsal().isPresent()
            ? account.wiring().barsToShow(clock)
            : account.wiring().paperBars(clock);
    Map<Symbol, Optional<Price>> read = new HashMap<>();
    return symbol -> read.computeIfAbsent(symbol, one -> close(store.until(last), one));
  }

  private static Optional<Price> close(StoredBars store, Symbol symbol) {
    try {
      return store.load(symbol, Timeframe.DAY_1).flatMap(StoredMarks::close);
    } catch (DataUnavailableException _) {
      return Optional.empty();
    }
  }

  private static Optional<Price> close(BarSeries bars) {
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(Price.of(bars.columns().close()[bars.size() - 1]));
  }
}

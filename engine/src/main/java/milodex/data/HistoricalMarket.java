package milodex.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import milodex.market.BarColumns;
import milodex.market.BarWindow;
import milodex.market.CorporateAction;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Price;

/// A market of the past, seen from a moving now: at a session's open, within it as bars close and
/// open, or after its close.
public final class HistoricalMarket implements Market {

  private final MarketHistory history;
  private final Optional<IntradayView> intraday;
  private int session;
  private boolean closed;

  /// Stands before the open of session `first` of `history`.
  public HistoricalMarket(MarketHistory history, int first) {
    this.history = history;
    this.session = first;
    this.closed = false;
    this.intraday = history.intraday().map(bars -> new IntradayView(bars, session()));
  }

  /// The market as it stood in a session, by its index, when the bars that end at `at` had closed:
  /// those within it where there are some, else the session's own.
  public static HistoricalMarket at(MarketHistory history, int session, Instant at) {
    HistoricalMarket market = new HistoricalMarket(history, session);
    if (history.intraday().isPresent()) {
      market.closeBars(at);
    } else {
      market.closeSession();
    }
    return market;
  }

  /// Moves to the open of a session, by its index.
  public void openSession(int index) {
    session = index;
    closed = false;
    intraday.ifPresent(bars -> bars.openSession(session()));
  }

  /// Moves to the instant, within the session, at which intraday bars open.
  public void openBars(Instant at) {
    intraday.ifPresent(bars -> bars.openBars(at));
  }

  /// Moves past the close of the intraday bars that end at `at`.
  public void closeBars(Instant at) {
    intraday.ifPresent(bars -> bars.closeBars(at));
  }

  /// Moves past the close of the session that is open.
  public void closeSession() {
    closed = true;
  }

  @Override
  public Session session() {
    return history.sessions().get(session);
  }

  @Override
  public Optional<Price> price(Symbol symbol) {
    return closed || intraday.isEmpty() ? priceOfSession(symbol) : intraday.get().price(symbol);
  }

  private Optional<Price> priceOfSession(Symbol symbol) {
    Optional<Track> track = history.track(symbol);
    if (track.isEmpty() || track.get().barAt(session) < 0) {
      return Optional.empty();
    }
    int bar = track.get().barAt(session);
    return Optional.of(closed ? track.get().close(bar) : track.get().open(bar));
  }

  @Override
  public Optional<Price> lastPrice(Symbol symbol) {
    return price(symbol)
        .or(() -> intraday.filter(_ -> !closed).flatMap(bars -> bars.lastPrice(symbol)))
        .or(() -> lastOfSessions(symbol));
  }

  private Optional<Price> lastOfSessions(Symbol symbol) {
    return history
        .track(symbol)
        .flatMap(
            track -> {
              int bar = lastBarUpTo(track, lastClosed());
              return bar < 0
                  ? Optional.empty()
                  : Optional.of(Price.of(track.columnsAsOf(today()).close()[bar]));
            });
  }

  @Override
  public Optional<Instant> lastClose(Symbol symbol, Timeframe size) {
    return size.isIntraday()
        ? intraday.flatMap(bars -> bars.lastClose(symbol, size))
        : history.track(symbol).flatMap(this::lastClose);
  }

  private Optional<Instant> lastClose(Track track) {
    for (int i = lastClosed(); i >= 0; i--) {
      if (track.barAt(i) >= 0) {
        return Optional.of(history.sessions().get(i).closesAt());
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<BarWindow> window(Symbol symbol, Timeframe size, int length) {
    return size.isIntraday()
        ? intraday.flatMap(bars -> bars.window(symbol, size, length))
        : windowOfSessions(symbol, length);
  }

  private Optional<BarWindow> windowOfSessions(Symbol symbol, int length) {
    int last = lastClosed();
    Optional<Track> track = history.track(symbol);
    if (last < 0 || track.isEmpty()) {
      return Optional.empty();
    }
    int bar = track.get().barAt(last);
    if (bar < length - 1) {
      return Optional.empty();
    }
    return Optional.of(BarWindow.of(track.get().barsAsOf(history.days().day(last)), bar, length));
  }

  @Override
  public Optional<String> whyBarred(Symbol symbol, Timeframe size, int lookback) {
    if (size.isIntraday()) {
      return unseasoned(symbol, 1)
          .or(() -> intraday.flatMap(bars -> bars.whyBarred(symbol, size, lookback)));
    }
    return unseasoned(symbol, lookback);
  }

  private Optional<String> unseasoned(Symbol symbol, int lookback) {
    int last = lastClosed();
    Optional<Track> track = history.track(symbol);
    if (last < 0 || track.isEmpty()) {
      return code(Eligibility.Reason.NOT_LISTED);
    }
    return code(track.get().eligibility(history.days(), lookback).at(last));
  }

  @Override
  public OptionalDouble meanVolume(Symbol symbol, int sessions) {
    int last = lastClosed();
    Optional<Track> track = history.track(symbol);
    if (last < 0 || track.isEmpty() || track.get().unbroken(last) < sessions) {
      return OptionalDouble.empty();
    }
    double[] volume = track.get().columnsAsOf(today()).volume();
    int bar = track.get().barAt(last);
    double sum = 0;
    for (int i = bar - sessions + 1; i <= bar; i++) {
      sum += volume[i];
    }
    return OptionalDouble.of(sum / sessions);
  }

  @Override
  public Optional<PriceRange> range(Symbol symbol, Instant from, Instant until) {
    return intraday.isPresent()
        ? intraday.get().range(symbol, from, until)
        : history
            .track(symbol)
            .flatMap(track -> range(track, firstOpening(from), lastClosed(), until));
  }

  @Override
  public OptionalDouble correlation(Symbol one, Symbol other, int sessions) {
    int last = lastClosed();
    Optional<Track> a = history.track(one);
    Optional<Track> b = history.track(other);
    if (last < 0
        || a.isEmpty()
        || b.isEmpty()
        || a.get().unbroken(last) <= sessions
        || b.get().unbroken(last) <= sessions) {
      return OptionalDouble.empty();
    }
    double[] x = a.get().columnsAsOf(today()).close();
    double[] y = b.get().columnsAsOf(today()).close();
    return Correlation.ofReturns(x, a.get().barAt(last), y, b.get().barAt(last), sessions);
  }

  @Override
  public List<CorporateAction> actions() {
    return history.actionsAt(session);
  }

  @Override
  public List<CorporateAction> due() {
    return history.dueAt(session);
  }

  private Optional<PriceRange> range(Track track, int first, int last, Instant until) {
    BarColumns columns = track.columnsAsOf(today());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = first; i <= last && !closesAt(i).isAfter(until); i++) {
      int bar = track.barAt(i);
      if (bar < 0) {
        return Optional.empty();
      }
      low = Math.min(low, columns.low()[bar]);
      high = Math.max(high, columns.high()[bar]);
    }
    return low <= high ? Optional.of(new PriceRange(low, high)) : Optional.empty();
  }

  /// Index of the first session that opened at or after `from`, up to the one of now.
  private int firstOpening(Instant from) {
    int first = session;
    while (first > 0 && !history.sessions().get(first - 1).opensAt().isBefore(from)) {
      first--;
    }
    return first;
  }

  private Instant closesAt(int index) {
    return history.sessions().get(index).closesAt();
  }

  private static Optional<String> code(Eligibility.Reason reason) {
    return reason == Eligibility.Reason.ELIGIBLE ? Optional.empty() : Optional.of(reason.code());
  }

  private int lastClosed() {
    return closed ? session : session - 1;
  }

  private int today() {
    return history.days().day(session);
  }

  private static int lastBarUpTo(Track track, int session) {
    for (int i = session; i >= 0; i--) {
      if (track.barAt(i) >= 0) {
        return track.barAt(i);
      }
    }
    return -1;
  }
}

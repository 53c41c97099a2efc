package milodex.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.BarHistory;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Session;
import milodex.market.Symbol;

/// The daily bars of many symbols laid along the sessions of the exchange, and the intraday bars
/// that a rule may decide on beside them; shared, never changed.
public final class MarketHistory {

  /// New tickers come first: what else happens on that day happens under them.
  private static final Comparator<CorporateAction> ORDER =
      Comparator.comparing((CorporateAction action) -> !(action instanceof TickerChange))
          .thenComparing(CorporateAction::symbol)
          .thenComparing(CorporateAction::exDate)
          .thenComparingInt(MarketHistory::turn);

  private final List<Session> sessions;
  private final SessionDays days;
  private final Map<Symbol, Track> tracks;
  private final Map<Integer, List<CorporateAction>> actionsAt;
  private final List<CorporateAction.Delisting> assumedDelistings;
  private final List<CorporateAction> late;
  private final Optional<IntradayHistory> intraday;

  private MarketHistory(
      List<Session> sessions,
      SessionDays days,
      Map<Symbol, Track> tracks,
      Map<Integer, List<CorporateAction>> actionsAt,
      List<CorporateAction.Delisting> assumedDelistings,
      List<CorporateAction> late,
      Optional<IntradayHistory> intraday) {
    this.sessions = sessions;
    this.days = days;
    this.tracks = tracks;
    this.actionsAt = Map.copyOf(actionsAt);
    this.assumedDelistings = assumedDelistings;
    this.late = late;
    this.intraday = intraday;
  }

  /// Lays `series` along `sessions`.
  ///
  /// A series that ends before the last session without a delisting or a new ticker is taken to
  /// have stopped trading at its last close; [#assumedDelistings] names it.
  ///
  /// @param sessions consecutive sessions of the exchange, from the first bar of interest to the
  ///     last session that will be replayed
  /// @param series daily bars, one series for each symbol
  /// @param actions corporate actions of those symbols, in any order
  public static MarketHistory of(
      List<Session> sessions, List<BarSeries> series, List<CorporateAction> actions) {
    return laid(List.copyOf(sessions), SessionDays.of(sessions), series, actions);
  }

  /// @param sessions never changed by anybody
  /// @param days their dates
  static MarketHistory laid(
      List<Session> sessions,
      SessionDays days,
      List<BarSeries> series,
      List<CorporateAction> actions) {
    SortedMap<Symbol, List<CorporateAction>> actionsOf = new TreeMap<>();
    for (CorporateAction action : actions) {
      actionsOf.computeIfAbsent(action.symbol(), _ -> new ArrayList<>()).add(action);
    }
    Map<Symbol, Track> tracks = new HashMap<>();
    List<CorporateAction.Delisting> assumed = new ArrayList<>();
    for (BarSeries one : series) {
      List<CorporateAction> own = actionsOf.getOrDefault(one.symbol(), List.of());
      assumedDelisting(one, own, days).ifPresent(assumed::add);
      tracks.put(one.symbol(), Track.of(one, own, days));
    }
    return new MarketHistory(
        sessions,
        days,
        tracks,
        actionsAt(tracks.values(), assumed, days),
        List.copyOf(assumed),
        List.of(),
        Optional.empty());
  }

  /// The same with intraday bars beside the daily ones; prices within a session are then theirs.
  public MarketHistory with(IntradayHistory bars) {
    return new MarketHistory(
        sessions, days, tracks, actionsAt, assumedDelistings, late, Optional.of(bars));
  }

  /// The same where only a delisting that is told ends a symbol: bars that are missing at the end
  /// of a series may still come.
  public MarketHistory unended() {
    return new MarketHistory(
        sessions,
        days,
        tracks,
        actionsAt(tracks.values(), List.of(), days),
        List.of(),
        late,
        intraday);
  }

  /// The same where these are booked at the open of its last session, too: what took effect before
  /// it and was told too late.
  public MarketHistory booking(List<CorporateAction> late) {
    return new MarketHistory(
        sessions,
        days,
        tracks,
        actionsAt,
        assumedDelistings,
        late.stream().sorted(ORDER).toList(),
        intraday);
  }

  /// The intraday bars; empty where everything is decided and done by the day.
  public Optional<IntradayHistory> intraday() {
    return intraday;
  }

  /// When bars close within `session`, oldest first, at which a rule that reads them is asked: by
  /// the calendar, whether or not a symbol traded; never where no symbol has a bar in the session,
  /// or everything is done by the day.
  public List<Instant> barCloses(Session session) {
    return intraday
        .filter(bars -> bars.covers(session.date()))
        .map(bars -> session.barCloses(bars.size()))
        .orElse(List.of());
  }

  /// The sessions it covers, oldest first.
  public List<Session> sessions() {
    return sessions;
  }

  /// The symbols it has bars of, in order.
  public List<Symbol> symbols() {
    return tracks.keySet().stream().sorted().toList();
  }

  /// What companies did, at any time, in the shares of these bars.
  public List<CorporateAction> actions() {
    return tracks.values().stream()
        .flatMap(track -> track.actions().stream())
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  /// Symbols whose bars just end; positions in them are closed at the last close.
  public List<CorporateAction.Delisting> assumedDelistings() {
    return assumedDelistings;
  }

  /// When a symbol that has bars may be entered by a rule that reads `lookback` daily bars.
  public Optional<Eligibility> eligibility(Symbol symbol, int lookback) {
    return track(symbol).map(track -> track.eligibility(days, lookback));
  }

  /// How many bars of `symbol` lie within the sessions `[first, last]`, by index.
  public int barsBetween(Symbol symbol, int first, int last) {
    Track track = tracks.get(symbol);
    int bars = 0;
    if (track != null) {
      for (int session = first; session <= last; session++) {
        if (track.barAt(session) >= 0) {
          bars++;
        }
      }
    }
    return bars;
  }

  /// The total return of each session of `days`, dividends included: from the close before to its
  /// own; empty if a bar is missing.
  ///
  /// @param days epoch days of sessions it covers
  public Optional<double[]> totalReturns(Symbol symbol, int[] days) {
    Track track = tracks.get(symbol);
    if (track == null) {
      return Optional.empty();
    }
    double[] returns = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      int session = this.days.firstFrom(days[i]);
      if (session < 1 || track.barAt(session) < 1 || track.barAt(session - 1) < 0) {
        return Optional.empty();
      }
      BarHistory bars = track.barsAsOf(days[i]);
      double[] close = bars.columns().close();
      int bar = track.barAt(session);
      returns[i] = (close[bar] + bars.dividend()[bar]) / close[bar - 1] - 1;
    }
    return Optional.of(returns);
  }

  Optional<Track> track(Symbol symbol) {
    return Optional.ofNullable(tracks.get(symbol));
  }

  /// The dates of the sessions, numbered as they are.
  public SessionDays days() {
    return days;
  }

  List<CorporateAction> actionsAt(int session) {
    return actionsAt.getOrDefault(session, List.of());
  }

  List<CorporateAction> dueAt(int session) {
    if (late.isEmpty() || session != days.size() - 1) {
      return actionsAt(session);
    }
    List<CorporateAction> due = new ArrayList<>(late);
    due.addAll(actionsAt(session));
    return due;
  }

  private static Optional<CorporateAction.Delisting> assumedDelisting(
      BarSeries series, List<CorporateAction> actions, SessionDays days) {
    boolean known =
        actions.stream()
            .anyMatch(
                one -> one instanceof CorporateAction.Delisting || one instanceof TickerChange);
    if (known || series.isEmpty() || days.size() == 0) {
      return Optional.empty();
    }
    int last = series.size() - 1;
    if (series.day()[last] >= days.day(days.size() - 1)) {
      return Optional.empty();
    }
    BigDecimal close = BigDecimal.valueOf(series.columns().close()[last]);
    return Optional.of(new CorporateAction.Delisting(series.symbol(), series.last(), close));
  }

  /// A delisting takes effect in the session after the last one traded, everything else at the
  /// open of the first session on or after its ex-date. An action told twice is one.
  private static Map<Integer, List<CorporateAction>> actionsAt(
      Collection<Track> tracks, List<CorporateAction.Delisting> assumed, SessionDays days) {
    List<CorporateAction> all = new ArrayList<>(assumed);
    tracks.forEach(track -> all.addAll(track.actions()));
    all.sort(ORDER);
    Map<Integer, List<CorporateAction>> at = new TreeMap<>();
    for (CorporateAction action : new LinkedHashSet<>(all)) {
      int day = Math.toIntExact(action.exDate().toEpochDay());
      int effective = action instanceof CorporateAction.Delisting ? day + 1 : day;
      int session = days.firstFrom(effective);
      if (session > 0 && session < days.size()) {
        at.computeIfAbsent(session, _ -> new ArrayList<>()).add(action);
      }
    }
    return at;
  }

  /// A dividend is paid in the shares of its ex-date, so a split of that day comes first.
  private static int turn(CorporateAction action) {
    return switch (action) {
      case TickerChange _ -> 0;
      case CorporateAction.Split _ -> 1;
      case CorporateAction.SpinOff _ -> 2;
      case CorporateAction.Dividend _ -> 3;
      case CorporateAction.Delisting _ -> 4;
    };
  }
}

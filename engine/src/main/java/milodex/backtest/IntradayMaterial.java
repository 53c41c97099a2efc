package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.BarFingerprint;
import milodex.data.IntradayHistory;
import milodex.data.RegularBars;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The intraday bars that were read for a plan: those of its period, and as many before it as its
/// rule looks back on.
///
/// @param series regular bars, as traded, of each symbol that has some
record IntradayMaterial(Timeframe size, SortedMap<Symbol, BarSeries> series) {

  /// Daily and intraday closes of one session that differ by more than this share are not prices of
  /// one share.
  private static final double SAME_SHARE = 0.05;

  /// Empty for a strategy that decides on daily bars.
  ///
  /// @param first the first session that is read of
  static Optional<IntradayMaterial> read(
      StoredBars store, ActiveStrategy strategy, LocalDate first, LocalDate begin, LocalDate last) {
    return strategy.barSize().isIntraday()
        ? Optional.of(
            read(
                store,
                strategy.barSize(),
                strategy.reads(),
                strategy.lookback(),
                first,
                begin,
                last))
        : Optional.empty();
  }

  static IntradayMaterial read(
      StoredBars store,
      Timeframe size,
      Collection<Symbol> symbols,
      int lookback,
      LocalDate first,
      LocalDate begin,
      LocalDate last) {
    SortedMap<Symbol, BarSeries> series = new TreeMap<>();
    for (Symbol symbol : symbols) {
      RegularBars.load(store, symbol, size)
          .map(bars -> needed(bars.between(first, last), begin, lookback))
          .filter(bars -> !bars.isEmpty())
          .ifPresent(bars -> series.put(symbol, bars));
    }
    return new IntradayMaterial(size, series);
  }

  private static BarSeries needed(BarSeries bars, LocalDate begin, int lookback) {
    int start = bars.firstOnOrAfter(begin);
    return bars.slice(Math.max(0, start - lookback), bars.size());
  }

  IntradayHistory history(SortedMap<Symbol, List<CorporateAction>> actions) {
    return IntradayHistory.of(size, List.copyOf(series.values()), actions);
  }

  /// Whether `symbol` has a bar in the sessions from `begin` on.
  boolean has(Symbol symbol, LocalDate begin) {
    BarSeries bars = series.get(symbol);
    return bars != null && !bars.last().isBefore(begin);
  }

  /// Names the bars of `symbol`; empty text if it has none.
  String fingerprint(Symbol symbol) {
    return Optional.ofNullable(series.get(symbol))
        .map(bars -> BarFingerprint.of(bars).hex())
        .orElse("");
  }

  /// Which of these sessions have bars.
  IntradayCoverage coverage(List<Session> sessions, Collection<Symbol> symbols) {
    SortedMap<Symbol, Integer> covered = new TreeMap<>();
    Set<Integer> any = new HashSet<>();
    for (Symbol symbol : symbols) {
      Set<Integer> days = days(symbol);
      any.addAll(days);
      covered.put(symbol, (int) sessions.stream().filter(one -> days.contains(day(one))).count());
    }
    List<LocalDate> notEvaluated = new ArrayList<>();
    for (Session session : sessions) {
      if (!any.contains(day(session))) {
        notEvaluated.add(session.date());
      }
    }
    return new IntradayCoverage(size, sessions.size(), covered, notEvaluated);
  }

  /// Why the intraday prices of `symbol` are not those of its daily bars; empty if they are.
  Optional<String> contradiction(BarSeries daily, List<CorporateAction> actions, LocalDate begin) {
    BarSeries bars = series.get(daily.symbol());
    if (bars == null) {
      return Optional.empty();
    }
    return laterSplit(daily, actions, begin).or(() -> otherPrice(daily, bars));
  }

  private static Optional<String> laterSplit(
      BarSeries daily, List<CorporateAction> actions, LocalDate begin) {
    return daily.adjustment() == Adjustment.RAW
        ? Optional.empty()
        : actions.stream()
            .filter(CorporateAction.Split.class::isInstance)
            .filter(split -> split.exDate().isAfter(begin))
            .findFirst()
            .map(
                split ->
                    "the daily bars of %s are divided by the split of %s, the intraday bars are as traded"
                        .formatted(daily.symbol(), split.exDate()));
  }

  private static Optional<String> otherPrice(BarSeries daily, BarSeries bars) {
    int day = 0;
    for (int i = 0; i < bars.size(); i++) {
      boolean last = i == bars.size() - 1 || bars.day()[i + 1] != bars.day()[i];
      while (day < daily.size() && daily.day()[day] < bars.day()[i]) {
        day++;
      }
      if (last && day < daily.size() && daily.day()[day] == bars.day()[i]) {
        double close = bars.columns().close()[i];
        double whole = daily.columns().close()[day];
        if (Math.abs(close / whole - 1) > SAME_SHARE) {
          return Optional.of(
              "%s closes at %s on %s by its daily bars and at %s by its intraday bars"
                  .formatted(daily.symbol(), whole, bars.session(i), close));
        }
      }
    }
    return Optional.empty();
  }

  private Set<Integer> days(Symbol symbol) {
    Set<Integer> days = new HashSet<>();
    BarSeries bars = series.get(symbol);
    if (bars != null) {
      for (int day : bars.day()) {
        days.add(day);
      }
    }
    return days;
  }

  private static int day(Session session) {
    return Math.toIntExact(session.date().toEpochDay());
  }
}

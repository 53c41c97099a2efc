package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import milodex.data.BarFingerprint;
import milodex.data.Eligibility;
import milodex.data.Lineage;
import milodex.data.MarketHistory;
import milodex.data.QualityFinding;
import milodex.data.QualityScan;
import milodex.data.StoredBars;
import milodex.ledger.Sha256;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Daily bars and corporate actions, laid along a warm-up and a period: the same for every plan
/// that reads the same symbols over the same sessions, so plans share it. Never changed.
final class DailyMaterial {

  private final int begin;
  private final SortedMap<Symbol, BarSeries> series;
  private final SortedMap<Symbol, List<CorporateAction>> actions;
  private final MarketHistory history;
  private final SortedMap<Symbol, String> hashes;
  private final SortedMap<Symbol, List<QualityFinding>> findings;

  /// What is read.
  ///
  /// @param symbols those wanted
  /// @param from first session of the period
  /// @param to its last session
  /// @param warmUp how many sessions before it are read too, or those the calendar knows
  record Reach(SortedSet<Symbol> symbols, LocalDate from, LocalDate to, int warmUp) {}

  private DailyMaterial(
      int begin,
      SortedMap<Symbol, BarSeries> series,
      SortedMap<Symbol, List<CorporateAction>> actions,
      MarketHistory history) {
    this.begin = begin;
    this.series = Collections.unmodifiableSortedMap(series);
    this.actions = Collections.unmodifiableSortedMap(actions);
    this.history = history;
    this.hashes = Collections.unmodifiableSortedMap(hashes(_ -> ""));
    this.findings = Collections.unmodifiableSortedMap(scanned(quality(0)));
  }

  static DailyMaterial read(StoredBars store, Reach reach) {
    List<Session> period = ExchangeCalendar.nyse().sessions(reach.from, reach.to);
    List<Session> sessions = withWarmUp(period, reach.warmUp);
    LocalDate first = sessions.getFirst().date();
    LocalDate last = sessions.getLast().date();
    SortedMap<Symbol, BarSeries> series = new TreeMap<>();
    SortedMap<Symbol, List<CorporateAction>> actions = new TreeMap<>();
    Lineage.read(store, reach.symbols, Timeframe.DAY_1, reach.from, last)
        .forEach(
            (symbol, company) -> {
              BarSeries read = company.bars().between(first, last);
              if (!read.isEmpty()) {
                series.put(symbol, read);
                actions.put(symbol, company.actions());
              }
            });
    MarketHistory history =
        MarketHistory.of(
            sessions,
            List.copyOf(series.values()),
            actions.values().stream().flatMap(List::stream).toList());
    return new DailyMaterial(sessions.size() - period.size(), series, actions, history);
  }

  /// Index in [#history] of the period's first session.
  int begin() {
    return begin;
  }

  /// The bars read of each symbol that has some.
  SortedMap<Symbol, BarSeries> series() {
    return series;
  }

  /// The corporate actions of those symbols.
  SortedMap<Symbol, List<CorporateAction>> actions() {
    return actions;
  }

  MarketHistory history() {
    return history;
  }

  /// The hash of what was read of each symbol.
  SortedMap<Symbol, String> hashes() {
    return hashes;
  }

  /// The same, together with what names the bars of a symbol within the session.
  SortedMap<Symbol, String> hashes(Function<Symbol, String> within) {
    LocalDate from = history.sessions().getFirst().date();
    LocalDate to = history.sessions().getLast().date();
    SortedMap<Symbol, String> all = new TreeMap<>();
    series.forEach(
        (symbol, bars) ->
            all.put(symbol, hash(bars, actions(symbol), from, to, within.apply(symbol))));
    return all;
  }

  /// SHA-256 of daily bars, of those corporate actions that can change a run over `[from, to]`, and
  /// of what names the bars within the session.
  ///
  /// Later splits say in which shares a vendor-adjusted series is told.
  static String hash(
      BarSeries bars, List<CorporateAction> actions, LocalDate from, LocalDate to, String within) {
    boolean raw = bars.adjustment() == Adjustment.RAW;
    List<CorporateAction> told =
        actions.stream()
            .filter(action -> !action.exDate().isBefore(from))
            .filter(action -> !raw || !action.exDate().isAfter(to))
            .toList();
    return Sha256.of(BarFingerprint.of(bars).hex() + BarFingerprint.ofActions(told).hex() + within);
  }

  /// What the quality scan sees on behalf of a rule that reads `lookback` bars.
  List<QualityFinding> findings(int lookback) {
    List<QualityFinding> all = new ArrayList<>();
    series.forEach(
        (symbol, bars) -> {
          all.addAll(findings.getOrDefault(symbol, List.of()));
          QualityScan.shortage(bars, lookback).ifPresent(all::add);
        });
    return all;
  }

  /// What the quality scan sees in bars of any size within the same sessions.
  List<QualityFinding> scan(SortedMap<Symbol, BarSeries> bars, int lookback) {
    QualityScan scan = quality(lookback);
    List<QualityFinding> seen = new ArrayList<>();
    bars.forEach((symbol, one) -> seen.addAll(scan.scan(one, actions(symbol))));
    return seen;
  }

  private SortedMap<Symbol, List<QualityFinding>> scanned(QualityScan scan) {
    SortedMap<Symbol, List<QualityFinding>> all = new TreeMap<>();
    series.forEach((symbol, bars) -> all.put(symbol, scan.scan(bars, actions(symbol))));
    return all;
  }

  private QualityScan quality(int lookback) {
    LocalDate last = history.sessions().getLast().date();
    return new QualityScan(history.days(), last, lookback);
  }

  /// When each symbol may be entered by a rule that reads `lookback` bars.
  SortedMap<Symbol, Eligibility> eligibility(int lookback) {
    SortedMap<Symbol, Eligibility> all = new TreeMap<>();
    for (Symbol symbol : series.keySet()) {
      history.eligibility(symbol, lookback).ifPresent(one -> all.put(symbol, one));
    }
    return all;
  }

  /// The corporate actions of one symbol.
  List<CorporateAction> actions(Symbol symbol) {
    return actions.getOrDefault(symbol, List.of());
  }

  /// The sessions of `period` and as many before it, or those the calendar knows.
  static List<Session> withWarmUp(List<Session> period, int behind) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate first = period.getFirst().date();
    for (int i = 0; i < behind && first.isAfter(calendar.firstCovered().plusDays(7)); i++) {
      first = calendar.previous(first).date();
    }
    return calendar.sessions(first, period.getLast().date());
  }
}

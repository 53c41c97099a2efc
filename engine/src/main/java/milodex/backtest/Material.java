package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import milodex.market.Universe;

/// What was read for a plan: bars and corporate actions, laid along warm-up and period.
///
/// @param begin index in `history` of the period's first session
/// @param series the bars read of each symbol that has some
/// @param actions the corporate actions of those symbols
/// @param intraday the bars within the session, if the strategy decides on such
record Material(
    BacktestPlan plan,
    int begin,
    SortedMap<Symbol, BarSeries> series,
    SortedMap<Symbol, List<CorporateAction>> actions,
    Optional<IntradayMaterial> intraday,
    MarketHistory history) {

  /// @param period the sessions of the plan, at least one
  static Material read(StoredBars store, BacktestPlan plan, List<Session> period) {
    int lookback = plan.strategy().dailyLookback();
    List<Session> sessions = withWarmUp(period, Eligibility.memory(lookback));
    SortedSet<Symbol> wanted = new TreeSet<>(plan.strategy().reads());
    plan.benchmark().ifPresent(wanted::add);
    LocalDate first = sessions.getFirst().date();
    LocalDate last = sessions.getLast().date();
    SortedMap<Symbol, BarSeries> series = new TreeMap<>();
    SortedMap<Symbol, List<CorporateAction>> actions = new TreeMap<>();
    Lineage.read(store, wanted, Timeframe.DAY_1, period.getFirst().date(), last)
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
    LocalDate begin = period.getFirst().date();
    Optional<IntradayMaterial> intraday =
        IntradayMaterial.read(store, plan.strategy(), first, begin, last);
    return new Material(
        plan,
        sessions.size() - period.size(),
        series,
        actions,
        intraday,
        intraday.map(bars -> history.with(bars.history(actions))).orElse(history));
  }

  LocalDate first() {
    return history.sessions().get(begin).date();
  }

  LocalDate last() {
    return history.sessions().getLast().date();
  }

  /// Index of the period's last session.
  int end() {
    return history.sessions().size() - 1;
  }

  /// The symbols that belonged to the universe at some time of the period.
  SortedSet<Symbol> members() {
    SortedSet<Symbol> members = new TreeSet<>();
    for (Universe.Member member : plan.strategy().universe().members()) {
      if (member.wasMemberWithin(first(), last())) {
        members.add(member.symbol());
      }
    }
    return members;
  }

  /// The symbols wanted that have no bar, or none of the size that is read, in the period.
  SortedSet<Symbol> absent() {
    SortedSet<Symbol> absent = new TreeSet<>(members());
    absent.addAll(plan.strategy().template().alsoReads());
    plan.benchmark().ifPresent(absent::add);
    absent.removeIf(this::isPresent);
    return absent;
  }

  private boolean isPresent(Symbol symbol) {
    boolean within = plan.strategy().reads().contains(symbol);
    return history.barsBetween(symbol, begin, end()) > 0
        && intraday.map(bars -> !within || bars.has(symbol, first())).orElse(true);
  }

  /// Why prices within the session are not those of the daily bars; empty if they are.
  Optional<String> contradiction() {
    return series.values().stream()
        .flatMap(
            daily ->
                intraday
                    .flatMap(bars -> bars.contradiction(daily, own(daily.symbol()), first()))
                    .stream())
        .findFirst();
  }

  /// On which sessions from index `from` on intraday bars are there.
  Optional<IntradayCoverage> coverage(int from) {
    return intraday.map(bars -> bars.coverage(sessionsFrom(from), members()));
  }

  /// The sessions of the period from index `from` on.
  List<Session> sessionsFrom(int from) {
    return history.sessions().subList(from, end() + 1);
  }

  /// What the quality scan sees in all series.
  List<QualityFinding> findings() {
    List<QualityFinding> findings = new ArrayList<>();
    scan(series, plan.strategy().dailyLookback(), findings);
    intraday.ifPresent(bars -> scan(bars.series(), plan.strategy().lookback(), findings));
    return findings;
  }

  private void scan(SortedMap<Symbol, BarSeries> all, int lookback, List<QualityFinding> findings) {
    QualityScan scan = new QualityScan(history.days(), last(), lookback);
    all.forEach((symbol, bars) -> findings.addAll(scan.scan(bars, own(symbol))));
  }

  /// When each symbol the strategy reads may be entered.
  SortedMap<Symbol, Eligibility> eligibility() {
    int lookback = plan.strategy().dailyLookback();
    SortedSet<Symbol> read = plan.strategy().reads();
    SortedMap<Symbol, Eligibility> eligibility = new TreeMap<>();
    series.forEach(
        (symbol, bars) -> {
          if (read.contains(symbol)) {
            eligibility.put(symbol, Eligibility.of(bars, own(symbol), history.days(), lookback));
          }
        });
    return eligibility;
  }

  /// Whether a series exists only as its vendor adjusted it.
  boolean isVendorAdjusted() {
    return series.values().stream().anyMatch(one -> one.adjustment() == Adjustment.SPLIT_ADJUSTED);
  }

  /// The hash of what was read of each symbol.
  SortedMap<Symbol, String> hashes() {
    LocalDate read = history.sessions().getFirst().date();
    SortedMap<Symbol, String> hashes = new TreeMap<>();
    series.forEach(
        (symbol, bars) ->
            hashes.put(symbol, hash(bars, own(symbol), read, last(), within(intraday, symbol))));
    return hashes;
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

  /// What names the bars of `symbol` within the session; empty text if none were read.
  static String within(Optional<IntradayMaterial> intraday, Symbol symbol) {
    return intraday.map(bars -> bars.fingerprint(symbol)).orElse("");
  }

  private List<CorporateAction> own(Symbol symbol) {
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

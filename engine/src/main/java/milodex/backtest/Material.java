package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.Eligibility;
import milodex.data.MarketHistory;
import milodex.data.QualityFinding;
import milodex.data.StoredBars;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Universe;

/// What was read for a plan: daily bars and corporate actions, and the bars within the session that
/// its rule decides on, if it does.
///
/// @param history the bars of both sizes, laid along warm-up and period
record Material(
    BacktestPlan plan,
    DailyMaterial daily,
    Optional<IntradayMaterial> intraday,
    MarketHistory history) {

  /// What a plan reads of daily bars.
  ///
  /// @param period the sessions of the plan, at least one
  static DailyMaterial.Reach reach(BacktestPlan plan, List<Session> period) {
    SortedSet<Symbol> wanted = new TreeSet<>(plan.strategy().reads());
    plan.benchmark().ifPresent(wanted::add);
    return new DailyMaterial.Reach(
        Collections.unmodifiableSortedSet(wanted),
        period.getFirst().date(),
        period.getLast().date(),
        Eligibility.memory(plan.strategy().dailyLookback()));
  }

  /// @param daily what its [#reach] holds
  static Material read(StoredBars store, BacktestPlan plan, DailyMaterial daily) {
    List<Session> sessions = daily.history().sessions();
    Optional<IntradayMaterial> intraday =
        IntradayMaterial.read(
            store,
            plan.strategy(),
            sessions.getFirst().date(),
            sessions.get(daily.begin()).date(),
            sessions.getLast().date());
    return new Material(
        plan,
        daily,
        intraday,
        intraday
            .map(bars -> daily.history().with(bars.history(daily.actions())))
            .orElse(daily.history()));
  }

  /// Index in [#history] of the period's first session.
  int begin() {
    return daily.begin();
  }

  /// The daily bars read of each symbol that has some.
  SortedMap<Symbol, BarSeries> series() {
    return daily.series();
  }

  /// The corporate actions of one symbol.
  List<CorporateAction> actions(Symbol symbol) {
    return daily.actions(symbol);
  }

  LocalDate first() {
    return history.sessions().get(begin()).date();
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
    return history.barsBetween(symbol, begin(), end()) > 0
        && intraday.map(bars -> !within || bars.has(symbol, first())).orElse(true);
  }

  /// Why prices within the session are not those of the daily bars; empty if they are.
  Optional<String> contradiction() {
    return series().values().stream()
        .flatMap(
            own ->
                intraday
                    .flatMap(bars -> bars.contradiction(own, actions(own.symbol()), first()))
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
    List<QualityFinding> findings =
        new ArrayList<>(daily.findings(plan.strategy().dailyLookback()));
    intraday.ifPresent(
        bars -> findings.addAll(daily.scan(bars.series(), plan.strategy().lookback())));
    return findings;
  }

  /// When each symbol the strategy reads may be entered.
  SortedMap<Symbol, Eligibility> eligibility() {
    SortedMap<Symbol, Eligibility> read = daily.eligibility(plan.strategy().dailyLookback());
    read.keySet().retainAll(plan.strategy().reads());
    return read;
  }

  /// Whether a series exists only as its vendor adjusted it.
  boolean isVendorAdjusted() {
    return series().values().stream()
        .anyMatch(one -> one.adjustment() == Adjustment.SPLIT_ADJUSTED);
  }

  /// The hash of what was read of each symbol.
  SortedMap<Symbol, String> hashes() {
    return intraday.isEmpty() ? daily.hashes() : daily.hashes(symbol -> within(intraday, symbol));
  }

  /// What names the bars of `symbol` within the session; empty text if none were read.
  static String within(Optional<IntradayMaterial> intraday, Symbol symbol) {
    return intraday.map(bars -> bars.fingerprint(symbol)).orElse("");
  }
}

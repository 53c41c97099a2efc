package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.analytics.WalkForward;
import milodex.backtest.Preparation.Ready;
import milodex.backtest.Preparation.Refused;
import milodex.data.BarFingerprint;
import milodex.data.BarStore;
import milodex.data.DataGrade;
import milodex.data.Eligibility;
import milodex.data.MarketHistory;
import milodex.data.QualityFinding;
import milodex.data.QualityScan;
import milodex.data.SessionDays;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Sha256;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Reads the bars a plan needs, judges them, and lays them out; or says why it may not run.
public final class Preparer {

  /// Sessions read beyond what eligibility looks back on, so that tolerated holes change nothing.
  private static final int SPARE_SESSIONS = 30;

  /// The least share of a universe that must have bars in the period, in percent.
  private static final int REQUIRED_PRESENT = 80;

  private final BarStore store;
  private final ExchangeCalendar calendar = ExchangeCalendar.nyse();

  public Preparer(BarStore store) {
    this.store = store;
  }

  /// Prepares `plan` from what the store holds.
  public Preparation prepare(BacktestPlan plan) {
    List<Session> period = calendar.sessions(plan.from(), plan.to());
    if (period.isEmpty()) {
      return new Refused(
          "no_session",
          "the exchange has no session between " + plan.from() + " and " + plan.to(),
          "ask for a longer period");
    }
    ActiveStrategy strategy = plan.strategy();
    int behind = Math.max(strategy.template().lookback(), Eligibility.SEASONED) + SPARE_SESSIONS;
    List<Session> sessions = withWarmUp(period, behind);
    SortedSet<Symbol> wanted = new TreeSet<>(strategy.reads());
    plan.benchmark().ifPresent(wanted::add);

    LocalDate first = sessions.getFirst().date();
    LocalDate last = period.getLast().date();
    List<BarSeries> series = new ArrayList<>();
    for (BarSeries whole : store.loadAll(wanted, Timeframe.DAY_1).values()) {
      BarSeries read = whole.between(first, last);
      if (!read.isEmpty()) {
        series.add(read);
      }
    }
    List<CorporateAction> actions = new ArrayList<>();
    for (BarSeries one : series) {
      actions.addAll(store.actions(one.symbol()));
    }
    return judged(plan, sessions, period, wanted, series, actions);
  }

  private static Preparation judged(
      BacktestPlan plan,
      List<Session> sessions,
      List<Session> period,
      SortedSet<Symbol> wanted,
      List<BarSeries> series,
      List<CorporateAction> actions) {
    MarketHistory history = MarketHistory.of(sessions, series, actions);
    int begin = sessions.size() - period.size();
    int end = sessions.size() - 1;
    SortedSet<Symbol> absent = absent(wanted, history, begin, end);
    List<Symbol> universe = plan.strategy().symbols();
    long present = universe.stream().filter(symbol -> !absent.contains(symbol)).count();
    if (present * 100 < (long) universe.size() * REQUIRED_PRESENT) {
      return new Refused(
          "universe_incomplete",
          "only %d of %d symbols of %s have bars in the period; missing: %s"
              .formatted(present, universe.size(), plan.strategy().universe().id(), absent),
          "import the missing bars with 'milodex data import', or choose a period they cover");
    }
    SessionDays days = history.days();
    int lookback = plan.strategy().template().lookback();
    QualityScan scan = new QualityScan(days, sessions.getLast().date(), lookback);
    List<QualityFinding> findings = new ArrayList<>();
    for (BarSeries one : series) {
      findings.addAll(scan.scan(one, own(one.symbol(), actions)));
    }
    List<QualityFinding> severe =
        findings.stream()
            .filter(finding -> finding.severity() == QualityFinding.Severity.SEVERE)
            .toList();
    if (!severe.isEmpty()) {
      return new Refused(
          "bad_data",
          "%d severe findings in the bars, the first: %s"
              .formatted(severe.size(), severe.getFirst()),
          "see 'milodex data status' for all of them, mend the source and import it again");
    }
    SortedMap<Symbol, Eligibility> eligibility = eligibility(series, actions, days, lookback);
    int firstSession = firstEligible(plan.strategy(), eligibility, begin, end);
    if (firstSession > end) {
      return new Refused(
          "warm_up_too_short",
          "no symbol has the %d closed bars behind it that %s needs, at any session of the period"
              .formatted(
                  Math.max(lookback, Eligibility.SEASONED), plan.strategy().template().name()),
          "import earlier bars, or ask for a later or longer period");
    }
    if (plan.windows() > 0) {
      try {
        WalkForward.of(end - firstSession + 1, plan.windows());
      } catch (IllegalArgumentException e) {
        return new Refused(
            "too_few_sessions", "" + e.getMessage(), "ask for a longer period or fewer windows");
      }
    }
    boolean vendorAdjusted =
        series.stream().anyMatch(one -> one.adjustment() == Adjustment.SPLIT_ADJUSTED);
    return new Ready(
        plan,
        inputs(plan, period, series, actions),
        history,
        firstSession,
        end,
        DataGrade.of(findings, vendorAdjusted),
        List.copyOf(findings),
        absent,
        excluded(eligibility, sessions.get(begin).date()));
  }

  private List<Session> withWarmUp(List<Session> period, int behind) {
    LocalDate start = period.getFirst().date();
    LocalDate first = start;
    for (int i = 0; i < behind && first.isAfter(calendar.firstCovered().plusDays(7)); i++) {
      first = calendar.previous(first).date();
    }
    return calendar.sessions(first, period.getLast().date());
  }

  private static SortedSet<Symbol> absent(
      SortedSet<Symbol> wanted, MarketHistory history, int begin, int end) {
    SortedSet<Symbol> absent = new TreeSet<>();
    for (Symbol symbol : wanted) {
      if (history.barsBetween(symbol, begin, end) == 0) {
        absent.add(symbol);
      }
    }
    return absent;
  }

  private static SortedMap<Symbol, Eligibility> eligibility(
      List<BarSeries> series, List<CorporateAction> actions, SessionDays days, int lookback) {
    SortedMap<Symbol, Eligibility> eligibility = new TreeMap<>();
    for (BarSeries one : series) {
      eligibility.put(
          one.symbol(), Eligibility.of(one, own(one.symbol(), actions), days, lookback));
    }
    return eligibility;
  }

  private static int firstEligible(
      ActiveStrategy strategy, SortedMap<Symbol, Eligibility> eligibility, int begin, int end) {
    for (int session = begin; session <= end; session++) {
      for (Symbol symbol : strategy.symbols()) {
        Eligibility one = eligibility.get(symbol);
        if (one != null && one.isEligible(session)) {
          return session;
        }
      }
    }
    return end + 1;
  }

  private static SortedMap<Symbol, List<Eligibility.Stretch>> excluded(
      SortedMap<Symbol, Eligibility> eligibility, LocalDate start) {
    SortedMap<Symbol, List<Eligibility.Stretch>> excluded = new TreeMap<>();
    eligibility.forEach(
        (symbol, one) -> {
          List<Eligibility.Stretch> stretches =
              one.excluded().stream().filter(stretch -> !stretch.to().isBefore(start)).toList();
          if (!stretches.isEmpty()) {
            excluded.put(symbol, stretches);
          }
        });
    return excluded;
  }

  private static List<CorporateAction> own(Symbol symbol, List<CorporateAction> actions) {
    return actions.stream().filter(action -> action.symbol().equals(symbol)).toList();
  }

  private static RunInputs inputs(
      BacktestPlan plan,
      List<Session> period,
      List<BarSeries> series,
      List<CorporateAction> actions) {
    ActiveStrategy strategy = plan.strategy();
    LocalDate last = period.getLast().date();
    SortedMap<Symbol, String> bars = new TreeMap<>();
    for (BarSeries one : series) {
      List<CorporateAction> own = own(one.symbol(), actions);
      if (one.adjustment() == Adjustment.RAW) {
        own = own.stream().filter(action -> !action.exDate().isAfter(last)).toList();
      }
      String hash = BarFingerprint.of(one).hex() + BarFingerprint.ofActions(own).hex();
      bars.put(one.symbol(), Sha256.of(hash));
    }
    return new RunInputs(
        strategy.template().name(),
        strategy.template().rulesVersion(),
        strategy.parameters().asMap(),
        strategy.universe().members(),
        strategy.limits(),
        period.getFirst().date(),
        last,
        plan.windows(),
        plan.equity(),
        plan.policy().allocation(strategy.id()),
        plan.costs(),
        plan.policy().fingerprint(),
        plan.benchmark(),
        bars);
  }
}

package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import milodex.analytics.WalkForward;
import milodex.backtest.Preparation.Ready;
import milodex.backtest.Preparation.Refused;
import milodex.data.DataGrade;
import milodex.data.Eligibility;
import milodex.data.QualityFinding;
import milodex.data.StoredBars;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Universe;

/// Reads the bars a plan needs, judges them, and lays them out; or says why it may not run.
///
/// Daily bars are read once for all plans of one reach, by any number of threads, and kept as long
/// as the preparer: it is made for one command and not for a day.
public final class Preparer {

  /// The least share of a universe that must have bars in the period, in percent.
  private static final int REQUIRED_PRESENT = 80;

  private final StoredBars store;
  private final Map<DailyMaterial.Reach, DailyMaterial> shared = new ConcurrentHashMap<>();

  public Preparer(StoredBars store) {
    this.store = store;
  }

  /// Prepares `plan` from what the store holds.
  public Preparation prepare(BacktestPlan plan) {
    List<Session> period = ExchangeCalendar.nyse().sessions(plan.from(), plan.to());
    if (period.isEmpty()) {
      return new Refused(
          "no_session",
          "the exchange has no session between " + plan.from() + " and " + plan.to(),
          "ask for a longer period");
    }
    Material read = Material.read(store, plan, daily(Material.reach(plan, period)));
    List<QualityFinding> findings = read.findings();
    SortedMap<Symbol, Eligibility> eligibility = read.eligibility();
    int first = firstEligible(read, eligibility);
    return incomplete(read)
        .or(() -> endsEarly(read))
        .or(() -> bad(findings))
        .or(() -> mixed(read))
        .or(() -> unseasoned(read, first))
        .or(() -> uncovered(read, first))
        .or(() -> tooShort(read, first))
        .<Preparation>map(refused -> refused)
        .orElseGet(() -> ready(read, findings, eligibility, first));
  }

  private DailyMaterial daily(DailyMaterial.Reach reach) {
    return shared.computeIfAbsent(reach, _ -> DailyMaterial.read(store, reach));
  }

  private static Optional<Refused> incomplete(Material read) {
    SortedSet<Symbol> members = read.members();
    SortedSet<Symbol> absent = read.absent();
    long present = members.stream().filter(symbol -> !absent.contains(symbol)).count();
    if (present > 0 && present * 100 >= (long) members.size() * REQUIRED_PRESENT) {
      return Optional.empty();
    }
    return Optional.of(
        new Refused(
            "universe_incomplete",
            "only %d of %d symbols of the universe have %sbars in the period; missing: %s"
                .formatted(
                    present,
                    members.size(),
                    read.intraday().map(bars -> bars.size() + " and daily ").orElse(""),
                    absent.stream().map(Symbol::ticker).collect(Collectors.joining(", "))),
            "import the missing bars with 'milodex data import', or choose a period they cover"));
  }

  /// Where the bars of everything end at once, the data ends and not the companies.
  private static Optional<Refused> endsEarly(Material read) {
    LocalDate newest = LocalDate.MIN;
    for (Symbol symbol : read.members()) {
      boolean ended =
          read.actions(symbol).stream()
              .anyMatch(one -> one instanceof Delisting || one instanceof TickerChange);
      LocalDate end =
          ended || !read.series().containsKey(symbol)
              ? LocalDate.MIN
              : read.series().get(symbol).last();
      newest = newest.isAfter(end) ? newest : end;
    }
    return newest.equals(LocalDate.MIN) || !newest.isBefore(read.last())
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "bars_end_early",
                "no bar of the universe is newer than %s, and the period ends on %s"
                    .formatted(newest, read.last()),
                "ask for a period that ends on " + newest + ", or import newer bars"));
  }

  private static Optional<Refused> bad(List<QualityFinding> findings) {
    List<QualityFinding> severe =
        findings.stream()
            .filter(finding -> finding.severity() == QualityFinding.Severity.SEVERE)
            .toList();
    return severe.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "bad_data",
                "%d severe findings in the bars, the first: %s"
                    .formatted(severe.size(), severe.getFirst().line()),
                "see 'milodex data status' for all of them, mend the source and import it again"));
  }

  /// Prices of one symbol in two kinds of shares would be compared with each other.
  private static Optional<Refused> mixed(Material read) {
    return read.contradiction()
        .map(
            says ->
                new Refused(
                    "mixed_adjustment",
                    says,
                    "import its daily bars as traded (daily-raw), or ask for a period that begins"
                        + " after its last split"));
  }

  /// Days on which nothing could be decided are no evidence.
  private static Optional<Refused> uncovered(Material read, int first) {
    return read.coverage(first)
        .filter(bars -> bars.evaluated() * 100L < (long) bars.sessions() * REQUIRED_PRESENT)
        .map(
            bars ->
                new Refused(
                    "intraday_incomplete",
                    "only %d of %d sessions have %s bars: %s"
                        .formatted(
                            bars.evaluated(),
                            bars.sessions(),
                            bars.size(),
                            String.join(", ", bars.stretches(read.sessionsFrom(first)))),
                    "ask for a period within one of these stretches, or import the missing bars"));
  }

  private static Optional<Refused> unseasoned(Material read, int first) {
    return first <= read.end()
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "warm_up_too_short",
                "no symbol has the %d closed bars behind it that %s needs, at any session of the period"
                    .formatted(
                        Eligibility.needed(read.plan().strategy().dailyLookback()),
                        read.plan().strategy().template().name()),
                "import earlier bars, or ask for a later or longer period"));
  }

  private static Optional<Refused> tooShort(Material read, int first) {
    int sessions = read.end() - first + 1;
    int windows = read.plan().windows();
    int fewest = windows == 0 ? 1 : WalkForward.fewestSessions(windows);
    return sessions >= fewest
        ? Optional.empty()
        : Optional.of(
            new Refused(
                "too_few_sessions",
                "%d sessions after warm-up are too few for %d windows, which need at least %d"
                    .formatted(sessions, windows, fewest),
                "ask for a longer period or fewer windows"));
  }

  private static Ready ready(
      Material read,
      List<QualityFinding> findings,
      SortedMap<Symbol, Eligibility> eligibility,
      int first) {
    return new Ready(
        read.plan(),
        RunInputs.of(read.plan(), read.first(), read.last(), read.hashes()),
        read.history(),
        first,
        read.end(),
        DataGrade.of(findings, read.isVendorAdjusted()),
        List.copyOf(findings),
        read.absent(),
        read.coverage(first),
        eligibility,
        excluded(eligibility, read.first()));
  }

  /// The first session of the period after which, or within which, a member could be entered; past
  /// its end if none.
  private static int firstEligible(Material read, SortedMap<Symbol, Eligibility> eligibility) {
    int seasonedBefore = read.intraday().isPresent() ? 1 : 0;
    for (int session = read.begin(); session <= read.end(); session++) {
      LocalDate date = read.history().sessions().get(session).date();
      for (Universe.Member member : read.plan().strategy().universe().members()) {
        Eligibility one = eligibility.get(member.symbol());
        if (one != null
            && session >= seasonedBefore
            && one.isEligible(session - seasonedBefore)
            && member.isMemberOn(date)) {
          return session;
        }
      }
    }
    return read.end() + 1;
  }

  private static SortedMap<Symbol, List<Eligibility.Stretch>> excluded(
      SortedMap<Symbol, Eligibility> eligibility, LocalDate start) {
    SortedMap<Symbol, List<Eligibility.Stretch>> excluded = new TreeMap<>();
    eligibility.forEach(
        (symbol, one) -> {
          List<Eligibility.Stretch> stretches = new ArrayList<>();
          for (Eligibility.Stretch stretch : one.excluded()) {
            if (!stretch.to().isBefore(start)) {
              LocalDate from = stretch.from().isBefore(start) ? start : stretch.from();
              stretches.add(new Eligibility.Stretch(stretch.reason(), from, stretch.to()));
            }
          }
          if (!stretches.isEmpty()) {
            excluded.put(symbol, List.copyOf(stretches));
          }
        });
    return excluded;
  }
}

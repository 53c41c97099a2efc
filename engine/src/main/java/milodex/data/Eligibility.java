package milodex.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.TickerChange;

/// Whether a symbol may be entered, judged at the close of each session from what was known then.
///
/// Every answer about session `i` depends on the last [#memory] sessions up to `i` only.
public final class Eligibility {

  /// Sessions with a bar that a symbol needs behind it, whatever the rule's lookback.
  public static final int SEASONED = 252;

  /// Sessions looked at beyond those that must have a bar, so that tolerated holes change nothing.
  private static final int SPARE = 30;

  /// Why a symbol may or may not be entered; the first that applies, in this order.
  public enum Reason {
    /// The symbol has stopped trading.
    DELISTED,
    /// The company trades under another ticker.
    RENAMED,
    /// No bar in all the sessions that are looked at: not listed yet, or not traded any more.
    NOT_LISTED,
    /// No bar on this session.
    NO_BAR_TODAY,
    /// Fewer than max(lookback, 252) of the sessions looked at have a bar, this one counted.
    TOO_FEW_BARS,
    /// A session without a bar among the last `lookback`.
    HOLE,
    /// More than two sessions in a row without a bar, among the last max(lookback, 252).
    GAP,
    /// Bars on under 98 % of the last max(lookback, 252) sessions.
    LOW_COVERAGE,
    ELIGIBLE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// As a decision names it: `no_bar_today`.
    public String code() {
      return code;
    }
  }

  /// Consecutive sessions with one reason.
  public record Stretch(Reason reason, LocalDate from, LocalDate to) {}

  private final SessionDays sessions;
  private final Attendance attendance;
  private final End end;
  private final int lookback;

  /// The end a symbol came to.
  ///
  /// @param day the first epoch day on which it is over
  record End(long day, Reason reason) {

    private static final End NONE = new End(Long.MAX_VALUE, Reason.ELIGIBLE);

    /// The first of `actions` that ends a symbol.
    static End of(List<CorporateAction> actions) {
      return actions.stream()
          .filter(action -> action instanceof Delisting || action instanceof TickerChange)
          .min(Comparator.comparing(CorporateAction::exDate))
          .map(End::of)
          .orElse(NONE);
    }

    private static End of(CorporateAction action) {
      Reason reason = action instanceof TickerChange ? Reason.RENAMED : Reason.DELISTED;
      return new End(action.exDate().toEpochDay(), reason);
    }
  }

  /// @param lookback closed bars the rule reads
  /// @throws IllegalArgumentException if `lookback` is below one
  Eligibility(SessionDays sessions, Attendance attendance, End end, int lookback) {
    if (lookback < 1) {
      throw new IllegalArgumentException("a rule reads at least one bar, not " + lookback);
    }
    this.sessions = sessions;
    this.attendance = attendance;
    this.end = end;
    this.lookback = lookback;
  }

  /// How many sessions a verdict looks at, the one it is given for counted: nothing older can
  /// change it.
  ///
  /// @param lookback closed bars the rule reads
  public static int memory(int lookback) {
    return needed(lookback) + SPARE;
  }

  /// How many sessions with a bar a symbol needs behind it.
  ///
  /// @param lookback closed bars the rule reads
  public static int needed(int lookback) {
    return Math.max(lookback, SEASONED);
  }

  /// Judges a symbol on every one of `sessions`.
  ///
  /// Sessions before the first of `sessions` count for nothing, so `sessions` begins where the
  /// stored bars do, not where a run does.
  ///
  /// @param lookback closed bars the rule reads
  /// @throws IllegalArgumentException if `lookback` is below one
  public static Eligibility of(
      BarSeries series, List<CorporateAction> actions, SessionDays sessions, int lookback) {
    return new Eligibility(sessions, Attendance.of(series, sessions), End.of(actions), lookback);
  }

  /// The verdict at the close of session `i`.
  public Reason at(int i) {
    if (sessions.day(i) >= end.day) {
      return end.reason;
    }
    int needed = needed(lookback);
    int bars = attendance.barsAmongLast(memory(lookback), i);
    if (bars == 0) {
      return Reason.NOT_LISTED;
    }
    if (attendance.unbroken(i) == 0) {
      return Reason.NO_BAR_TODAY;
    }
    if (bars < needed) {
      return Reason.TOO_FEW_BARS;
    }
    if (attendance.unbroken(i) < lookback) {
      return Reason.HOLE;
    }
    if (attendance.hasGapAmongLast(needed, i)) {
      return Reason.GAP;
    }
    return attendance.barsAmongLast(needed, i) * 100L
            < needed * (long) QualityScan.REQUIRED_COVERAGE
        ? Reason.LOW_COVERAGE
        : Reason.ELIGIBLE;
  }

  /// Whether the symbol may be entered after the close of session `i`.
  public boolean isEligible(int i) {
    return at(i) == Reason.ELIGIBLE;
  }

  /// The sessions on which the symbol could not be entered, and why.
  public List<Stretch> excluded() {
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sessions.size(); i++) {
      if (i == sessions.size() || at(i) != at(start)) {
        if (!isEligible(start)) {
          stretches.add(new Stretch(at(start), sessions.date(start), sessions.date(i - 1)));
        }
        start = i;
      }
    }
    return stretches;
  }
}

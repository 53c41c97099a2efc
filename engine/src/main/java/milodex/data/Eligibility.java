package milodex.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.TickerChange;

/// Whether a symbol may be entered, judged at the close of each session from what was known then.
///
/// Computed once per run in one pass; every answer about session `i` depends on the last
/// [#memory] sessions up to `i` only.
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
  private final Reason[] reasons;

  private Eligibility(SessionDays sessions, Reason[] reasons) {
    this.sessions = sessions;
    this.reasons = reasons;
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
    if (lookback < 1) {
      throw new IllegalArgumentException("a rule reads at least one bar, not " + lookback);
    }
    Judge judge = new Judge(lookback, end(actions), sessions.size());
    Reason[] reasons = new Reason[sessions.size()];
    int bar = 0;
    for (int i = 0; i < reasons.length; i++) {
      int today = sessions.day(i);
      while (bar < series.size() && series.day()[bar] < today) {
        bar++;
      }
      boolean present = bar < series.size() && series.day()[bar] == today;
      reasons[i] = judge.next(today, present);
    }
    return new Eligibility(sessions, reasons);
  }

  /// The verdict at the close of session `i`.
  public Reason at(int i) {
    return reasons[i];
  }

  /// Whether the symbol may be entered after the close of session `i`.
  public boolean isEligible(int i) {
    return reasons[i] == Reason.ELIGIBLE;
  }

  /// The sessions on which the symbol could not be entered, and why.
  public List<Stretch> excluded() {
    List<Stretch> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= reasons.length; i++) {
      if (i == reasons.length || reasons[i] != reasons[start]) {
        if (!isEligible(start)) {
          stretches.add(new Stretch(reasons[start], sessions.date(start), sessions.date(i - 1)));
        }
        start = i;
      }
    }
    return stretches;
  }

  /// The first end a symbol came to, if it came to one.
  private static Optional<CorporateAction> end(List<CorporateAction> actions) {
    return actions.stream()
        .filter(action -> action instanceof Delisting || action instanceof TickerChange)
        .min(Comparator.comparing(CorporateAction::exDate));
  }

  /// Walks the sessions once, remembering only counts.
  private static final class Judge {
    private final int lookback;
    private final int needed;
    private final int memory;
    private final long endsFrom;
    private final Reason ended;
    private final int[] barsBefore;
    private int session;
    private int unbroken;
    private int missing;
    private int lastGap = Integer.MIN_VALUE / 2;

    Judge(int lookback, Optional<CorporateAction> end, int sessions) {
      this.lookback = lookback;
      this.needed = needed(lookback);
      this.memory = memory(lookback);
      this.endsFrom = end.map(one -> one.exDate().toEpochDay()).orElse(Long.MAX_VALUE);
      this.ended =
          end.filter(TickerChange.class::isInstance).isPresent() ? Reason.RENAMED : Reason.DELISTED;
      this.barsBefore = new int[sessions + 1];
    }

    Reason next(int today, boolean present) {
      int i = session++;
      barsBefore[i + 1] = barsBefore[i] + (present ? 1 : 0);
      unbroken = present ? unbroken + 1 : 0;
      missing = present ? 0 : missing + 1;
      if (missing > QualityScan.TOLERATED_GAP) {
        lastGap = i;
      }
      return reason(i, today, present, barsAmongLast(memory, i));
    }

    private int barsAmongLast(int sessions, int i) {
      return barsBefore[i + 1] - barsBefore[Math.max(0, i + 1 - sessions)];
    }

    private Reason reason(int i, int today, boolean present, int bars) {
      if (today >= endsFrom) {
        return ended;
      }
      if (bars == 0) {
        return Reason.NOT_LISTED;
      }
      if (!present) {
        return Reason.NO_BAR_TODAY;
      }
      if (bars < needed) {
        return Reason.TOO_FEW_BARS;
      }
      if (unbroken < lookback) {
        return Reason.HOLE;
      }
      if (lastGap > i - needed) {
        return Reason.GAP;
      }
      return barsAmongLast(needed, i) * 100L < needed * (long) QualityScan.REQUIRED_COVERAGE
          ? Reason.LOW_COVERAGE
          : Reason.ELIGIBLE;
    }
  }
}

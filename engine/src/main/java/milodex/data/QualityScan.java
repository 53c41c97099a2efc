package milodex.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import milodex.data.QualityFinding.Code;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.Dividend;
import milodex.market.CorporateAction.SpinOff;
import milodex.market.CorporateAction.Split;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Timeframe;

/// Looks a series over before anything is decided on it; repairs nothing.
///
/// Bars before the first or after the last of `sessions` are not held against the calendar.
///
/// @param sessions the exchange's sessions
/// @param asOf the session whose bar is the newest that can be expected
/// @param warmUp bars a rule needs before it may decide; 0 if no rule is concerned
public record QualityScan(SessionDays sessions, LocalDate asOf, int warmUp) {

  /// Sessions in a row that may lack a bar.
  static final int TOLERATED_GAP = 2;

  /// Share of sessions in percent that must have a bar.
  static final int REQUIRED_COVERAGE = 98;

  /// A close more than this share above or below the previous one needs an explanation.
  static final double EXPLAINED_MOVE = 0.40;

  /// Everything found in one series, in the order of [QualityFinding.Code].
  ///
  /// @param actions the symbol's corporate actions by ex-date
  /// @throws IllegalArgumentException if the series is empty
  public List<QualityFinding> scan(BarSeries series, List<CorporateAction> actions) {
    List<QualityFinding> findings = new ArrayList<>();
    order(series, findings);
    prices(series, findings);
    calendar(series, findings);
    jumps(series, actions, findings);
    foreign(series, actions, findings);
    tail(series, actions, findings);
    shortage(series, warmUp).ifPresent(findings::add);
    return findings;
  }

  /// The finding of a series with fewer bars than a rule needs, which comes last.
  ///
  /// @param warmUp bars a rule needs before it may decide
  public static Optional<QualityFinding> shortage(BarSeries series, int warmUp) {
    if (series.size() >= warmUp) {
      return Optional.empty();
    }
    String says = "%d bars, %d are needed before a decision".formatted(series.size(), warmUp);
    return Optional.of(
        new QualityFinding(series.symbol(), Code.WARM_UP_SHORTAGE, series.first(), says));
  }

  private static void order(BarSeries series, List<QualityFinding> findings) {
    int[] day = series.day();
    boolean daily = series.timeframe() == Timeframe.DAY_1;
    tally(series, Code.DUPLICATE_SESSION, i -> daily && i > 0 && day[i] == day[i - 1], findings);
    tally(series, Code.UNSORTED, i -> i > 0 && day[i] < day[i - 1], findings);
  }

  private static void prices(BarSeries series, List<QualityFinding> findings) {
    BarColumns bars = series.columns();
    double[] open = bars.open();
    double[] high = bars.high();
    double[] low = bars.low();
    double[] close = bars.close();
    double[] volume = bars.volume();
    tally(
        series,
        Code.NON_FINITE,
        i ->
            !(Double.isFinite(open[i])
                && Double.isFinite(high[i])
                && Double.isFinite(low[i])
                && Double.isFinite(close[i])
                && Double.isFinite(volume[i])),
        findings);
    tally(
        series,
        Code.NON_POSITIVE_PRICE,
        i -> open[i] <= 0 || high[i] <= 0 || low[i] <= 0 || close[i] <= 0,
        findings);
    tally(
        series,
        Code.PRICE_OUTSIDE_RANGE,
        i -> Math.min(open[i], close[i]) < low[i] || Math.max(open[i], close[i]) > high[i],
        findings);
    tally(series, Code.NEGATIVE_VOLUME, i -> volume[i] < 0, findings);
  }

  private void calendar(BarSeries series, List<QualityFinding> findings) {
    if (sessions.size() == 0) {
      return;
    }
    int[] day = series.day();
    int from = sessions.day(0);
    int to = sessions.day(sessions.size() - 1);
    tally(
        series,
        Code.CALENDAR_MISFIT,
        i ->
            day[i] >= from
                && day[i] <= to
                && (!sessions.contains(day[i]) || isMisaligned(series, i)),
        findings);
    int present = sessions.contains(day[0]) ? 1 : 0;
    for (int i = 1; i < day.length; i++) {
      if (day[i] > day[i - 1]) {
        present += sessions.contains(day[i]) ? 1 : 0;
        int missing = sessions.count(day[i - 1] + 1, day[i] - 1);
        if (missing > TOLERATED_GAP) {
          String says = "no bar on %d sessions after %s".formatted(missing, series.session(i - 1));
          findings.add(
              new QualityFinding(
                  series.symbol(),
                  Code.GAP,
                  sessions.date(sessions.firstFrom(day[i - 1] + 1)),
                  says));
        }
      }
    }
    int expected = sessions.count(day[0], day[day.length - 1]);
    if (present * 100L < expected * (long) REQUIRED_COVERAGE) {
      String says = "bars on %d of %d sessions".formatted(present, expected);
      findings.add(new QualityFinding(series.symbol(), Code.LOW_COVERAGE, series.first(), says));
    }
  }

  /// Whether a bar of the regular session does not open a multiple of its span after the open.
  private static boolean isMisaligned(BarSeries series, int i) {
    if (!series.timeframe().isIntraday()) {
      return false;
    }
    Session session = ExchangeCalendar.nyse().session(series.session(i)).orElseThrow();
    long sinceOpen = series.openedAt()[i] - session.opensAt().getEpochSecond();
    return session.isOpenAt(series.openedAt(i))
        && sinceOpen % series.timeframe().span().toSeconds() != 0;
  }

  private static void jumps(
      BarSeries series, List<CorporateAction> actions, List<QualityFinding> findings) {
    double[] close = series.columns().close();
    int next = 0;
    for (int i = 1; i < close.length; i++) {
      Move move = new Move(close[i] / close[i - 1]);
      while (next < actions.size() && actions.get(next).exDate().toEpochDay() <= series.day()[i]) {
        CorporateAction action = actions.get(next++);
        if (action.exDate().toEpochDay() > series.day()[i - 1]) {
          move = move.after(action, series.adjustment(), close[i - 1]);
        }
      }
      if (move.isUnexplained()) {
        String says =
            "close %s after %s on %s, and no corporate action explains it"
                .formatted(close[i], close[i - 1], series.session(i - 1));
        findings.add(
            new QualityFinding(series.symbol(), Code.UNEXPLAINED_JUMP, series.session(i), says));
      }
    }
  }

  private static void foreign(
      BarSeries series, List<CorporateAction> actions, List<QualityFinding> findings) {
    for (CorporateAction action : actions) {
      long end = action.exDate().toEpochDay();
      switch (action) {
        case Delisting _ -> tally(series, Code.FOREIGN_BARS, i -> series.day()[i] > end, findings);
        case TickerChange _ ->
            tally(series, Code.FOREIGN_BARS, i -> series.day()[i] >= end, findings);
        case Split _, Dividend _, SpinOff _ -> {}
      }
    }
  }

  private void tail(
      BarSeries series, List<CorporateAction> actions, List<QualityFinding> findings) {
    int last = series.day()[series.size() - 1];
    int missing = sessions.count(last + 1, Math.toIntExact(asOf.toEpochDay()));
    boolean ended =
        actions.stream().anyMatch(one -> one instanceof Delisting || one instanceof TickerChange);
    if (missing > 0 && !ended) {
      String says = "the last bar is %d sessions older than %s".formatted(missing, asOf);
      findings.add(new QualityFinding(series.symbol(), Code.STALE_TAIL, series.last(), says));
    }
  }

  /// One finding for all bars of a kind: how many, and where the first is.
  private static void tally(
      BarSeries series, Code code, IntPredicate concerned, List<QualityFinding> findings) {
    int count = 0;
    int first = -1;
    for (int i = 0; i < series.size(); i++) {
      if (concerned.test(i)) {
        first = count++ == 0 ? i : first;
      }
    }
    if (count > 0) {
      String says = "%d of %d bars".formatted(count, series.size());
      findings.add(new QualityFinding(series.symbol(), code, series.session(first), says));
    }
  }

  /// How a close stands to the one before, seen two ways.
  ///
  /// @param traded the factor after undoing splits, which must show in raw prices
  /// @param whole the factor for a holder who kept what was paid and spun off, which a vendor may
  ///     or may not have taken out of the prices
  private record Move(double traded, double whole) {

    Move(double factor) {
      this(factor, factor);
    }

    Move after(CorporateAction action, Adjustment adjustment, double closeBefore) {
      return switch (action) {
        case Split split ->
            adjustment == Adjustment.RAW
                ? new Move(
                    traded * split.ratio().doubleValue(), whole * split.ratio().doubleValue())
                : this;
        case Dividend dividend ->
            new Move(traded, whole + dividend.cashPerShare().doubleValue() / closeBefore);
        case SpinOff spinOff -> new Move(traded, whole / spinOff.priceFactor().doubleValue());
        case TickerChange ignored -> this;
        case Delisting ignored -> new Move(1, 1);
      };
    }

    boolean isUnexplained() {
      return Math.abs(traded - 1) > EXPLAINED_MOVE && Math.abs(whole - 1) > EXPLAINED_MOVE;
    }
  }
}

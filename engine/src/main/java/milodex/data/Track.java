package milodex.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// One symbol laid along the sessions of the exchange, with a view of its bars for every split.
///
/// Between two splits prices are compared in one unit. At a split's ex-date the unit changes, so
/// each stretch has its own columns: the raw bars divided by the splits up to it, and by no later
/// one.
final class Track {

  private final BarSeries series;
  private final int[] barAt;
  private final int[] unbroken;
  private final List<Stretch> stretches;
  private final List<CorporateAction> actions;

  private Track(
      BarSeries series,
      int[] barAt,
      int[] unbroken,
      List<Stretch> stretches,
      List<CorporateAction> actions) {
    this.series = series;
    this.barAt = barAt;
    this.unbroken = unbroken;
    this.stretches = List.copyOf(stretches);
    this.actions = List.copyOf(actions);
  }

  /// The sessions from `fromDay` on see `bars`, in which prices before were divided by splits.
  private record Stretch(int fromDay, BarHistory bars) {}

  /// Lays `series` along consecutive sessions.
  static Track of(BarSeries series, List<CorporateAction> actions, SessionDays days) {
    int[] barAt = new int[days.size()];
    int[] unbroken = new int[days.size()];
    Arrays.fill(barAt, -1);
    int bar = 0;
    for (int session = 0; session < days.size(); session++) {
      while (bar < series.size() && series.day()[bar] < days.day(session)) {
        bar++;
      }
      if (bar < series.size() && series.day()[bar] == days.day(session)) {
        barAt[session] = bar;
        unbroken[session] = session == 0 ? 1 : unbroken[session - 1] + 1;
      }
    }
    boolean raw = series.adjustment() == Adjustment.RAW;
    List<CorporateAction> effective = raw ? actions : inAdjustedShares(actions);
    return new Track(series, barAt, unbroken, stretches(series, effective), effective);
  }

  Symbol symbol() {
    return series.symbol();
  }

  BarSeries series() {
    return series;
  }

  /// Index of the session's bar, or -1.
  int barAt(int session) {
    return barAt[session];
  }

  /// How many sessions in a row up to this one have their bar.
  int unbroken(int session) {
    return unbroken[session];
  }

  /// The prices as seen on `day`, divided by the splits with ex-date on or before it.
  BarColumns columnsAsOf(int day) {
    return barsAsOf(day).columns();
  }

  /// The bars as seen on `day`: prices and dividends divided by the splits with ex-date on or
  /// before it.
  BarHistory barsAsOf(int day) {
    Stretch seen = stretches.getFirst();
    for (Stretch stretch : stretches) {
      if (stretch.fromDay <= day) {
        seen = stretch;
      }
    }
    return seen.bars;
  }

  /// What took effect, in the shares of this track.
  List<CorporateAction> actions() {
    return actions;
  }

  /// Whether it may be entered, session by session.
  Eligibility eligibility(SessionDays days, int lookback) {
    return Eligibility.of(series, actions, days, lookback);
  }

  private static List<Stretch> stretches(BarSeries series, List<CorporateAction> actions) {
    List<CorporateAction.Split> splits = splits(actions);
    List<Stretch> stretches = new ArrayList<>();
    BarHistory bars =
        new BarHistory(
            series.symbol(), series.openedAt(), series.columns(), dividends(series, actions));
    stretches.add(new Stretch(Integer.MIN_VALUE, bars));
    for (CorporateAction.Split split : splits) {
      int exDay = Math.toIntExact(split.exDate().toEpochDay());
      int end = firstOnOrAfter(series.day(), exDay);
      bars = dividedBefore(bars, end, split.ratio().doubleValue());
      stretches.add(new Stretch(exDay, bars));
    }
    return stretches;
  }

  private static List<CorporateAction.Split> splits(List<CorporateAction> actions) {
    return actions.stream()
        .filter(CorporateAction.Split.class::isInstance)
        .map(CorporateAction.Split.class::cast)
        .sorted(Comparator.comparing(CorporateAction.Split::exDate))
        .toList();
  }

  private static int firstOnOrAfter(int[] days, int day) {
    int found = Arrays.binarySearch(days, day);
    return found >= 0 ? found : -found - 1;
  }

  /// Cash per share by bar; what has its ex-date between two bars counts with the later one.
  private static double[] dividends(BarSeries series, List<CorporateAction> actions) {
    double[] dividends = new double[series.size()];
    for (CorporateAction action : actions) {
      if (action instanceof CorporateAction.Dividend dividend) {
        int bar = firstOnOrAfter(series.day(), Math.toIntExact(dividend.exDate().toEpochDay()));
        if (bar > 0 && bar < dividends.length) {
          dividends[bar] += dividend.cashPerShare().doubleValue();
        }
      }
    }
    return dividends;
  }

  private static BarHistory dividedBefore(BarHistory bars, int end, double ratio) {
    BarColumns columns = bars.columns();
    return new BarHistory(
        bars.symbol(),
        bars.openedAt(),
        new BarColumns(
            divided(columns.open(), end, ratio),
            divided(columns.high(), end, ratio),
            divided(columns.low(), end, ratio),
            divided(columns.close(), end, ratio),
            divided(columns.volume(), end, 1 / ratio)),
        divided(bars.dividend(), end, ratio));
  }

  private static double[] divided(double[] values, int end, double divisor) {
    double[] divided = values.clone();
    for (int i = 0; i < end; i++) {
      divided[i] /= divisor;
    }
    return divided;
  }

  /// A vendor that divided prices by all later splits left dividends in the shares of their day.
  private static List<CorporateAction> inAdjustedShares(List<CorporateAction> actions) {
    List<CorporateAction.Split> splits = splits(actions);
    List<CorporateAction> adjusted = new ArrayList<>();
    for (CorporateAction action : actions) {
      switch (action) {
        case CorporateAction.Dividend dividend ->
            adjusted.add(
                new CorporateAction.Dividend(
                    dividend.symbol(),
                    dividend.exDate(),
                    dividedByLater(dividend.cashPerShare(), dividend.exDate(), splits)));
        case CorporateAction.Delisting _, CorporateAction.TickerChange _ -> adjusted.add(action);
        case CorporateAction.Split _, CorporateAction.SpinOff _ -> {}
      }
    }
    return adjusted;
  }

  private static BigDecimal dividedByLater(
      BigDecimal cash, LocalDate exDate, List<CorporateAction.Split> splits) {
    BigDecimal adjusted = cash;
    for (CorporateAction.Split split : splits) {
      if (split.exDate().isAfter(exDate)) {
        adjusted = adjusted.divide(split.ratio(), MathContext.DECIMAL64);
      }
    }
    return adjusted;
  }
}

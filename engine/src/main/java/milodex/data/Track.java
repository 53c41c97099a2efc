package milodex.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.money.Price;
import org.jspecify.annotations.Nullable;

/// The daily bars of one symbol laid along the sessions of the exchange.
final class Track {

  private final BarSeries series;
  private final Attendance attendance;
  private final AdjustedBars bars;
  private final List<CorporateAction> actions;
  private final Eligibility.End end;

  /// Exact prices by bar, made when first asked for; threads may make one twice, and equal.
  private final @Nullable Price[] opens;

  private final @Nullable Price[] closes;

  private Track(
      BarSeries series, Attendance attendance, AdjustedBars bars, List<CorporateAction> actions) {
    this.series = series;
    this.attendance = attendance;
    this.bars = bars;
    this.actions = Collections.unmodifiableList(actions);
    this.end = Eligibility.End.of(actions);
    this.opens = new Price[series.size()];
    this.closes = new Price[series.size()];
  }

  /// Lays `series` along consecutive sessions.
  static Track of(BarSeries series, List<CorporateAction> actions, SessionDays days) {
    boolean raw = series.adjustment() == Adjustment.RAW;
    List<CorporateAction> effective = raw ? actions : inAdjustedShares(actions);
    return new Track(
        series, Attendance.of(series, days), AdjustedBars.of(series, effective), effective);
  }

  Symbol symbol() {
    return series.symbol();
  }

  BarSeries series() {
    return series;
  }

  /// Index of the session's bar, or -1.
  int barAt(int session) {
    return attendance.barAt(session);
  }

  /// The exact price at which a bar opened, as it traded.
  Price open(int bar) {
    return exact(opens, series.columns().open(), bar);
  }

  /// The exact price at which a bar closed, as it traded.
  Price close(int bar) {
    return exact(closes, series.columns().close(), bar);
  }

  private static Price exact(@Nullable Price[] made, double[] prices, int bar) {
    Price price = made[bar];
    if (price == null) {
      price = Price.of(prices[bar]);
      made[bar] = price;
    }
    return price;
  }

  /// How many sessions in a row up to this one have their bar.
  int unbroken(int session) {
    return attendance.unbroken(session);
  }

  /// The prices as seen on `day`, divided by the splits with ex-date on or before it.
  BarColumns columnsAsOf(int day) {
    return barsAsOf(day).columns();
  }

  /// The bars as seen on `day`: prices and dividends divided by the splits with ex-date on or
  /// before it.
  BarHistory barsAsOf(int day) {
    return bars.asOf(day);
  }

  /// What took effect, in the shares of this track.
  List<CorporateAction> actions() {
    return actions;
  }

  /// Whether it may be entered, session by session.
  Eligibility eligibility(SessionDays days, int lookback) {
    return new Eligibility(days, attendance, end, lookback);
  }

  /// A vendor that divided prices by all later splits left dividends in the shares of their day.
  private static List<CorporateAction> inAdjustedShares(List<CorporateAction> actions) {
    List<CorporateAction.Split> splits = AdjustedBars.splits(actions);
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

package milodex.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import milodex.data.ActionTerms;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.NewYork;
import milodex.market.Timeframe;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Some bars of a series, as a table and as data, with the corporate actions of their sessions.
///
/// @param from index of the first bar
/// @param to index after the last bar
/// @param actions those of the symbol
record BarTable(BarSeries series, int from, int to, List<CorporateAction> actions) {

  /// Prices are exact in the store; more digits than these are no news to the eye.
  private static final int MOST_DECIMALS = 6;

  private static final int LEAST_DECIMALS = 2;

  /// The last `count` bars of a series, or all it has.
  static BarTable last(BarSeries series, int count, List<CorporateAction> actions) {
    return new BarTable(series, Math.max(0, series.size() - count), series.size(), actions);
  }

  int size() {
    return to - from;
  }

  Block block() {
    int decimals = decimals();
    Table table =
        Table.of(
            Column.text(isDaily() ? "Session" : "Minute (New York)"),
            Column.number("Open"),
            Column.number("High"),
            Column.number("Low"),
            Column.number("Close"),
            Column.number("Volume"),
            Column.wrapping("Actions"));
    BarColumns bars = series.columns();
    for (int i = from; i < to; i++) {
      table.row(
          isDaily() ? series.session(i).toString() : NewYork.minute(series.openedAt(i)),
          price(bars.open()[i], decimals),
          price(bars.high()[i], decimals),
          price(bars.low()[i], decimals),
          price(bars.close()[i], decimals),
          String.format(Locale.ROOT, "%,.0f", bars.volume()[i]),
          String.join("; ", actionsAt(i)));
    }
    return table;
  }

  /// The bars, oldest first.
  List<Data> data() {
    BarColumns bars = series.columns();
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                Data.of()
                    .text("session", series.session(i).toString())
                    .text("opened_at", series.openedAt(i).toString())
                    .number("open", bars.open()[i])
                    .number("high", bars.high()[i])
                    .number("low", bars.low()[i])
                    .number("close", bars.close()[i])
                    .number("volume", bars.volume()[i])
                    .texts("actions", actionsAt(i)))
        .toList();
  }

  private boolean isDaily() {
    return series.timeframe() == Timeframe.DAY_1;
  }

  /// What took effect after the bar before, up to this one.
  private List<String> actionsAt(int bar) {
    LocalDate session = series.session(bar);
    LocalDate before = bar == 0 ? session.minusDays(1) : series.session(bar - 1);
    List<String> at = new ArrayList<>();
    for (CorporateAction action : actions) {
      if (action.exDate().isAfter(before) && !action.exDate().isAfter(session)) {
        at.add(ActionTerms.kind(action) + " " + ActionTerms.value(action));
      }
    }
    return at;
  }

  private int decimals() {
    BarColumns bars = series.columns();
    return IntStream.range(from, to)
        .boxed()
        .flatMapToDouble(
            i -> DoubleStream.of(bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i]))
        .mapToInt(price -> BigDecimal.valueOf(price).stripTrailingZeros().scale())
        .map(scale -> Math.clamp(scale, LEAST_DECIMALS, MOST_DECIMALS))
        .max()
        .orElse(LEAST_DECIMALS);
  }

  private static String price(double price, int decimals) {
    return BigDecimal.valueOf(price).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}

package milodex.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;

/// The bars of one series with a view for every split.
///
/// Between two splits prices are compared in one unit. At a split's ex-date the unit changes, so
/// each stretch has its own columns: the raw bars divided by the splits up to it, and by no later
/// one.
record AdjustedBars(List<Stretch> stretches) {

  AdjustedBars {
    stretches = List.copyOf(stretches);
  }

  /// The sessions from `fromDay` on see `bars`, in which prices before were divided by splits.
  record Stretch(int fromDay, BarHistory bars) {}

  /// The views of `series`, which is as traded where `actions` has splits.
  static AdjustedBars of(BarSeries series, List<CorporateAction> actions) {
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
    return new AdjustedBars(stretches);
  }

  /// The bars as seen on `day`: prices and dividends divided by the splits with ex-date on or
  /// before it.
  BarHistory asOf(int day) {
    int seen = stretches.size() - 1;
    while (seen > 0 && stretches.get(seen).fromDay > day) {
      seen--;
    }
    return stretches.get(seen).bars;
  }

  /// The splits among `actions`, by ex-date.
  static List<CorporateAction.Split> splits(List<CorporateAction> actions) {
    return actions.stream()
        .filter(CorporateAction.Split.class::isInstance)
        .map(CorporateAction.Split.class::cast)
        .sorted(Comparator.comparing(CorporateAction.Split::exDate))
        .toList();
  }

  private static int firstOnOrAfter(int[] days, int day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
}

package milodex.data;

import java.time.LocalDate;
import milodex.market.BarColumns;
import milodex.market.BarSeries;

/// Bars that never were, to see whether anything drinks from them.
final class Poison {

  private Poison() {}

  /// Overwrites the bars of `series` before a date, in place: each price becomes a tenth to ten
  /// times of what it was.
  static void before(LocalDate date, BarSeries series) {
    long first = date.toEpochDay();
    for (int i = 0; i < series.size() && series.day()[i] < first; i++) {
      bar(series, i);
    }
  }

  /// The same for the bars after a date.
  static void after(LocalDate date, BarSeries series) {
    long last = date.toEpochDay();
    for (int i = series.size() - 1; i >= 0 && series.day()[i] > last; i--) {
      bar(series, i);
    }
  }

  /// Overwrites one bar.
  static void bar(BarSeries series, int i) {
    BarColumns bars = series.columns();
    long seed = series.openedAt()[i] ^ Double.doubleToLongBits(bars.close()[i]);
    double open = bars.close()[i] * factor(seed);
    double close = bars.close()[i] * factor(seed + 1);
    bars.open()[i] = open;
    bars.high()[i] = Math.max(open, close) * 1.1;
    bars.low()[i] = Math.min(open, close) * 0.9;
    bars.close()[i] = close;
    bars.volume()[i] = bars.volume()[i] * factor(seed + 2) + 1;
  }

  /// From a tenth to ten, by the finalizer of SplitMix64.
  private static double factor(long seed) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return 0.1 + 9.9 * ((mixed >>> 11) * 0x1.0p-53);
  }
}

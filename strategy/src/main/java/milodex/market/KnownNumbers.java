package milodex.market;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/// Numbers computed from windows of one history, kept for whoever asks again: many cells of a sweep
/// read the same number of the same bars.
///
/// Threads may compute one twice, and equal.
final class KnownNumbers {

  /// How many figures are kept, the newest first: more than a rule reads, and few enough that a
  /// sweep over their lengths does not fill the memory.
  private static final int FIGURES = 4;

  private final int bars;
  private volatile List<Figure> figures = List.of();

  /// What was computed, and by the last bar of the window the bits of the number; 0 while it is
  /// not known, so a zero is computed each time.
  private record Figure(String name, int n, int length, AtomicLongArray bits) {

    boolean isOf(String name, int n, int length) {
      return this.n == n && this.length == length && this.name.equals(name);
    }
  }

  /// @param bars how many bars the history has
  KnownNumbers(int bars) {
    this.bars = bars;
  }

  /// The number of a window of `length` bars that ends with the bar `last`.
  double get(
      String name, int n, int length, int last, BarWindow window, BarWindow.Computation plain) {
    AtomicLongArray bits = figure(name, n, length).bits;
    long known = bits.getOpaque(last);
    if (known != 0) {
      return Double.longBitsToDouble(known);
    }
    double number = plain.of(window, n);
    bits.setOpaque(last, Double.doubleToRawLongBits(number));
    return number;
  }

  private Figure figure(String name, int n, int length) {
    List<Figure> kept = figures;
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).isOf(name, n, length)) {
        return kept.get(i);
      }
    }
    Figure added = new Figure(name, n, length, new AtomicLongArray(bars));
    List<Figure> all = new ArrayList<>(kept);
    all.addFirst(added);
    figures = List.copyOf(all.subList(0, Math.min(all.size(), FIGURES)));
    return added;
  }
}

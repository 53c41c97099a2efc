package milodex.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import milodex.statistics.RandomEntry.Trade;

/// The orders that trades can come in; trades of the same length and size are the same.
final class TradeOrders {

  private static final Comparator<Trade> SAME =
      Comparator.comparingInt(Trade::length).thenComparingDouble(Trade::size);

  private TradeOrders() {}

  /// How many there are; infinity if too many to count.
  static double count(List<Trade> trades) {
    List<Trade> sorted = trades.stream().sorted(SAME).toList();
    double count = 1;
    int equal = 0;
    for (int at = 0; at < sorted.size(); at++) {
      equal = at > 0 && same(sorted.get(at - 1), sorted.get(at)) ? equal + 1 : 1;
      count *= (at + 1.0) / equal;
    }
    return count;
  }

  /// Hands every order to `use`, in one array that changes between the calls.
  static void forEach(Trade[] trades, Consumer<Trade[]> use) {
    List<Trade> left = new ArrayList<>(List.of(trades));
    left.sort(SAME);
    fill(new Trade[trades.length], 0, left, use);
  }

  private static void fill(Trade[] order, int at, List<Trade> left, Consumer<Trade[]> use) {
    if (left.isEmpty()) {
      use.accept(order);
      return;
    }
    for (int next = 0; next < left.size(); next++) {
      if (next > 0 && same(left.get(next - 1), left.get(next))) {
        continue;
      }
      order[at] = left.remove(next);
      fill(order, at + 1, left, use);
      left.add(next, order[at]);
    }
  }

  private static boolean same(Trade left, Trade right) {
    return SAME.compare(left, right) == 0;
  }
}

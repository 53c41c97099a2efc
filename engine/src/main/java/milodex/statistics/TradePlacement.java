package milodex.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import milodex.statistics.RandomEntry.Trade;

/// Trades placed among bars, which are kept as running sums.
///
/// @param sums of the returns before each bar, and of all
/// @param trades in time order at first, in another after each random placement
/// @param minGap bars between two trades
/// @param free bars that trades and their gaps leave over
/// @param slots of a random placement, for each trade
/// @param taken scratch: whether a slot is taken
@SuppressWarnings("ArrayRecordComponent") // never compared
record TradePlacement(
    double[] sums, Trade[] trades, int minGap, int free, int[] slots, int[] taken) {

  /// Of trades in time order that fit.
  static TradePlacement of(double[] returns, List<Trade> inTime, int minGap) {
    double[] sums = new double[returns.length + 1];
    for (int bar = 0; bar < returns.length; bar++) {
      sums[bar + 1] = sums[bar] + returns[bar];
    }
    int free = free(returns.length, inTime, minGap);
    int count = inTime.size();
    return new TradePlacement(
        sums, inTime.toArray(Trade[]::new), minGap, free, new int[count], new int[free + count]);
  }

  /// Bars that trades and the gaps between them leave over.
  static int free(int bars, List<Trade> trades, int minGap) {
    int held = trades.stream().mapToInt(Trade::length).sum();
    return bars - held - Math.max(0, trades.size() - 1) * minGap;
  }

  /// Counts against the return of the trades where they were.
  NullTally tally() {
    double total = 0;
    double largest = 0;
    for (Trade trade : trades) {
      total += result(trade, trade.entry());
      largest = Math.max(largest, Math.abs(trade.size()));
    }
    double size = 0;
    for (int bar = 1; bar < sums.length; bar++) {
      size += Math.abs(sums[bar] - sums[bar - 1]);
    }
    return new NullTally(total, largest * size);
  }

  /// Adds the returns of all placements of `order` from trade `at` on, not before bar `start`, to
  /// `sum`, that of the trades before.
  void everywhere(Trade[] order, int at, int start, double sum, NullTally tally) {
    if (at == order.length) {
      tally.add(sum);
      return;
    }
    int last = lastStart(order, at);
    int step = order[at].length() + minGap;
    for (int entry = start; entry <= last; entry++) {
      everywhere(order, at + 1, entry + step, sum + result(order[at], entry), tally);
    }
  }

  // Trades from `at` on, packed against the end.
  private int lastStart(Trade[] order, int at) {
    int start = sums.length - 1 + minGap;
    for (int trade = at; trade < order.length; trade++) {
      start -= order[trade].length() + minGap;
    }
    return start;
  }

  /// The return of a random order, with a random choice of as many of `free + trades` slots: the
  /// slots between two chosen ones are the free bars between two trades.
  double anywhere(RandomGenerator random) {
    chooseSlots(random);
    double sum = 0;
    int packed = 0;
    for (int at = 0; at < trades.length; at++) {
      int other = at + random.nextInt(trades.length - at);
      Trade trade = trades[other];
      trades[other] = trades[at];
      trades[at] = trade;
      sum += result(trade, slots[at] - at + packed);
      packed += trade.length() + minGap;
    }
    return sum;
  }

  // Floyd's choice without replacement (Bentley and Floyd, 1987), then in order.
  private void chooseSlots(RandomGenerator random) {
    for (int at = 0; at < slots.length; at++) {
      int newest = free + at;
      int slot = random.nextInt(newest + 1);
      slots[at] = taken[slot] == 0 ? slot : newest;
      taken[slots[at]] = 1;
    }
    for (int slot : slots) {
      taken[slot] = 0;
    }
    Arrays.sort(slots);
  }

  private double result(Trade trade, int entry) {
    return trade.size() * (sums[entry + trade.length()] - sums[entry]);
  }
}

package milodex.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// A random order of the bars of a history, the same for all its markets.
///
/// The gaps, ln(open / previous close), and the insides of bars, the high, low and close relative
/// to the open, are put in two separate orders and joined into a new path (Masters, 2018). It
/// starts and ends at the original prices: the trend over the window and the shapes of bars stay,
/// patterns in time go. A test of a strategy runs the strategy, its fitting included, again on each
/// path and hands the results to [NullComparison#sampled].
public final class BarPermutation {

  private static final int OPEN = 0;
  private static final int HIGH = 1;
  private static final int LOW = 2;
  private static final int CLOSE = 3;

  private final int kept;
  private final int[] insides;
  private final int[] gaps;

  private BarPermutation(int kept, int[] insides, int[] gaps) {
    this.kept = kept;
    this.insides = insides;
    this.gaps = gaps;
  }

  /// A random order of `bars` bars of which the first `kept` stay as they are: 1, or for a
  /// walk-forward the bars of the first training window.
  ///
  /// @throws IllegalArgumentException if `kept` is not from 1 to `bars`
  public static BarPermutation drawn(int bars, int kept, long seed) {
    if (kept < 1 || kept > bars) {
      throw new IllegalArgumentException(
          "kept is from 1 to the %d bars, not %d".formatted(bars, kept));
    }
    RandomGenerator random = NullTally.random(seed);
    return new BarPermutation(kept, order(bars - kept, random), order(bars - kept, random));
  }

  /// The order in which bar `kept + i` gets the inside of bar `kept + insides[i]` and the gap
  /// before bar `kept + gaps[i]`.
  ///
  /// @throws IllegalArgumentException if `kept` is below 1, or `insides` and `gaps` are not
  ///     orders of as many numbers from 0
  public static BarPermutation of(int kept, int[] insides, int[] gaps) {
    if (kept < 1) {
      throw new IllegalArgumentException("kept is 1 or more, not " + kept);
    }
    requireOrder("insides", insides, insides.length);
    requireOrder("gaps", gaps, insides.length);
    return new BarPermutation(kept, insides.clone(), gaps.clone());
  }

  /// The bars of one market in this order.
  ///
  /// @param bars a row for each bar with its open, high, low and close, all above zero
  /// @return as many rows, in the same columns
  /// @throws IllegalArgumentException if there are not as many bars as this order is of, or a
  ///     bar is not a finite open, high, low and close with the others between low and high
  public double[][] apply(double[][] bars) {
    requireBars(bars);
    double[][] logs =
        Arrays.stream(bars)
            .map(bar -> Arrays.stream(bar).map(Math::log).toArray())
            .toArray(double[][]::new);
    double[][] path = Arrays.stream(bars).map(double[]::clone).toArray(double[][]::new);
    double close = logs[kept - 1][CLOSE];
    for (int at = 0; at < insides.length; at++) {
      int gap = kept + gaps[at];
      double open = close + (logs[gap][OPEN] - logs[gap - 1][CLOSE]);
      double[] inside = logs[kept + insides[at]];
      double[] bar = path[kept + at];
      for (int price = OPEN; price <= CLOSE; price++) {
        bar[price] = Math.exp(open + (inside[price] - inside[OPEN]));
      }
      close = open + (inside[CLOSE] - inside[OPEN]);
    }
    return path;
  }

  private void requireBars(double[][] bars) {
    if (bars.length != kept + insides.length) {
      throw new IllegalArgumentException(
          "bars are %d, not %d".formatted(kept + insides.length, bars.length));
    }
    for (double[] bar : bars) {
      if (bar.length != 4 || !isBar(bar)) {
        throw new IllegalArgumentException(
            "bars are an open, high, low and close, not " + Arrays.toString(bar));
      }
    }
  }

  // False of a NaN too: nothing compares with it.
  private static boolean isBar(double[] bar) {
    return bar[LOW] > 0
        && bar[LOW] <= bar[OPEN]
        && bar[LOW] <= bar[CLOSE]
        && bar[OPEN] <= bar[HIGH]
        && bar[CLOSE] <= bar[HIGH]
        && bar[HIGH] < Double.POSITIVE_INFINITY;
  }

  private static int[] order(int count, RandomGenerator random) {
    int[] order = IntStream.range(0, count).toArray();
    for (int at = count - 1; at > 0; at--) {
      int other = random.nextInt(at + 1);
      int value = order[at];
      order[at] = order[other];
      order[other] = value;
    }
    return order;
  }

  private static void requireOrder(String name, int[] order, int count) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    if (!Arrays.equals(sorted, IntStream.range(0, count).toArray())) {
      throw new IllegalArgumentException(
          name + " are the numbers from 0 below %d in any order".formatted(count));
    }
  }
}

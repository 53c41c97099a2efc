package milodex.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Whether trades were entered better than at random, with exposure matched.
///
/// The statistic is the total return, the sum over trades of size × returns of the bars held. The
/// null keeps the number of trades, their lengths, sides and sizes, and places them anywhere among
/// the bars in any order, at least `minGap` bars apart, every placement equally likely. Costs per
/// trade are the same in all of them and can be left out. Trades whose exits follow the price
/// (stops) do not keep their length: draw those by running the exits again.
public final class RandomEntry {

  /// More placements than these are too many to try all.
  public static final long MOST_PLACEMENTS = 20_000_000;

  private static final Comparator<Trade> IN_TIME = Comparator.comparingInt(Trade::entry);

  private RandomEntry() {}

  /// A trade held over bars `entry` to `entry + length − 1`, counted from 0.
  ///
  /// @param size what one unit of return earns: 1 for long, −1 for short, or a share of equity
  public record Trade(int entry, int length, double size) {

    /// @throws IllegalArgumentException if the length is below 1, the entry below 0, or the
    ///     size not finite
    public Trade {
      if (length < 1 || entry < 0 || !Double.isFinite(size)) {
        throw new IllegalArgumentException(
            "a trade has a length of 1 or more, an entry of 0 or more and a finite size");
      }
    }
  }

  /// How many different placements there are: `C(free + n, n)` for n trades and the bars left free
  /// by them and their gaps, times the distinct orders of the trades; infinity if too many to
  /// count.
  ///
  /// @throws IllegalArgumentException as of [#exact]
  public static double placements(int bars, List<Trade> trades, int minGap) {
    List<Trade> inTime = inTime(bars, trades, minGap);
    int free = TradePlacement.free(bars, inTime, minGap);
    double count = 1;
    for (int trade = 1; trade <= inTime.size(); trade++) {
      count *= (double) (free + trade) / trade;
    }
    return Math.rint(count * TradeOrders.count(inTime));
  }

  /// All placements, the observed one among them; undefined without trades.
  ///
  /// @param returns of each bar
  /// @throws IllegalArgumentException if there are more than [#MOST_PLACEMENTS], if trades
  ///     leave the bars or are closer than `minGap`, which is 0 or more, or if a return is not
  ///     finite
  public static NullComparison exact(double[] returns, List<Trade> trades, int minGap) {
    Matrices.requireFinite("returns", returns);
    double placements = placements(returns.length, trades, minGap);
    if (placements > MOST_PLACEMENTS) {
      throw new IllegalArgumentException(
          "trades have at most %d placements, not %.3g".formatted(MOST_PLACEMENTS, placements));
    }
    if (trades.isEmpty()) {
      return NullComparison.undefined("no trades");
    }
    TradePlacement placement =
        TradePlacement.of(returns, inTime(returns.length, trades, minGap), minGap);
    NullTally tally = placement.tally();
    TradeOrders.forEach(placement.trades(), order -> placement.everywhere(order, 0, 0, 0, tally));
    return tally.exact();
  }

  /// `draws` random placements; undefined without trades.
  ///
  /// @param returns of each bar
  /// @throws IllegalArgumentException if there are no draws, if trades leave the bars or are closer
  ///     than `minGap`, which is 0 or more, or if a return is not finite
  public static NullComparison sampled(
      double[] returns, List<Trade> trades, int minGap, int draws, long seed) {
    Matrices.requireFinite("returns", returns);
    NullTally.requireDraws(draws, 1);
    List<Trade> inTime = inTime(returns.length, trades, minGap);
    if (trades.isEmpty()) {
      return NullComparison.undefined("no trades");
    }
    TradePlacement placement = TradePlacement.of(returns, inTime, minGap);
    NullTally tally = placement.tally();
    RandomGenerator random = NullTally.random(seed);
    for (int draw = 0; draw < draws; draw++) {
      tally.add(placement.anywhere(random));
    }
    return tally.sampled();
  }

  private static List<Trade> inTime(int bars, List<Trade> trades, int minGap) {
    if (minGap < 0) {
      throw new IllegalArgumentException("minGap is 0 or more, not " + minGap);
    }
    List<Trade> inTime = trades.stream().sorted(IN_TIME).toList();
    long earliest = 0;
    for (Trade trade : inTime) {
      if (trade.entry() < earliest || (long) trade.entry() + trade.length() > bars) {
        throw new IllegalArgumentException(
            "trades lie within %d bars, %d or more apart; not so %s"
                .formatted(bars, minGap, trade));
      }
      earliest = (long) trade.entry() + trade.length() + minGap;
    }
    return inTime;
  }
}

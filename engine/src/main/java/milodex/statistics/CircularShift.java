package milodex.statistics;

import java.util.random.RandomGenerator;

/// Whether weights meet the better bars: the returns are shifted under them, end joined to start.
///
/// The statistic is the mean portfolio return less what the average weights earn on average,
/// `mean over t of Σₖ w[t][k] · r[t][k] − Σₖ mean w[k] · mean r[k]`: holding alone scores zero.
/// Weights, the order of returns and, as all symbols shift together, what happened to them at the
/// same time are kept (Aronson, 2006, for one market).
public final class CircularShift {

  /// Fewer draws than these are not worth a p.
  public static final int FEWEST_DRAWS = 999;

  private CircularShift() {}

  /// All T shifts of T bars, the observed one among them; undefined of fewer than two
  /// bars or of no symbol.
  ///
  /// @param weights a row for each bar, a column for each symbol: the share of equity held over the
  ///     bar, short below zero
  /// @param returns of each bar and symbol, in the same shape
  /// @throws IllegalArgumentException if shapes differ or a number is not finite
  public static NullComparison exact(double[][] weights, double[][] returns) {
    return exact(Shifted.of(weights, returns));
  }

  /// The same of one symbol.
  ///
  /// @throws IllegalArgumentException if lengths differ or a number is not finite
  public static NullComparison exact(double[] weights, double[] returns) {
    return exact(Matrices.column(weights), Matrices.column(returns));
  }

  /// `draws` different shifts, none of them the observed one; all shifts if there are no more, and
  /// then exact. Undefined of fewer than two bars.
  ///
  /// @throws IllegalArgumentException if shapes differ, if there are fewer than [#FEWEST_DRAWS], or
  ///     if a number is not finite
  public static NullComparison sampled(
      double[][] weights, double[][] returns, int draws, long seed) {
    NullTally.requireDraws(draws, FEWEST_DRAWS);
    Shifted shifted = Shifted.of(weights, returns);
    if (shifted.bars() - 1 <= draws || shifted.symbols() == 0) {
      return exact(shifted);
    }
    NullTally tally = shifted.tally();
    RandomGenerator random = NullTally.random(seed);
    int left = draws;
    // Each shift is taken with the chance that leaves every choice of shifts equally likely.
    for (int shift = 1; left > 0; shift++) {
      if (random.nextInt(shifted.bars() - shift) < left) {
        tally.add(shifted.statistic(shift));
        left--;
      }
    }
    return tally.sampled();
  }

  private static NullComparison exact(Shifted shifted) {
    if (shifted.bars() < 2) {
      return NullComparison.undefined("fewer than two bars");
    }
    if (shifted.symbols() == 0) {
      return NullComparison.undefined("no symbols");
    }
    NullTally tally = shifted.tally();
    for (int shift = 0; shift < shifted.bars(); shift++) {
      tally.add(shifted.statistic(shift));
    }
    return tally.exact();
  }

  // Rows one after the other: a shift by a row is a shift by `symbols` numbers.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Shifted(
      double[] weights, double[] returns, int bars, int symbols, double held, double scale) {

    static Shifted of(double[][] weights, double[][] returns) {
      Matrices.requireFinite("weights", weights);
      Matrices.requireFinite("returns", returns);
      int symbols = returns.length == 0 ? 0 : returns[0].length;
      if (weights.length != returns.length
          || (weights.length > 0 && weights[0].length != symbols)) {
        throw new IllegalArgumentException("weights and returns have different shapes");
      }
      double held = 0;
      double scale = 0;
      for (int symbol = 0; symbol < symbols; symbol++) {
        double weight = 0;
        double result = 0;
        double largest = 0;
        double size = 0;
        for (int bar = 0; bar < returns.length; bar++) {
          weight += weights[bar][symbol] / returns.length;
          result += returns[bar][symbol] / returns.length;
          largest = Math.max(largest, Math.abs(weights[bar][symbol]));
          size += Math.abs(returns[bar][symbol]) / returns.length;
        }
        held += weight * result;
        scale += largest * size;
      }
      return new Shifted(
          Matrices.flat(weights), Matrices.flat(returns), returns.length, symbols, held, scale);
    }

    NullTally tally() {
      return new NullTally(statistic(0), scale);
    }

    double statistic(int shift) {
      int start = shift * symbols;
      int end = weights.length - start;
      return (product(0, end, start) + product(end, weights.length, -end)) / bars - held;
    }

    private double product(int from, int to, int offset) {
      double even = 0;
      double odd = 0;
      int at = from;
      for (; at + 1 < to; at += 2) {
        even += weights[at] * returns[at + offset];
        odd += weights[at + 1] * returns[at + 1 + offset];
      }
      return at < to ? even + odd + weights[at] * returns[at + offset] : even + odd;
    }
  }
}

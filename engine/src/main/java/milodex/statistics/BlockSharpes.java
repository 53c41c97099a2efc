package milodex.statistics;

/// The Sharpe ratio of every trial over every choice of half of the blocks.
///
/// A choice is kept as the sums of r and r² of its blocks, so that its cost does not depend on the
/// number of rows: O(C · blocks · trials) at most.
final class BlockSharpes {

  /// What a trial without deviation has: it ranks below every number.
  static final double DEGENERATE = Double.NEGATIVE_INFINITY;

  // A deviation below a millionth of the root mean square is rounding, not risk.
  private static final double ROUNDING = 1e-12;

  private final int blocks;
  private final int trials;
  private final int rowsOfHalf;
  private final double[][] sums;
  private final double[][] squares;
  private final double[][] partialSums;
  private final double[][] partialSquares;
  private final double[][] sharpes;
  private int filled;

  private BlockSharpes(double[][] returns, int blocks) {
    this.blocks = blocks;
    this.trials = returns[0].length;
    int rows = returns.length / blocks;
    this.rowsOfHalf = rows * blocks / 2;
    this.sums = new double[blocks][trials];
    this.squares = new double[blocks][trials];
    this.partialSums = new double[blocks / 2 + 1][trials];
    this.partialSquares = new double[blocks / 2 + 1][trials];
    this.sharpes = new double[choices(blocks)][trials];
    int dropped = returns.length - rows * blocks;
    for (int row = 0; row < rows * blocks; row++) {
      add(returns[dropped + row], row / rows);
    }
  }

  /// A row for each choice in the order of its first block, its second, and so on, with a column
  /// for each trial. The choice in row i and the one in row `length − 1 − i` share no block.
  static double[][] of(double[][] returns, int blocks) {
    BlockSharpes all = new BlockSharpes(returns, blocks);
    all.choose(0, 0);
    return all.sharpes;
  }

  /// How many ways there are to choose half of `blocks`.
  static int choices(int blocks) {
    long choices = 1;
    for (int chosen = 1; chosen <= blocks / 2; chosen++) {
      choices = choices * (blocks / 2 + chosen) / chosen;
    }
    return Math.toIntExact(choices);
  }

  private void add(double[] row, int block) {
    double[] sum = sums[block];
    double[] square = squares[block];
    for (int trial = 0; trial < trials; trial++) {
      sum[trial] += row[trial];
      square[trial] += row[trial] * row[trial];
    }
  }

  private void choose(int chosen, int from) {
    if (chosen == blocks / 2) {
      measure(sharpes[filled++], partialSums[chosen], partialSquares[chosen]);
      return;
    }
    int last = blocks / 2 + chosen;
    for (int block = from; block <= last; block++) {
      plus(partialSums[chosen], sums[block], partialSums[chosen + 1]);
      plus(partialSquares[chosen], squares[block], partialSquares[chosen + 1]);
      choose(chosen + 1, block + 1);
    }
  }

  private static void plus(double[] left, double[] right, double[] into) {
    for (int trial = 0; trial < into.length; trial++) {
      into[trial] = left[trial] + right[trial];
    }
  }

  private void measure(double[] into, double[] sum, double[] square) {
    int n = rowsOfHalf;
    for (int trial = 0; trial < into.length; trial++) {
      double mean = sum[trial] / n;
      double around = square[trial] - sum[trial] * mean;
      into[trial] =
          around <= ROUNDING * square[trial] ? DEGENERATE : mean / Math.sqrt(around / (n - 1));
    }
  }
}

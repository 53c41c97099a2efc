package milodex.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Probability of backtest overfitting by combinatorially symmetric cross-validation.
///
/// The rows are cut into S equal blocks. For each choice of S/2 blocks the trial with the highest
/// Sharpe ratio there (the first of equals) is ranked by its Sharpe ratio in the other blocks:
/// ω = rank/(N + 1), ascending, ties at their average rank, λ = ln(ω/(1 − ω)). The probability is
/// the share of splits with λ ≤ 0 (Bailey, Borwein, López de Prado and Zhu, 2017). A trial without
/// deviation in a half has the worst rank there.
///
/// A single probability is a weak measurement: pure noise gives 0.5 with a deviation near 0.2, and
/// trials that are nearly alike give 0.5 without any overfitting. Read it with the loss.
///
/// @param rows rows used, a multiple of `blocks`
/// @param dropped the oldest rows, left out to make blocks equal
/// @param trials columns
/// @param blocks S
/// @param pbo the probability, for a gate: undefined below ten trials
/// @param shareBelowMedian the same share whatever the number of trials
/// @param medianLogit median of λ
/// @param meanLogit mean of λ
/// @param degradation how the best in sample fared out of sample
/// @param dominance how they fared against all trials
/// @param logits λ of every split, in the order of the chosen blocks; empty if nothing is known
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Cscv(
    int rows,
    int dropped,
    int trials,
    int blocks,
    Figure pbo,
    Figure shareBelowMedian,
    Figure medianLogit,
    Figure meanLogit,
    Degradation degradation,
    Dominance dominance,
    double[] logits) {

  /// Fewer trials than these give ranks too coarse for a probability.
  public static final int FEWEST_TRIALS = 10;

  /// More blocks than these give more splits than fit in memory.
  public static final int MOST_BLOCKS = 20;

  /// Evaluates `returns`, a row for each observation from old to new and a column for each trial.
  ///
  /// Takes O(C · S · N) time and 16 · C · N bytes for C = S!/(S/2)!² splits: 12,870 for S = 16.
  ///
  /// @throws IllegalArgumentException if `blocks` is odd, below 2 or above [#MOST_BLOCKS], if rows
  ///     have different lengths, or if a return is not finite
  public static Cscv of(double[][] returns, int blocks) {
    if (blocks % 2 != 0 || blocks < 2 || blocks > MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "blocks is an even number from 2 to %d, not %d".formatted(MOST_BLOCKS, blocks));
    }
    Matrices.requireFinite("returns", returns);
    int trials = returns.length == 0 ? 0 : returns[0].length;
    int rows = returns.length / blocks * blocks;
    if (trials == 0) {
      return undefined(returns, blocks, "no trials");
    }
    if (rows < 4) {
      return undefined(returns, blocks, "a half of the blocks has fewer than two rows");
    }
    if (areAlike(returns)) {
      return undefined(returns, blocks, "all trials are alike");
    }
    double[][] sharpes = BlockSharpes.of(returns, blocks);
    if (Arrays.stream(sharpes).flatMapToDouble(Arrays::stream).noneMatch(Double::isFinite)) {
      return undefined(returns, blocks, "no trial varies");
    }
    return judge(sharpes, rows, returns.length - rows, blocks);
  }

  private static boolean areAlike(double[][] returns) {
    return Arrays.stream(returns)
        .allMatch(row -> Arrays.stream(row).allMatch(value -> value == row[0]));
  }

  private static Cscv undefined(double[][] returns, int blocks, String why) {
    int rows = returns.length / blocks * blocks;
    Figure none = Figure.undefined(why);
    return new Cscv(
        rows,
        returns.length - rows,
        returns.length == 0 ? 0 : returns[0].length,
        blocks,
        none,
        none,
        none,
        none,
        Degradation.undefined(why),
        Dominance.undefined(why),
        new double[0]);
  }

  private static Cscv judge(double[][] sharpes, int rows, int dropped, int blocks) {
    int trials = sharpes[0].length;
    double[] in = new double[sharpes.length];
    double[] out = new double[sharpes.length];
    double[] logits = new double[sharpes.length];
    for (int split = 0; split < sharpes.length; split++) {
      double[] others = sharpes[sharpes.length - 1 - split];
      int best = best(sharpes[split]);
      in[split] = sharpes[split][best];
      out[split] = others[best];
      double rank = rank(others, best);
      logits[split] = Math.log(rank / (trials + 1 - rank));
    }
    double share = Arrays.stream(logits).filter(logit -> logit <= 0).count() / (double) in.length;
    return new Cscv(
        rows,
        dropped,
        trials,
        blocks,
        trials < FEWEST_TRIALS
            ? Figure.undefined("fewer than ten trials: their ranks are too coarse")
            : Figure.of(share),
        Figure.of(share),
        Figure.of(median(logits)),
        Figure.of(DoubleStream.of(logits).sum() / logits.length),
        Degradation.between(in, out),
        Dominance.between(out, Matrices.flat(sharpes)),
        logits);
  }

  private static int best(double[] values) {
    int best = 0;
    for (int at = 1; at < values.length; at++) {
      if (values[at] > values[best]) {
        best = at;
      }
    }
    return best;
  }

  // Equal values share the mean of the ranks that they take up.
  private static double rank(double[] values, int of) {
    double value = values[of];
    int below = 0;
    int equal = 0;
    for (double other : values) {
      below += other < value ? 1 : 0;
      equal += other == value ? 1 : 0;
    }
    return below + (equal + 1) / 2.0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return (sorted[half] + sorted[(sorted.length - 1) / 2]) / 2;
  }
}

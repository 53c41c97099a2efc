package milodex.statistics;

import java.util.stream.IntStream;

/// How the trial that was best in sample fared out of sample, over all splits.
///
/// The line is the least-squares line of the out-of-sample Sharpe ratio on the in-sample one
/// (Bailey, Borwein, López de Prado and Zhu, 2017). Sharpe ratios are per observation. A trial that
/// did not vary out of sample counts as a loss, and its split is in neither means nor line.
///
/// @param lossProbability the share of splits with an out-of-sample Sharpe ratio below zero
/// @param inSample the mean Sharpe ratio of the best trials, in sample
/// @param outOfSample their mean Sharpe ratio out of sample
/// @param slope the slope of the line; below zero, the better in sample the worse out of sample
/// @param intercept the height of the line at zero
public record Degradation(
    Figure lossProbability, Figure inSample, Figure outOfSample, Figure slope, Figure intercept) {

  /// All without a number, for the reason `why`.
  static Degradation undefined(String why) {
    Figure none = Figure.undefined(why);
    return new Degradation(none, none, none, none, none);
  }

  /// Of the splits, each with the Sharpe ratio of its best trial in sample and out of sample.
  static Degradation between(double[] in, double[] out) {
    long losses = IntStream.range(0, out.length).filter(split -> out[split] < 0).count();
    Figure loss = Figure.of((double) losses / out.length);
    int[] known =
        IntStream.range(0, in.length)
            .filter(split -> Double.isFinite(in[split]) && Double.isFinite(out[split]))
            .toArray();
    if (known.length == 0) {
      Figure none = Figure.undefined("no chosen trial varies both in and out of sample");
      return new Degradation(loss, none, none, none, none);
    }
    return line(loss, known, in, out);
  }

  private static Degradation line(Figure loss, int[] known, double[] in, double[] out) {
    double meanIn = IntStream.of(known).mapToDouble(split -> in[split]).sum() / known.length;
    double meanOut = IntStream.of(known).mapToDouble(split -> out[split]).sum() / known.length;
    double across = 0;
    double along = 0;
    for (int split : known) {
      across += (in[split] - meanIn) * (out[split] - meanOut);
      along += (in[split] - meanIn) * (in[split] - meanIn);
    }
    Figure slope = Figure.ratio(across, along, "the best in sample is equally good in all splits");
    return new Degradation(
        loss,
        Figure.of(meanIn),
        Figure.of(meanOut),
        slope,
        slope.map(steepness -> meanOut - steepness * meanIn));
  }
}

package milodex.statistics;

/// How much of the in-sample result of a walk-forward was left out of sample (Pardo 2008).
///
/// A good efficiency can hide a ruinous window: show it, and judge the out-of-sample series put end
/// to end.
///
/// @param inSample mean of the windows' in-sample metric
/// @param outOfSample mean of their out-of-sample metric
/// @param efficiency `outOfSample` ÷ `inSample`, the ratio of the means and never the mean of the
///     ratios; undefined if `inSample` is not positive
/// @param outOfSampleT mean ÷ (sample deviation ÷ √windows) of the out-of-sample metric
public record WalkForwardEfficiency(
    Figure inSample, Figure outOfSample, Figure efficiency, Figure outOfSampleT) {

  /// The efficiency of windows, each with an in-sample and an out-of-sample metric of one unit,
  /// for example annualised returns.
  ///
  /// @throws IllegalArgumentException if there are not equally many of both, or one is not finite
  public static WalkForwardEfficiency of(double[] inSample, double[] outOfSample) {
    if (inSample.length != outOfSample.length) {
      throw new IllegalArgumentException(
          "outOfSample: %d windows, and %d in sample"
              .formatted(outOfSample.length, inSample.length));
    }
    Sample.requireFinite(inSample, "inSample");
    Sample.requireFinite(outOfSample, "outOfSample");
    if (inSample.length == 0) {
      Figure none = Figure.undefined("no windows");
      return new WalkForwardEfficiency(none, none, none, none);
    }
    double in = Sample.mean(inSample);
    double out = Sample.mean(outOfSample);
    return new WalkForwardEfficiency(
        Figure.of(in),
        Figure.of(out),
        in > 0 ? Figure.of(out / in) : Figure.undefined("the in-sample mean is not positive"),
        t(outOfSample));
  }

  private static Figure t(double[] metrics) {
    if (metrics.length < 2) {
      return Figure.undefined("fewer than two windows");
    }
    return Sample.varies(metrics)
        ? Figure.of(Sample.mean(metrics) / Sample.deviation(metrics) * Math.sqrt(metrics.length))
        : Figure.undefined("the windows do not differ");
  }
}

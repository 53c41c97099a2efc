package milodex.statistics;

/// The deflated Sharpe ratio: the probability that the selected trial beats what the best of all
/// trials would show by luck (Bailey and López de Prado, 2014).
///
/// @param probability `PSR(SR0)`, from 0 to 1
/// @param benchmark `SR0 = √V·E[max z_N]` per return, with the approximate expected maximum
/// @param trials N, the number of trials it was deflated for
/// @param variance V, the variance of Sharpe ratios per return across trials that was used
/// @param undeflated whether nothing was deducted, as for a single trial: then it is `PSR(0)`, and
///     says nothing about selection
public record DeflatedSharpe(
    Figure probability, Figure benchmark, double trials, Figure variance, boolean undeflated) {

  /// A variance across trials below this part of one trial's is that of identical trials.
  private static final double IDENTICAL = 1e-9;

  /// With Mertens' standard error: the published form. As of [#withError].
  public static DeflatedSharpe of(Moments selected, double trials, Figure variance) {
    return withError(selected, StandardError.mertens(selected), trials, variance);
  }

  /// With any standard error, for example the larger of Mertens' and the HAC error.
  ///
  /// @param selected the moments of the selected trial's returns
  /// @param standardError of its Sharpe ratio per return
  /// @param trials N, at least 1: the selected one counts; need not be whole
  /// @param variance of Sharpe ratios **per return** across trials; if undefined, or zero as of
  ///     identical trials, the squared Mertens error of the selected one takes its place
  /// @throws IllegalArgumentException if `trials` is below 1 or the variance is negative
  public static DeflatedSharpe withError(
      Moments selected, Figure standardError, double trials, Figure variance) {
    Figure used = floored(variance, StandardError.mertens(selected).map(error -> error * error));
    double luck = ExpectedMaximum.approximate(trials);
    Figure benchmark = luck == 0 ? Figure.of(0) : used.map(v -> Math.sqrt(v) * luck);
    Figure probability =
        Given.known(benchmark, sr0 -> ProbabilisticSharpe.withError(selected, standardError, sr0));
    return new DeflatedSharpe(probability, benchmark, trials, used, luck == 0);
  }

  /// In the convention of 2025: the variance is that of the best of N under the null,
  /// `Φ((SR − SR0)/√(V(SR0)·Var[max z_N]))`, with `V` of [ProbabilisticSharpe#atBenchmark] and the
  /// exact variance of the maximum (López de Prado, Lipton and Zoonekynd, 2025).
  ///
  /// @throws IllegalArgumentException as of [#withError], or if `rho` is not strictly between −1
  ///     and 1
  public static Figure atBenchmark(Moments selected, double trials, Figure variance, double rho) {
    double narrowing = Math.sqrt(ExpectedMaximum.variance(trials));
    return Given.known(
        of(selected, trials, variance).benchmark(),
        sr0 ->
            ProbabilisticSharpe.withError(
                selected,
                ProbabilisticSharpe.nullError(selected, sr0, rho).map(error -> error * narrowing),
                sr0));
  }

  private static Figure floored(Figure variance, Figure ofOneTrial) {
    return switch (variance) {
      case Figure.Known(double v) when v < 0 ->
          throw new IllegalArgumentException("variance is " + v + ", and must not be negative");
      case Figure.Known(double v) -> Given.known(ofOneTrial, one -> floored(v, one));
      case Figure.Undefined _ -> ofOneTrial;
    };
  }

  private static Figure floored(double variance, double ofOneTrial) {
    return Figure.of(variance > IDENTICAL * ofOneTrial ? variance : ofOneTrial);
  }
}

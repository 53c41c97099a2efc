package milodex.statistics;

import java.util.ArrayList;
import java.util.List;

/// A Sharpe ratio carried to a longer period, with and without regard to autocorrelation.
///
/// @param adjusted `η(q)·SR` (Lo, 2002); undefined if the estimated autocorrelations leave no
///     variance, and then only the naive figure remains
/// @param naive `√q·SR`, right for uncorrelated returns only
/// @param lags how many autocorrelations were estimated; those of longer lags count as zero
public record AnnualSharpe(Figure adjusted, Figure naive, int lags) {

  /// The Sharpe ratio of `returns` over a period of `q` of them, from autocorrelations at lags 1 to
  /// `lags`, or to q − 1 if that is less.
  ///
  /// @throws IllegalArgumentException if a return is not a number, `q` is below 1 or `lags` is
  ///     negative
  public static AnnualSharpe of(double[] returns, int q, int lags) {
    Argument.atLeast(1, q, "q");
    int used = Math.min(Argument.atLeast(0, lags, "lags"), q - 1);
    Figure sharpe = Moments.of(returns).sharpe();
    Figure eta = eta(Autocorrelation.upTo(used, returns), q);
    return new AnnualSharpe(
        Given.both(sharpe, eta, (ratio, factor) -> ratio * factor),
        sharpe.map(ratio -> ratio * Math.sqrt(q)),
        used);
  }

  /// The factor from one period to `q` of them:
  /// `η(q) = q / √(q + 2·Σ_{k<q} (q − k)·ρ_k)` (Lo, 2002), with `autocorrelations` at lags 1, 2, …
  /// and zero beyond. Undefined if one of them is, or if they leave no variance.
  ///
  /// @throws IllegalArgumentException if `q` is below 1
  public static Figure eta(List<Figure> autocorrelations, int q) {
    Argument.atLeast(1, q, "q");
    List<Double> known = new ArrayList<>();
    for (Figure figure : autocorrelations) {
      switch (figure) {
        case Figure.Known(double value) -> known.add(value);
        case Figure.Undefined undefined -> {
          return undefined;
        }
      }
    }
    double radicand = q;
    for (int k = 1; k <= Math.min(known.size(), q - 1); k++) {
      radicand += 2.0 * (q - k) * known.get(k - 1);
    }
    return radicand > 1e-9 * q
        ? Figure.of(q / Math.sqrt(radicand))
        : Figure.undefined("the estimated autocorrelations leave no variance");
  }

  /// The factor from one period to `q` of them for an AR(1) of coefficient `rho`:
  /// `√q·[1 + 2ρ/(1−ρ)·(1 − (1−ρ^q)/(q(1−ρ)))]^(−1/2)` (Lo, 2002).
  ///
  /// @throws IllegalArgumentException if `rho` is not strictly between −1 and 1 or `q` is below 1
  public static double eta(double rho, int q) {
    return Math.sqrt(Argument.atLeast(1, q, "q")) * shrinkage(rho, q);
  }

  /// `η(q)/√q` of an AR(1): what autocorrelation leaves of the naive figure.
  static double shrinkage(double rho, int q) {
    double left = 1 - Argument.autocorrelation(rho, "rho");
    double excess = 2 * rho / left * (1 - (1 - Math.pow(rho, q)) / (q * left));
    return 1 / Math.sqrt(1 + excess);
  }
}

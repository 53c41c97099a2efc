package milodex.statistics;

/// The variance of an estimated Sharpe ratio, times the count of returns.
final class SharpeVariance {

  private SharpeVariance() {}

  /// Of independent returns: `1 − g3·SR + (g4 − 1)/4·SR²` (Mertens, 2002). Never negative.
  static double independent(double sharpe, double skew, double kurtosis) {
    return Math.max(0, 1 - skew * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe);
  }

  /// Of returns that follow an AR(1) of coefficient `rho`: `a − b·g3·SR + c·(g4 − 1)/4·SR²`, with
  /// `a = 1 + 2ρ/(1−ρ)`, `b = 1 + ρ/(1−ρ) + ρ²/(1−ρ²)`, `c = 1 + 2ρ²/(1−ρ²)` (López de Prado,
  /// Lipton and Zoonekynd, 2025). At ρ = 0 it is that of independent returns. Can be negative.
  static double autoregressive(double sharpe, double skew, double kurtosis, double rho) {
    double once = rho / (1 - rho);
    double twice = rho * rho / (1 - rho * rho);
    double a = 1 + 2 * once;
    double b = 1 + once + twice;
    double c = 1 + 2 * twice;
    return a - b * skew * sharpe + c * (kurtosis - 1) / 4 * sharpe * sharpe;
  }
}

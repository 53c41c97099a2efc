package milodex.statistics;

/// What an order costs by moving the price, as a share of it: 0.001 is ten basis points.
///
/// Almgren, Thum, Hauptmann and Li (2005), "Direct estimation of equity market impact", with their
/// γ = 0.314 and η = 0.142.
///
/// @param permanent I = γ·σ·(X/V)·(Θ/V)^¼: how far the price stays moved
/// @param temporary K = η·σ·(X/(V·T))^0.6: what haste costs above that
public record AlmgrenImpact(double permanent, double temporary) {

  private static final double GAMMA = 0.314;
  private static final double ETA = 0.142;

  /// The impact of an order.
  ///
  /// @param deviation of daily returns (σ), at least zero
  /// @param volume average daily volume in shares (V), above zero
  /// @param outstanding shares of the company (Θ), above zero
  /// @param shares in the order (X), at least zero
  /// @param days it is worked over, in trading days (T), above zero
  /// @throws IllegalArgumentException if a number is not finite or not in its range
  public static AlmgrenImpact of(
      double deviation, double volume, double outstanding, double shares, double days) {
    Sample.requireNotNegative(deviation, "deviation");
    Sample.requirePositive(volume, "volume");
    Sample.requirePositive(outstanding, "outstanding");
    Sample.requireNotNegative(shares, "shares");
    Sample.requirePositive(days, "days");
    double size = shares / volume;
    return new AlmgrenImpact(
        GAMMA * deviation * size * Math.pow(outstanding / volume, 0.25),
        ETA * deviation * Math.pow(size / days, 0.6));
  }

  /// J = I/2 + K: what the order pays on average.
  public double realised() {
    return permanent / 2 + temporary;
  }
}

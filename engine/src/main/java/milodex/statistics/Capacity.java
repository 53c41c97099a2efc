package milodex.statistics;

/// How much money a strategy can run in one symbol before its own trading costs it the edge, under
/// square-root impact.
///
/// A traded dollar costs `linear` + Y·σ·√(Q/ADV), where Q is what is traded a day: assets ·
/// `turnover`. Of several symbols the smallest capacity counts.
///
/// @param edge gross profit for each traded dollar
/// @param linear cost of each traded dollar whatever its size, at least zero
/// @param turnover traded share of the assets a day, above zero
/// @param volume average daily volume (ADV) in dollars, at least zero
/// @param deviation of daily returns (σ), above zero
/// @param impact the factor Y, above zero
public record Capacity(
    double edge, double linear, double turnover, double volume, double deviation, double impact) {

  /// At this part of the break-even assets the profit in dollars is highest: where
  /// A·(1 − √A) is, A in units of the break-even.
  private static final double MOST_PROFITABLE = 4.0 / 9;

  /// @throws IllegalArgumentException if a number is not finite or not in its range
  public Capacity {
    Sample.requireFinite(new double[] {edge}, "edge");
    Sample.requireNotNegative(linear, "linear");
    Sample.requirePositive(turnover, "turnover");
    Sample.requireNotNegative(volume, "volume");
    Sample.requirePositive(deviation, "deviation");
    Sample.requirePositive(impact, "impact");
  }

  /// The assets in dollars at which costs eat the edge: ADV/turnover · ((edge − linear)/(Y·σ))².
  ///
  /// Undefined if `linear` costs eat it at any size.
  public Figure breakEven() {
    if (edge <= linear) {
      return Figure.undefined("the edge does not cover the linear cost");
    }
    double room = (edge - linear) / (impact * deviation);
    return Figure.of(volume / turnover * room * room);
  }

  /// The assets in dollars at which the profit in dollars is highest: 4/9 of the break-even.
  public Figure mostProfitable() {
    return breakEven().map(assets -> assets * MOST_PROFITABLE);
  }

  /// The assets in dollars at which a day's trading is the share `cap` of the day's volume:
  /// cap·ADV/turnover.
  ///
  /// @param cap highest share of the volume, in `(0, 1]`
  /// @throws IllegalArgumentException if `cap` is not in its range
  public double participation(double cap) {
    if (!(cap > 0 && cap <= 1)) {
      throw new IllegalArgumentException("cap must be in (0, 1], not " + cap);
    }
    return cap * volume / turnover;
  }
}

package milodex.statistics;

/// What inference on a Sharpe ratio needs of a series of returns: its length and four moments.
///
/// @param n count of returns, flat bars included
/// @param mean of a return
/// @param deviation sample standard deviation (divisor n − 1)
/// @param skew population skewness (divisor n)
/// @param kurtosis population kurtosis (divisor n), **not** excess: a normal has 3
public record Moments(int n, Figure mean, Figure deviation, Figure skew, Figure kurtosis) {

  static final String TOO_SHORT = "fewer than two returns";
  static final String FLAT = "the returns do not vary";

  /// A deviation below this, or below it relative to the mean, is rounding.
  private static final double NO_DEVIATION = 1e-12;

  /// Published moments are rounded; they may miss the bound of kurtosis by as much.
  private static final double ROUNDED = 1e-3;

  /// @throws IllegalArgumentException if `n` is negative, or if kurtosis is below 1 + skew², which
  ///     no series has: then it is excess kurtosis, or from another series
  public Moments {
    Argument.atLeast(0, n, "n");
    Given.both(skew, kurtosis, Moments::possible);
  }

  /// The moments of `returns`; undefined are those that too short or flat a series does not have.
  ///
  /// @throws IllegalArgumentException if a return is not a number
  public static Moments of(double[] returns) {
    int n = Argument.finite(returns, "returns").length;
    if (n == 0) {
      Figure none = Figure.undefined("no returns");
      return new Moments(0, none, none, none, none);
    }
    double mean = mean(returns);
    if (n == 1) {
      Figure none = Figure.undefined(TOO_SHORT);
      return new Moments(1, Figure.of(mean), none, none, none);
    }
    double variance = power(returns, mean, 1, 2);
    double deviation = Math.sqrt(variance * n / (n - 1));
    if (deviation <= NO_DEVIATION * Math.max(1, Math.abs(mean))) {
      Figure none = Figure.undefined(FLAT);
      return new Moments(n, Figure.of(mean), Figure.of(0), none, none);
    }
    double scale = Math.sqrt(variance);
    return new Moments(
        n,
        Figure.of(mean),
        Figure.of(deviation),
        Figure.of(power(returns, mean, scale, 3)),
        Figure.of(power(returns, mean, scale, 4)));
  }

  /// The moments of `n` returns of which only the Sharpe ratio per return and the shape are known,
  /// in units of one deviation.
  ///
  /// @throws IllegalArgumentException if a number is none, or as of the constructor
  public static Moments standardised(int n, double sharpe, double skew, double kurtosis) {
    return new Moments(
        n,
        Figure.of(Argument.finite(sharpe, "sharpe")),
        Figure.of(1),
        Figure.of(Argument.finite(skew, "skew")),
        Figure.of(Argument.finite(kurtosis, "kurtosis")));
  }

  /// The Sharpe ratio per return, `mean / deviation`; undefined for fewer than two returns and for
  /// returns that do not vary (Sharpe, 1994). Returns are taken to be in excess of the rate.
  public Figure sharpe() {
    return Given.known(mean, m -> Given.known(deviation, d -> Figure.ratio(m, d, FLAT)));
  }

  /// What `inference` makes of Sharpe ratio, skew and kurtosis; or why one of them is missing.
  Figure infer(Inference inference) {
    return Given.known(
        sharpe(),
        s -> Given.known(skew, g3 -> Given.known(kurtosis, g4 -> inference.of(s, g3, g4))));
  }

  /// A conclusion from a Sharpe ratio, skew and kurtosis.
  interface Inference {
    Figure of(double sharpe, double skew, double kurtosis);
  }

  private static double possible(double skew, double kurtosis) {
    double least = 1 + skew * skew;
    if (kurtosis < least * (1 - ROUNDED)) {
      throw new IllegalArgumentException(
          "kurtosis is %s, and with a skew of %s must be at least %s: is it excess kurtosis?"
              .formatted(kurtosis, skew, least));
    }
    return least;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double first = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - first;
    }
    return first + rest / values.length;
  }

  private static double power(double[] values, double mean, double scale, int exponent) {
    double sum = 0;
    for (double value : values) {
      sum += Math.pow((value - mean) / scale, exponent);
    }
    return sum / values.length;
  }
}

package milodex.analytics;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Equity curves for tests, one session a calendar day.
final class Curves {

  static final LocalDate START = LocalDate.of(2024, 1, 1);

  private Curves() {}

  /// The initial equity and those at each close, first session [#START], nothing invested.
  static EquityCurve of(double... equity) {
    return from(START, equity);
  }

  static EquityCurve from(LocalDate first, double... equity) {
    int n = equity.length - 1;
    int[] session = new int[n];
    for (int i = 0; i < n; i++) {
      session[i] = (int) first.toEpochDay() + i;
    }
    return new EquityCurve(session, equity, new double[n], new double[n]);
  }

  /// A seeded random walk that begins with `initial` equity.
  static EquityCurve walk(long seed, int sessions, LocalDate first, double initial) {
    double[] equity = new double[sessions + 1];
    equity[0] = initial;
    double[] returns = returns(seed, sessions);
    for (int i = 0; i < sessions; i++) {
      equity[i + 1] = equity[i] * (1 + returns[i]);
    }
    return from(first, equity);
  }

  static double[] returns(long seed, int sessions) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    return random.doubles(sessions, -0.02, 0.021).toArray();
  }
}

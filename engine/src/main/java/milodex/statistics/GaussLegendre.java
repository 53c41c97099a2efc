package milodex.statistics;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// Integrates smooth functions by Gauss and Legendre's rule of twenty points on equal panels.
final class GaussLegendre {

  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20);

  private GaussLegendre() {}

  static double integrate(DoubleUnaryOperator function, double low, double high, int panels) {
    double half = (high - low) / panels / 2;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      double middle = low + (2 * i + 1) * half;
      sum += RULE.integrate(u -> function.applyAsDouble(middle + half * u));
    }
    return sum * half;
  }
}

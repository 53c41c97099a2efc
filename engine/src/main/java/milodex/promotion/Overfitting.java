package milodex.promotion;

import java.util.List;
import milodex.analytics.ReturnStreams;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;
import milodex.statistics.Cscv;
import milodex.statistics.Figure;

/// Whether choosing the best of a family in one half of the sessions is any good in the other.
final class Overfitting {

  static final String TITLE = "overfitting";

  private static final int BLOCKS = 16;

  private Overfitting() {}

  /// Not asked of a family too small to be ranked: luck, which counts every trial, stands in.
  static Requirement of(Policy policy, ReturnStreams candidate, Multiplicity beside) {
    List<ReturnStreams> family =
        beside.others().stream()
            .filter(Multiplicity.Other::isFamily)
            .map(Multiplicity.Other::streams)
            .toList();
    if (family.size() + 1 < Cscv.FEWEST_TRIALS) {
      return new Requirement(
          Kind.ADVISORY,
          TITLE,
          new Status.NotApplicable(Gate.LUCK),
          "PBO ≤ %.2f of %d trials or more".formatted(policy.pbo(), Cscv.FEWEST_TRIALS),
          "the family has " + (family.size() + 1));
    }
    return Lines.atMost(Kind.ADVISORY, TITLE, pbo(candidate, family), policy.pbo(), "PBO %.2f");
  }

  private static Figure pbo(ReturnStreams candidate, List<ReturnStreams> family) {
    double[][] rows = new double[candidate.sessions()][family.size() + 1];
    put(rows, 0, candidate.net());
    for (int k = 0; k < family.size(); k++) {
      ReturnStreams other = family.get(k);
      put(rows, k + 1, Alignment.along(candidate.session(), other.session(), other.net()));
    }
    return Cscv.of(rows, BLOCKS).pbo();
  }

  private static void put(double[][] rows, int column, double[] values) {
    for (int row = 0; row < rows.length; row++) {
      rows[row][column] = values[row];
    }
  }
}

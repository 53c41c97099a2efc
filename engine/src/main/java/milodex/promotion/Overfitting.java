package milodex.promotion;

import java.util.List;
import milodex.analytics.Histogram;
import milodex.analytics.ReturnStreams;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;
import milodex.statistics.Cscv;
import milodex.statistics.Figure;

/// Whether choosing the best of a family in one half of the sessions is any good in the other.
///
/// @param trials of the family that have streams, the candidate among them
/// @param blocks of sessions, of which each split takes half
/// @param splits how many there are; 0 if nothing could be computed
/// @param pbo the share of splits whose best trial comes out at the median of the other half or
///     below it; undefined for a family too small to be ranked
/// @param medianLogit median over the splits of λ = ln(ω/(1 − ω)), ω the relative rank there
/// @param logits how many splits have which λ, in bins `(from, to]`, so that those up to zero are
///     the ones `pbo` counts; empty without splits
public record Overfitting(
    int trials, int blocks, int splits, Figure pbo, Figure medianLogit, Histogram logits) {

  /// The title of its requirement.
  public static final String TITLE = "overfitting";

  private static final int BLOCKS = 16;

  /// Few trials have few ranks, so that more bins would stay empty between them.
  private static final int FEWEST_BINS = 10;

  private static final int MOST_BINS = 30;

  /// The splits of `candidate` and its family among `beside`, by combinatorially symmetric
  /// cross-validation, see [Cscv].
  public static Overfitting of(ReturnStreams candidate, Multiplicity beside) {
    List<ReturnStreams> family =
        beside.others().stream()
            .filter(Multiplicity.Other::isFamily)
            .map(Multiplicity.Other::streams)
            .toList();
    int trials = family.size() + 1;
    if (trials < Cscv.FEWEST_TRIALS) {
      return undefined(
          trials,
          "the family has %d of the %d trials that ranks need"
              .formatted(trials, Cscv.FEWEST_TRIALS));
    }
    Cscv found = Cscv.of(returns(candidate, family), BLOCKS);
    return new Overfitting(
        trials,
        BLOCKS,
        found.logits().length,
        found.pbo(),
        found.medianLogit(),
        Histogram.closedAbove(found.logits(), Math.clamp(trials, FEWEST_BINS, MOST_BINS)));
  }

  /// The requirement it meets or not. It is not asked of a family too small to be ranked: luck,
  /// which counts every trial, stands in.
  Requirement requirement(Policy policy) {
    if (trials < Cscv.FEWEST_TRIALS) {
      return new Requirement(
          Kind.ADVISORY,
          TITLE,
          new Status.NotApplicable(Gate.LUCK),
          "PBO ≤ %.2f of %d trials or more".formatted(policy.pbo(), Cscv.FEWEST_TRIALS),
          "the family has " + trials);
    }
    return Lines.atMost(Kind.ADVISORY, TITLE, pbo, policy.pbo(), "PBO %.2f");
  }

  private static Overfitting undefined(int trials, String why) {
    Figure none = Figure.undefined(why);
    return new Overfitting(trials, BLOCKS, 0, none, none, Histogram.closedAbove(new double[0], 2));
  }

  /// A row for each session of the candidate, its own returns in the first column.
  private static double[][] returns(ReturnStreams candidate, List<ReturnStreams> family) {
    double[][] rows = new double[candidate.sessions()][family.size() + 1];
    put(rows, 0, candidate.net());
    for (int k = 0; k < family.size(); k++) {
      ReturnStreams other = family.get(k);
      put(rows, k + 1, Alignment.along(candidate.session(), other.session(), other.net()));
    }
    return rows;
  }

  private static void put(double[][] rows, int column, double[] values) {
    for (int row = 0; row < rows.length; row++) {
      rows[row][column] = values[row];
    }
  }
}

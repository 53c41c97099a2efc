package milodex.research;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import milodex.promotion.Policy;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;
import milodex.statistics.BlockLength;
import milodex.statistics.Figure;
import milodex.statistics.Resamples;

/// What the sealed period said of a candidate: it can only veto.
public sealed interface HoldoutResult {

  /// The title of its requirement.
  String TITLE = "holdout";

  /// Nobody has looked at it with this manifest: nothing better than conditional.
  ///
  /// @param why it was not opened, or for what else
  record Unopened(String why) implements HoldoutResult {}

  /// The frozen candidate was run on it, once.
  ///
  /// @param totalReturn of the holdout
  /// @param least what the policy's percentile of the expectation is
  record Opened(LocalDate from, LocalDate to, double totalReturn, Figure least)
      implements HoldoutResult {}

  /// How the holdout's total return stands among those of as many sessions drawn from the returns
  /// out of sample, by a stationary bootstrap with the automatic block.
  ///
  /// @param outOfSample daily returns before the holdout
  /// @param holdout daily returns in it
  static Opened opened(
      LocalDate from,
      LocalDate to,
      double[] outOfSample,
      double[] holdout,
      Policy policy,
      long seed) {
    Figure least =
        switch (BlockLength.stationary(outOfSample)) {
          case Figure.Undefined none -> none;
          case Figure.Known(double block) ->
              Figure.of(percentile(outOfSample, holdout.length, block, policy, seed));
        };
    return new Opened(from, to, total(holdout), least);
  }

  /// The requirement it meets or not: unopened it caps, opened it decides.
  default Requirement requirement(Policy policy) {
    return switch (this) {
      case Unopened(String why) ->
          new Requirement(Kind.ADVISORY, TITLE, new Status.Missing(), "opened and stood", why);
      case Opened(_, _, double totalReturn, Figure least) ->
          Requirement.of(
              Kind.MANDATORY,
              TITLE,
              least.map(floor -> totalReturn - floor),
              "return ≥ the %.0fth percentile of what was expected, %s"
                  .formatted(100 * policy.holdoutPercentile(), text(least)),
              margin -> margin >= 0,
              _ -> text(Figure.of(totalReturn)));
    };
  }

  private static double percentile(
      double[] returns, int sessions, double block, Policy policy, long seed) {
    Resamples paths = Resamples.stationary(returns.length, policy.draws(), block, seed);
    double[] totals = new double[policy.draws()];
    for (int b = 0; b < totals.length; b++) {
      int[] drawn = paths.indices(b);
      totals[b] =
          total(Arrays.stream(drawn).limit(sessions).mapToDouble(at -> returns[at]).toArray());
    }
    Arrays.sort(totals);
    return totals[(int) Math.floor(policy.holdoutPercentile() * totals.length)];
  }

  private static double total(double[] returns) {
    double growth = 1;
    for (double value : returns) {
      growth *= 1 + value;
    }
    return growth - 1;
  }

  private static String text(Figure share) {
    return switch (share) {
      case Figure.Known(double value) -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
      case Figure.Undefined(String why) -> "undefined: " + why;
    };
  }
}

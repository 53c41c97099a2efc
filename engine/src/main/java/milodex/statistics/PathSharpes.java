package milodex.statistics;

import java.util.Arrays;
import java.util.List;

/// How the Sharpe ratios of several out-of-sample paths lie.
///
/// Paths share data: they are no independent samples, and their number adds no evidence.
///
/// @param sharpes of each path, per observation, in order
/// @param median of the paths that have one
/// @param fifthPercentile of them, linear between order statistics
/// @param shareBelowZero how many of them are below zero, in `[0, 1]`
public record PathSharpes(
    List<Figure> sharpes, Figure median, Figure fifthPercentile, Figure shareBelowZero) {

  public PathSharpes {
    sharpes = List.copyOf(sharpes);
  }

  /// The Sharpe ratios (mean ÷ sample deviation) of `paths`, a row of returns for each.
  ///
  /// @throws IllegalArgumentException if a return is not finite
  public static PathSharpes of(double[][] paths) {
    Arrays.stream(paths).forEach(path -> Sample.requireFinite(path, "paths"));
    List<Figure> sharpes = Arrays.stream(paths).map(Sample::sharpe).toList();
    double[] known = Figure.known(sharpes.stream());
    if (known.length == 0) {
      Figure none = Figure.undefined("no path has a Sharpe");
      return new PathSharpes(sharpes, none, none, none);
    }
    double below = Arrays.stream(known).filter(sharpe -> sharpe < 0).count();
    return new PathSharpes(
        sharpes,
        Figure.of(Sample.median(known)),
        Figure.of(Sample.quantile(known, 0.05)),
        Figure.of(below / known.length));
  }
}

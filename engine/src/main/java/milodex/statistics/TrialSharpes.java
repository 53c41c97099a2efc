package milodex.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import milodex.statistics.Figure.Known;

/// The Sharpe ratios per return of trials on one common window, and how far they scatter.
///
/// @param sharpes one for each trial, in order of columns
public record TrialSharpes(List<Figure> sharpes) {

  public TrialSharpes {
    sharpes = List.copyOf(sharpes);
  }

  /// The ratio of each trial.
  ///
  /// @param trials returns, a row for each bar and a column for each trial
  /// @throws IllegalArgumentException if rows differ in length or a return is not a number
  public static TrialSharpes of(double[][] trials) {
    return new TrialSharpes(
        Arrays.stream(Columns.of(trials)).map(column -> Moments.of(column).sharpe()).toList());
  }

  /// One ratio for each cluster: that of its trials' mean, weighted by inverse variance. Trials
  /// that do not vary have no weight.
  ///
  /// @param labels a cluster's number for each trial, as of [TrialClusters]
  /// @throws IllegalArgumentException as of [#of], or if there is not one label for each trial
  public static TrialSharpes ofClusters(double[][] trials, List<Integer> labels) {
    double[][] columns = Columns.of(trials);
    if (labels.size() != columns.length) {
      throw new IllegalArgumentException(
          "labels are %d, and must be one for each of %d trials"
              .formatted(labels.size(), columns.length));
    }
    TreeMap<Integer, double[]> series = new TreeMap<>();
    for (int i = 0; i < columns.length; i++) {
      double[] sum = series.computeIfAbsent(labels.get(i), _ -> new double[trials.length]);
      add(columns[i], sum);
    }
    List<Figure> sharpes = new ArrayList<>();
    series.values().forEach(sum -> sharpes.add(Moments.of(sum).sharpe()));
    return new TrialSharpes(sharpes);
  }

  /// The variance (divisor n − 1) of the ratios that are known; undefined if fewer than two are.
  public Figure variance() {
    double[] known = Figure.known(sharpes.stream());
    return known.length < 2
        ? Figure.undefined("fewer than two trials have a Sharpe ratio")
        : Moments.of(known).deviation().map(deviation -> deviation * deviation);
  }

  /// The column with the highest ratio, the first of equals; empty if none is known.
  public OptionalInt best() {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < sharpes.size(); i++) {
      if (sharpes.get(i) instanceof Known(double value) && value > highest) {
        best = i;
        highest = value;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static void add(double[] column, double[] sum) {
    if (Moments.of(column).deviation() instanceof Known(double deviation) && deviation > 0) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += column[i] / (deviation * deviation);
      }
    }
  }
}

package milodex.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Trials grouped by likeness: the optimal number of clusters (López de Prado and Lewis, 2019).
///
/// k-means on the columns of `√((1 − C)/2)`, C the correlations of returns, for k from 2 to M − 1
/// but at most [#MOST]; the k with the highest mean over deviation of silhouettes wins; clusters
/// below average quality are clustered again, and the result kept if the average rises. Fewer than
/// four trials are not grouped. Trials that do not vary are each a cluster of their own.
///
/// @param labels a cluster's number for each trial, from 0, in order of first appearance
public record TrialClusters(List<Integer> labels) {

  /// The most clusters one run of k-means is asked for.
  public static final int MOST = 64;

  private static final int FEWEST = 4;

  public TrialClusters {
    labels = List.copyOf(labels);
  }

  /// Groups the trials that vary by the likeness of their returns.
  ///
  /// @param trials returns, a row for each bar and a column for each trial
  /// @param seed of the starts of k-means
  /// @throws IllegalArgumentException if there is no trial, rows differ in length or a return is
  ///     not a number
  public static TrialClusters of(double[][] trials, long seed) {
    double[][] columns = Columns.of(trials);
    List<double[]> varying = Columns.varying(columns);
    int[] found =
        varying.size() < FEWEST || trials.length < 3
            ? each(varying.size())
            : best(CorrelationMatrix.among(varying), seed);
    int next = varying.size();
    int at = 0;
    int[] labels = new int[columns.length];
    for (int i = 0; i < columns.length; i++) {
      labels[i] = Columns.varies(columns[i]) ? found[at++] : next++;
    }
    return new TrialClusters(inOrder(labels));
  }

  /// How many clusters there are.
  public int count() {
    return (int) labels.stream().distinct().count();
  }

  /// Groups once, and then the poor clusters once more.
  private static int[] best(CorrelationMatrix correlations, long seed) {
    double[][] points = correlations.distances();
    int[] labels = KMeans.best(points, seed);
    double[] quality = Silhouette.ofClusters(points, labels);
    double average = Arrays.stream(quality).average().orElse(0);
    int[] poor = members(labels, label -> quality[label] < average);
    if (poorClusters(quality, average) < 2 || poor.length < FEWEST) {
      return labels;
    }
    int[] again = best(correlations.among(poor), seed);
    int[] merged = labels.clone();
    for (int i = 0; i < poor.length; i++) {
      merged[poor[i]] = quality.length + again[i];
    }
    int[] renumbered = inOrder(merged).stream().mapToInt(Integer::intValue).toArray();
    double then = Arrays.stream(Silhouette.ofClusters(points, renumbered)).average().orElse(0);
    return then > average ? renumbered : labels;
  }

  private static long poorClusters(double[] quality, double average) {
    return Arrays.stream(quality).filter(q -> q < average).count();
  }

  private static int[] members(int[] labels, IntPredicate of) {
    return IntStream.range(0, labels.length).filter(i -> of.test(labels[i])).toArray();
  }

  private static int[] each(int count) {
    return IntStream.range(0, count).toArray();
  }

  private static List<Integer> inOrder(int[] labels) {
    List<Integer> seen = new ArrayList<>();
    List<Integer> renumbered = new ArrayList<>();
    for (int label : labels) {
      if (!seen.contains(label)) {
        seen.add(label);
      }
      renumbered.add(seen.indexOf(label));
    }
    return renumbered;
  }
}

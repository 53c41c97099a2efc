package milodex.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How much nearer each point is to its own cluster than to the next (Rousseeuw, 1987).
final class Silhouette {

  /// A deviation is at least this, so that a perfect grouping has a finite quality.
  private static final double LEAST = 1e-9;

  private Silhouette() {}

  /// `(b − a)/max(a, b)` for each point: a its mean distance to its own cluster, b that to the
  /// nearest other; 0 for a point alone. `labels` are 0 to k − 1, each taken, and k at least 2.
  static double[] of(double[][] points, int[] labels) {
    int[] sizes = sizes(labels);
    double[] silhouettes = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      double[] sums = new double[sizes.length];
      for (int j = 0; j < points.length; j++) {
        sums[labels[j]] += distance(points[i], points[j]);
      }
      silhouettes[i] = of(sums, sizes, labels[i]);
    }
    return silhouettes;
  }

  /// Mean over population deviation of the silhouettes of all points.
  static double quality(double[] silhouettes) {
    double mean = Arrays.stream(silhouettes).average().orElse(0);
    double square =
        Arrays.stream(silhouettes).map(s -> (s - mean) * (s - mean)).average().orElse(0);
    return mean / Math.max(LEAST, Math.sqrt(square));
  }

  /// The quality of each cluster; of a single cluster, 0.
  static double[] ofClusters(double[][] points, int[] labels) {
    int k = sizes(labels).length;
    if (k < 2) {
      return new double[k];
    }
    double[] all = of(points, labels);
    return IntStream.range(0, k)
        .mapToDouble(
            label ->
                quality(
                    IntStream.range(0, all.length)
                        .filter(i -> labels[i] == label)
                        .mapToDouble(i -> all[i])
                        .toArray()))
        .toArray();
  }

  private static double of(double[] sums, int[] sizes, int own) {
    if (sizes[own] == 1) {
      return 0;
    }
    double within = sums[own] / (sizes[own] - 1);
    double nearest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < sizes.length; k++) {
      if (k != own) {
        nearest = Math.min(nearest, sums[k] / sizes[k]);
      }
    }
    double larger = Math.max(within, nearest);
    return larger == 0 ? 0 : (nearest - within) / larger;
  }

  private static int[] sizes(int[] labels) {
    int[] sizes = new int[Arrays.stream(labels).max().orElse(-1) + 1];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}

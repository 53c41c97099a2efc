package milodex.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.JDKRandomGenerator;

/// k-means with k chosen by silhouettes.
final class KMeans {

  private static final int STARTS = 10;
  private static final int ITERATIONS = 100;

  private KMeans() {}

  /// The labels, 0 to k − 1, of the grouping with the highest silhouette quality among all starts
  /// and all k from 2 to one less than there are points, at most [TrialClusters#MOST]; one group if
  /// all points are the same.
  static int[] best(double[][] points, long seed) {
    int distinct = (int) Arrays.stream(points).map(Arrays::hashCode).distinct().count();
    int most = Math.min(Math.min(points.length - 1, distinct), TrialClusters.MOST);
    JDKRandomGenerator random = random(seed);
    List<Point> numbered =
        IntStream.range(0, points.length).mapToObj(i -> new Point(i, points[i])).toList();
    int[] best = new int[points.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 2; k <= most; k++) {
      for (int start = 0; start < STARTS; start++) {
        int[] labels = labels(numbered, k, random);
        double quality = Silhouette.quality(Silhouette.of(points, labels));
        if (quality > highest) {
          highest = quality;
          best = labels;
        }
      }
    }
    return best;
  }

  private static int[] labels(List<Point> points, int k, JDKRandomGenerator random) {
    int[] labels = new int[points.size()];
    int next = 0;
    for (CentroidCluster<Point> cluster : clusterer(k, random).cluster(points)) {
      for (Point point : cluster.getPoints()) {
        labels[point.number] = next;
      }
      next += cluster.getPoints().isEmpty() ? 0 : 1;
    }
    return labels;
  }

  private static KMeansPlusPlusClusterer<Point> clusterer(int k, JDKRandomGenerator random) {
    return new KMeansPlusPlusClusterer<>(k, ITERATIONS, new EuclideanDistance(), random);
  }

  private static JDKRandomGenerator random(long seed) {
    return new JDKRandomGenerator(
        Random.from(RandomGeneratorFactory.of("L64X128MixRandom").create(seed)));
  }

  private static final class Point implements Clusterable {

    private final int number;
    private final double[] place;

    Point(int number, double[] place) {
      this.number = number;
      this.place = place;
    }

    @Override
    public double[] getPoint() {
      return place;
    }
  }
}

package milodex.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which of many trials beat their benchmark, with the chance of even one false name held to a
/// level: the stepwise test of Romano and Wolf (2005), and its adjusted p-values (2016).
///
/// A trial's statistic is `√T·mean_k` by its [Scale], with `ω_k` the same in every resample. Trials
/// that do not vary are never rejected and have no p.
public final class StepM {

  private final MeanDeviations bootstrap;
  private final double[] statistics;

  /// The deviations by their scale, a row for each resample, columns from the best to the worst.
  private final double[][] deviations;

  /// Which used column each rank holds, from the best to the worst.
  private final int[] ranks;

  /// What a level rejects.
  ///
  /// @param criticalValues one for each step, the last being that which rejected nothing more
  /// @param steps the columns each step rejected, ascending
  public record Rejections(List<Double> criticalValues, List<List<Integer>> steps) {

    /// Keeps copies of the lists.
    public Rejections {
      criticalValues = List.copyOf(criticalValues);
      steps = List.copyOf(steps);
    }

    /// All columns rejected, ascending.
    public List<Integer> rejected() {
      return steps.stream().flatMap(List::stream).sorted().toList();
    }
  }

  private StepM(MeanDeviations bootstrap, Scale scale) {
    this.bootstrap = bootstrap;
    this.statistics = bootstrap.statistics(scale);
    this.ranks =
        IntStream.range(0, statistics.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> statistics[k]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    this.deviations = new double[bootstrap.count()][ranks.length];
    double[] scales = bootstrap.scales(scale);
    for (int b = 0; b < deviations.length; b++) {
      double[] row = bootstrap.deviations()[b];
      double[] ranked = deviations[b];
      for (int rank = 0; rank < ranked.length; rank++) {
        ranked[rank] = row[ranks[rank]] / scales[ranks[rank]];
      }
    }
  }

  /// Studentised; see [MeanDeviations#of].
  ///
  /// @throws IllegalArgumentException if a column has another length than the resamples, or a
  ///     value that is not finite
  public static StepM of(Resamples resamples, double[][] columns) {
    return of(MeanDeviations.of(resamples, columns), Scale.STUDENTISED);
  }

  /// Of trials already resampled.
  public static StepM of(MeanDeviations bootstrap, Scale scale) {
    return new StepM(bootstrap, scale);
  }

  /// The trials rejected at `alpha`: in each step those above the critical value, which is the
  /// order statistic `⌈(1 − alpha)·B⌉` of the maximum over the trials not yet rejected, until a
  /// step rejects none. Nothing, in no step, if no trial varies or there are too few rows.
  ///
  /// @throws IllegalArgumentException if `alpha` is not in (0, 1)
  public Rejections rejections(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha is between 0 and 1, not " + alpha);
    }
    List<Double> criticalValues = new ArrayList<>();
    List<List<Integer>> steps = new ArrayList<>();
    int rejected = 0;
    while (bootstrap.missing().isEmpty() && rejected < ranks.length) {
      double critical = critical(alpha, rejected);
      criticalValues.add(critical);
      int from = rejected;
      while (rejected < ranks.length && statistics[ranks[rejected]] > critical) {
        rejected++;
      }
      if (rejected == from) {
        break;
      }
      steps.add(columns(from, rejected));
    }
    return new Rejections(criticalValues, steps);
  }

  /// The adjusted p of every column: the smallest level at which it is rejected, up to the
  /// resamples drawn. From the best to the worst `(c + 1)/(B + 1)`, `c` the resamples whose
  /// maximum over this and all worse trials is strictly above its statistic, and never below the
  /// p of a better trial.
  ///
  /// Undefined for a column that does not vary, and for all if there are too few rows.
  public List<Figure> adjustedP() {
    List<Figure> all = new ArrayList<>(Collections.nCopies(bootstrap.trials(), undefined()));
    double[] ranked = adjusted(ranks.length);
    for (int rank = 0; bootstrap.missing().isEmpty() && rank < ranked.length; rank++) {
      all.set(bootstrap.used()[ranks[rank]], Figure.of(ranked[rank]));
    }
    return List.copyOf(all);
  }

  /// The adjusted p of one column, as in [#adjustedP()], without those of worse trials.
  ///
  /// @throws IllegalArgumentException if there is no such column
  public Figure adjustedP(int column) {
    if (column < 0 || column >= bootstrap.trials()) {
      throw new IllegalArgumentException("column " + column + " is not there");
    }
    int used = Arrays.binarySearch(bootstrap.used(), column);
    if (used < 0 || !bootstrap.missing().isEmpty()) {
      return undefined();
    }
    int rank = 0;
    while (ranks[rank] != used) {
      rank++;
    }
    return Figure.of(adjusted(rank + 1)[rank]);
  }

  private Figure undefined() {
    boolean isShort = bootstrap.length() < MeanDeviations.FEWEST;
    return Figure.undefined(isShort ? bootstrap.missing() : "the trial does not vary");
  }

  private List<Integer> columns(int from, int to) {
    return IntStream.range(from, to)
        .map(rank -> bootstrap.used()[ranks[rank]])
        .sorted()
        .boxed()
        .toList();
  }

  private double critical(double alpha, int from) {
    double[] maxima = new double[deviations.length];
    for (int b = 0; b < maxima.length; b++) {
      maxima[b] = largest(deviations[b], from);
    }
    Arrays.sort(maxima);
    int order = (int) Math.ceil((1 - alpha) * maxima.length - 1e-9);
    return maxima[Math.clamp(order, 1, maxima.length) - 1];
  }

  /// The adjusted p of the best `count` ranks.
  private double[] adjusted(int count) {
    int[] above = new int[count];
    for (double[] row : deviations) {
      double largest = largest(row, count);
      for (int rank = count - 1; rank >= 0; rank--) {
        largest = Math.max(largest, row[rank]);
        if (largest > statistics[ranks[rank]]) {
          above[rank]++;
        }
      }
    }
    double[] adjusted = new double[count];
    double least = 0;
    for (int rank = 0; rank < count; rank++) {
      least = Math.max(least, (above[rank] + 1.0) / (deviations.length + 1.0));
      adjusted[rank] = least;
    }
    return adjusted;
  }

  private static double largest(double[] row, int from) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int rank = from; rank < row.length; rank++) {
      largest = Math.max(largest, row[rank]);
    }
    return largest;
  }
}

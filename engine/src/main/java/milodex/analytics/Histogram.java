package milodex.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many values lie in each of equally wide bins; zero is always an edge between two.
///
/// @param width of every bin: 1, 2 or 5 times a power of ten
/// @param bins side by side and rising, from the lowest value's to the highest value's; empty
///     without values
public record Histogram(double width, List<Bin> bins) {

  private static final double[] STEPS = {1, 2, 5, 10};

  public Histogram {
    bins = List.copyOf(bins);
  }

  /// The values from `from` to `to`, of which the lower end is inside unless it is said otherwise.
  public record Bin(double from, double to, int count) {}

  /// Counts `values` into the narrowest bins of which there are not more than `atMost`.
  ///
  /// @param values finite, in any order
  /// @param atMost at least two, since zero parts the losses from the rest
  /// @throws IllegalArgumentException if `atMost` is below two, or a value is not finite
  public static Histogram of(double[] values, int atMost) {
    if (atMost < 2 || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "a histogram takes finite values into two bins or more, not " + atMost);
    }
    if (values.length == 0) {
      return new Histogram(1, List.of());
    }
    double lowest = Arrays.stream(values).min().orElseThrow();
    double highest = Arrays.stream(values).max().orElseThrow();
    double width = width(lowest, highest, atMost);
    long first = place(lowest, width);
    int[] counts = new int[Math.toIntExact(place(highest, width) - first + 1)];
    for (double value : values) {
      counts[(int) (place(value, width) - first)]++;
    }
    List<Bin> bins = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      bins.add(new Bin((first + i) * width, (first + i + 1) * width, counts[i]));
    }
    return new Histogram(width, bins);
  }

  /// The same where the upper end of a bin is inside and the lower is not, so that zero belongs to
  /// what lies below it.
  ///
  /// @throws IllegalArgumentException as [#of] does
  public static Histogram closedAbove(double[] values, int atMost) {
    Histogram mirrored = of(Arrays.stream(values).map(value -> -value).toArray(), atMost);
    return new Histogram(
        mirrored.width,
        mirrored.bins.reversed().stream()
            .map(bin -> new Bin(0.0 - bin.to, 0.0 - bin.from, bin.count))
            .toList());
  }

  private static double width(double lowest, double highest, int atMost) {
    double widest = Math.max(Math.abs(lowest), Math.abs(highest));
    if (widest == 0) {
      return 1;
    }
    for (double power = Math.pow(10, Math.floor(Math.log10(widest / atMost))); ; power *= 10) {
      for (double step : STEPS) {
        double width = step * power;
        if (place(highest, width) - place(lowest, width) < atMost) {
          return width;
        }
      }
    }
  }

  /// Which bin holds `value`, counted from the one that begins at zero.
  private static long place(double value, double width) {
    return (long) Math.floor(value / width);
  }
}

package milodex.analytics;

import java.util.stream.IntStream;

/// Which points of a long series a picture needs: its extremes stay.
public final class Decimation {

  private Decimation() {}

  /// Indices of `values` to keep: of each of equal stretches the lowest and the highest value, and
  /// the first and the last of all; every index if there are no more than `atMost`.
  ///
  /// @param atMost how many to keep, at least four
  /// @return rising
  /// @throws IllegalArgumentException if `atMost` is below four
  public static int[] minMax(double[] values, int atMost) {
    if (atMost < 4) {
      throw new IllegalArgumentException("at least four points are kept, not " + atMost);
    }
    int n = values.length;
    if (n <= atMost) {
      return IntStream.range(0, n).toArray();
    }
    int stretches = (atMost - 2) / 2;
    IntStream extremes =
        IntStream.range(0, stretches)
            .flatMap(
                i ->
                    extremes(
                        values,
                        (int) ((long) n * i / stretches),
                        (int) ((long) n * (i + 1) / stretches)));
    return IntStream.concat(IntStream.of(0, n - 1), extremes).sorted().distinct().toArray();
  }

  private static IntStream extremes(double[] values, int from, int to) {
    int lowest = from;
    int highest = from;
    for (int i = from + 1; i < to; i++) {
      lowest = values[i] < values[lowest] ? i : lowest;
      highest = values[i] > values[highest] ? i : highest;
    }
    return IntStream.of(lowest, highest);
  }
}

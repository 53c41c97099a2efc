package milodex.promotion;

import java.util.Arrays;

/// Lays the returns of trials along the sessions of one of them.
public final class Alignment {

  private Alignment() {}

  /// `values` of `from`'s sessions along `to`: a session that was not looked at is a flat day.
  ///
  /// @param from epoch days, rising
  /// @param to epoch days, rising
  public static double[] along(int[] to, int[] from, double[] values) {
    if (Arrays.equals(to, from)) {
      return values;
    }
    double[] aligned = new double[to.length];
    int at = 0;
    for (int i = 0; i < to.length; i++) {
      while (at < from.length && from[at] < to[i]) {
        at++;
      }
      if (at < from.length && from[at] == to[i]) {
        aligned[i] = values[at];
      }
    }
    return aligned;
  }
}

package milodex.report;

import java.util.ArrayList;
import java.util.List;

/// Where values lie along one side of a picture.
///
/// @param low value at `from`
/// @param high value at `to`, above `low`
/// @param from in the units of the picture
/// @param to in the units of the picture
record Axis(double low, double high, double from, double to) {

  private static final double[] STEPS = {1, 2, 5, 10};

  /// Where `value` lies, as markup writes it.
  String at(double value) {
    return tenths(place(value));
  }

  double place(double value) {
    return from + (to - from) * (value - low) / (high - low);
  }

  /// Round values along it, at most `most` steps apart from each other.
  List<Double> ticks(int most) {
    double step = step(most);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /// `share` in percent, with as many decimals as `most` steps need.
  String percent(double share, int most) {
    double step = step(most);
    return Shown.percent(share, step >= 0.01 ? 0 : step >= 0.001 ? 1 : 2);
  }

  /// `value` as a plain number, with as many decimals as `most` steps need.
  String number(double value, int most) {
    double step = step(most);
    return Shown.bare(value, step >= 1 ? 0 : step >= 0.1 ? 1 : 2);
  }

  static String tenths(double value) {
    return Double.toString(Math.round(value * 10) / 10.0);
  }

  private double step(int most) {
    for (double power = Math.pow(10, Math.floor(Math.log10((high - low) / most))); ; power *= 10) {
      for (double step : STEPS) {
        if ((high - low) / (step * power) <= most) {
          return step * power;
        }
      }
    }
  }
}

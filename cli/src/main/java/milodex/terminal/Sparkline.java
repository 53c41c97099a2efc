package milodex.terminal;

import java.util.Arrays;
import java.util.List;

/// The shape of a series, equity for one, in a single line of bars.
public final class Sparkline implements Block {

  private static final String TALL = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.,-=+*#";
  private static final int MOST = 80;

  private final double[] values;

  private Sparkline(double[] values) {
    this.values = values;
  }

  /// Draws the values in their order; one that is not finite leaves a blank.
  public static Sparkline of(double... values) {
    return new Sparkline(values.clone());
  }

  @Override
  public List<String> lines(Screen screen) {
    int bars = Math.min(values.length, Math.min(screen.width(), MOST));
    double[] shown = new double[bars];
    for (int i = 0; i < bars; i++) {
      // Each bar shows the last value of its share of the series, so that the end is the end.
      shown[i] = values[(int) ((long) (i + 1) * values.length / bars) - 1];
    }
    double low = Arrays.stream(shown).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(shown).filter(Double::isFinite).max().orElse(0);
    String levels = screen.unicode() ? TALL : ASCII;
    StringBuilder line = new StringBuilder();
    for (double value : shown) {
      line.append(Double.isFinite(value) ? levels.charAt(level(value, low, high)) : ' ');
    }
    return List.of(line.toString());
  }

  private static int level(double value, double low, double high) {
    int top = TALL.length() - 1;
    return high > low ? (int) Math.round((value - low) / (high - low) * top) : top / 2;
  }
}

package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What tests say of figures.
public final class Figures {

  private Figures() {}

  /// The known value; fails with the reason of an undefined one.
  public static double value(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> value;
      case Figure.Undefined(String why) -> throw new AssertionError("undefined: " + why);
    };
  }

  /// Holds a known figure to nine digits.
  public static void assertClose(Figure figure, double expected) {
    assertThat(value(figure)).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  /// Holds that there is no number, for the reason `why`.
  public static void assertUndefined(Figure figure, String why) {
    assertThat(figure).isEqualTo(Figure.undefined(why));
  }
}

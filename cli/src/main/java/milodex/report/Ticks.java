package milodex.report;

import java.util.function.DoubleFunction;

/// The round values along the sides of a picture.
///
/// Every picture is 360 units wide, and its axes cross at [#FLOOR].
final class Ticks {

  /// Where the lower side of every picture lies.
  static final int FLOOR = 180;

  /// The left end of a picture whose values stand beside it, which needs room for them.
  static final int LEFT = 44;

  /// The right end of such a picture.
  static final int RIGHT = 340;

  private Ticks() {}

  /// The values under a picture.
  ///
  /// @param most steps between them
  static Html under(Axis across, int most, DoubleFunction<String> says) {
    return Html.each(
        across.ticks(most),
        value ->
            Html.of(
                """
                <text x="{}" y="198" text-anchor="middle">{}</text>
                """,
                across.at(value),
                says.apply(value)));
  }

  /// The values left of a picture, each with a line across it from [#LEFT] to [#RIGHT].
  ///
  /// @param most steps between them
  static Html beside(Axis up, int most, DoubleFunction<String> says) {
    return Html.each(
        up.ticks(most),
        value ->
            Html.of(
                """
                <path class="grid" d="M44 {}H340"/><text x="38" y="{}" dy="4" \
                text-anchor="end">{}</text>
                """,
                up.at(value),
                up.at(value),
                says.apply(value)));
  }
}

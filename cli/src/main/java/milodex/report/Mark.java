package milodex.report;

import java.util.List;

/// A value that a picture marks by a line, with its name above it.
///
/// @param kind `run` for what the run shows, `other` for what it is held against
record Mark(double value, String label, String kind) {

  /// Height of one name.
  private static final int ROW = 15;

  private static final int FIRST = 11;

  /// Of every picture that has marks.
  private static final int WIDTH = 360;

  /// Room for a letter of a name, in the units of a picture.
  private static final double WIDEST = 6.5;

  /// Room that the names of `marks` need above a picture.
  static int room(List<Mark> marks) {
    return FIRST + ROW * marks.size();
  }

  /// The marks across a picture, each name in a row of its own and away from the other mark where
  /// there is room, so that no two touch.
  static Html of(List<Mark> marks, Axis across, int floor) {
    StringBuilder lines = new StringBuilder();
    StringBuilder names = new StringBuilder();
    double middle = marks.stream().mapToDouble(Mark::value).average().orElse(0);
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      int row = FIRST + ROW * i;
      lines.append(mark.line(across, row + 4, floor));
      names.append(mark.name(across, row, mark.value < middle));
    }
    return Html.of("{}{}", Html.source(lines.toString()), Html.source(names.toString()));
  }

  private Html line(Axis across, int top, int floor) {
    return Html.of(
        """
        <path class="mark {}" d="M{} {}V{}"/>
        """,
        kind,
        across.at(value),
        top,
        floor);
  }

  private Html name(Axis across, int row, boolean leftwards) {
    double place = across.place(value);
    double width = WIDEST * label.length();
    boolean left = leftwards ? place - width >= 0 : place + width > WIDTH;
    return Html.of(
        """
        <text class="mark {}" x="{}" y="{}" text-anchor="{}">{}</text>
        """,
        kind,
        Axis.tenths(left ? place + 3 : place - 3),
        row,
        left ? "end" : "start",
        label);
  }
}

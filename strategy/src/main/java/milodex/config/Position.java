package milodex.config;

import java.util.Comparator;

/// Where something stands in a file.
///
/// @param file the name people know it by, such as `configs/risk.yaml`
/// @param line from 1; 0 together with column 0 for the file as a whole
/// @param column from 1, in characters
public record Position(String file, int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  /// The file as a whole: it is missing, unreadable or empty.
  public static Position whole(String file) {
    return new Position(file, 0, 0);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /// `file:line:column`, or only the file where no line is meant.
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}

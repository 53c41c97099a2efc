package milodex.config;

import java.util.Comparator;

/// One thing in the operator's files that is wrong, or only worth a warning.
///
/// @param says what is written, and what is allowed
public record Problem(Position position, String says) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::position).thenComparing(Problem::says);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /// `file:line:column: says`.
  @Override
  public String toString() {
    return position + ": " + says;
  }
}

package milodex.data;

import java.time.LocalDate;

/// The days `[from, to]`.
public record Period(LocalDate from, LocalDate to) {

  /// @throws IllegalArgumentException if it ends before it begins
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the period ends (" + to + ") before it begins (" + from + ")");
    }
  }

  /// Whether `date` is one of its days.
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}

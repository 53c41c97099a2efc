package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import milodex.execution.Books;

/// Looks at how many orders of the session were rejected or not answered.
final class SubmitWatch {

  private final Books books;
  private final Alarm alarm;
  private final int tooMany;

  /// @param tooMany so many of them raise it
  SubmitWatch(Books books, Alarm alarm, int tooMany) {
    this.books = books;
    this.tooMany = tooMany;
    this.alarm = alarm;
  }

  /// Raises the alarm at the first that is too many, and at each one more for as long as they
  /// count.
  void watch(LocalDate session, Instant now) {
    int failed = books.submitFailures().on(session);
    if (failed >= tooMany) {
      alarm.submitFailures(
          session, failed + " orders of this session were rejected or not answered", now);
    }
  }
}

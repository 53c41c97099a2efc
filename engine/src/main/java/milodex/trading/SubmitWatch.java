package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import milodex.execution.Books;

/// Looks at how many orders of the session were rejected or not answered.
final class SubmitWatch {

  private static final int TOO_MANY = 3;

  private final Books books;
  private final Alarm alarm;

  SubmitWatch(Books books, Alarm alarm) {
    this.books = books;
    this.alarm = alarm;
  }

  /// Raises the alarm at the third of them, and at each one more for as long as they count.
  void watch(LocalDate session, Instant now) {
    int failed = books.submitFailures().on(session);
    if (failed >= TOO_MANY) {
      alarm.submitFailures(
          session, failed + " orders of this session were rejected or not answered", now);
    }
  }
}

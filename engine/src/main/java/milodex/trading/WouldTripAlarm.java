package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Fact;

/// Writes down what would have tripped a halt, so that no loss of the past hides behind one.
public final class WouldTripAlarm implements Alarm {

  private final Books books;

  public WouldTripAlarm(Books books) {
    this.books = books;
  }

  @Override
  public void lossLimit(LocalDate session, String code, String says, Instant now) {
    books.recordOnce(
        now,
        List.of(
            Draft.of(
                "would-trip/" + code + "/" + session, new Fact.WouldTrip(session, code, says))));
  }

  /// Nothing: nothing was stopped.
  @Override
  public void pursue(Instant now) {}

  /// Nothing: each rejection is told as it is, and no loss follows from it.
  @Override
  public void submitFailures(LocalDate session, String says, Instant now) {}
}

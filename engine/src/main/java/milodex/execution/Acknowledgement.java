package milodex.execution;

import java.time.Instant;
import java.util.List;
import milodex.ledger.Draft;
import milodex.ledger.RiskFact.AlertAcknowledged;

/// The operator's word that alerts were looked at.
public final class Acknowledgement {

  private final Books books;

  public Acknowledgement(Books books) {
    this.books = books;
  }

  /// Acknowledges all of `alerts` or none.
  ///
  /// @param alerts open ones of these books, at least one
  /// @return false if one of them was acknowledged meanwhile by somebody else; nothing was written
  /// @throws IllegalArgumentException if `reason` is blank
  public boolean give(List<Alert> alerts, String reason, Instant now) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank");
    }
    return books.recordOnce(now, alerts.stream().map(one -> draft(one, reason)).toList());
  }

  private static Draft draft(Alert alert, String reason) {
    return Draft.because(
        alert.id(),
        "acknowledged/" + alert.id() + "/" + alert.what(),
        new AlertAcknowledged(alert.id(), alert.what(), reason));
  }
}

package milodex.market;

import java.time.Instant;
import java.time.LocalDate;

/// One exchange day with its opening and closing instants.
///
/// @param earlyClose whether the exchange closed before its regular hour
public record Session(LocalDate date, Instant opensAt, Instant closesAt, boolean earlyClose) {

  /// @throws IllegalArgumentException if the session does not close after it opens
  public Session {
    if (!closesAt.isAfter(opensAt)) {
      throw new IllegalArgumentException(date + ": a session closes after it opens");
    }
  }
}

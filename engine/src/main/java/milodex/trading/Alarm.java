package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;

/// Where the loop says that something went so wrong that orders should stop.
public interface Alarm {

  /// The account has lost more than a limit allows; said once a session and limit.
  ///
  /// @param code the reason code of the limit
  /// @param says the loss and the limit, in plain words
  void lossLimit(LocalDate session, String code, String says, Instant now);

  /// Time has passed: what was not brought to its end when orders were stopped is tried again.
  void pursue(Instant now);

  /// Too many orders of the session were rejected or not answered.
  ///
  /// @param says how many
  void submitFailures(LocalDate session, String says, Instant now);
}

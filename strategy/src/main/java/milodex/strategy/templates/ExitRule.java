package milodex.strategy.templates;

import milodex.market.BarWindow;
import milodex.strategy.Holding;
import milodex.strategy.Reading;

/// A reason to sell, with the number it is judged by; it fires if the reading holds.
record ExitRule(String id, Reading reading) {

  /// The close is at or below the entry price less `share` of it.
  static ExitRule stop(String id, BarWindow bars, Holding held, double share) {
    double limit = held.entryPrice() * (1 - share);
    return new ExitRule(id, Reading.compared("close", bars.close(0), "<=", limit));
  }

  /// The position was held for at least `sessions` sessions.
  static ExitRule maxHold(String id, Holding held, int sessions) {
    return new ExitRule(id, Reading.compared("sessions_held", held.sessionsHeld(), ">=", sessions));
  }
}

package milodex.strategy.templates;

import java.util.List;
import milodex.market.BarWindow;
import milodex.strategy.Family;
import milodex.strategy.Holding;
import milodex.strategy.Reading;
import milodex.strategy.Rule;

/// A reason to sell, with the numbers it is judged by; it fires if all of them hold.
record ExitRule(String id, List<Reading> readings) {

  /// The entry fact an ATR stop keeps its distance by.
  static final String ATR = "atr";

  static ExitRule of(String id, Reading... readings) {
    return new ExitRule(id, List.of(readings));
  }

  /// The close is at or below the entry price less `share` of it.
  static ExitRule stop(String id, BarWindow bars, Holding held, double share) {
    double limit = held.entryPrice() * (1 - share);
    return of(id, Reading.compared("close", bars.close(0), "<=", limit));
  }

  /// The close is at or below the entry price less so many ATRs, as the ATR was at the entry's
  /// decision. It is unknown, and never fires, for a position that does not carry its ATR.
  static ExitRule atrStop(String id, BarWindow bars, Holding held, double multiplier) {
    double atr = held.entryFacts().getOrDefault(ATR, Double.NaN);
    double limit = held.entryPrice() - multiplier * atr;
    return of(id, Reading.compared("close", bars.close(0), "<=", limit));
  }

  /// The position was held for at least `sessions` sessions.
  static ExitRule maxHold(String id, Holding held, int sessions) {
    return of(id, Reading.compared("sessions_held", held.sessionsHeld(), ">=", sessions));
  }

  /// What a family's stop at a distance of ATRs is called, for reports.
  static Rule atrStop(Family family) {
    return new Rule(
        family + ".atr_stop", "Close so many ATRs of the entry's decision below the entry price.");
  }

  /// What a family's stop is called, for reports.
  static Rule stopLoss(Family family) {
    return new Rule(family + ".stop_loss", "Close at or below entry price × (1 − stop).");
  }

  /// What the end of a family's longest hold is called, for reports.
  static Rule maxHold(Family family) {
    return new Rule(family + ".max_hold", "Held for the most sessions allowed.");
  }

  boolean holds() {
    for (Reading reading : readings) {
      if (!reading.holds()) {
        return false;
      }
    }
    return true;
  }
}

package milodex.cli;

import java.util.Map;
import milodex.execution.Incident;
import milodex.market.NewYork;
import milodex.terminal.KeyValues;

/// An incident as people read it.
final class IncidentBlock {

  private IncidentBlock() {}

  /// What it stops, why, since when, and what is known of the orders.
  static KeyValues head(Incident incident) {
    return KeyValues.of()
        .with("Stops", HaltLine.scope(incident.tripped().scope()))
        .with("Mode", incident.tripped().mode() + ": " + incident.tripped().mode().meaning())
        .with("Trigger", incident.tripped().trigger())
        .with("Why", incident.tripped().says())
        .with("Since", NewYork.second(incident.at()) + " New York")
        .with("Orders", orders(incident));
  }

  /// `open` or `reset`.
  static String state(Incident incident) {
    return incident.isOpen() ? "open" : "reset";
  }

  /// Named values, one line each.
  static KeyValues values(Map<String, String> values) {
    KeyValues lines = KeyValues.of();
    values.forEach(lines::with);
    return lines;
  }

  private static String orders(Incident incident) {
    return incident.verified().isEmpty()
        ? "no broker has confirmed that nothing works"
        : incident.verified().getLast().fact().says();
  }
}

package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.ledger.RiskFact.HaltReset;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RiskFact.HaltVerified;

/// One trip of the kill switch, and its story so far.
///
/// @param seq of the event that latched it
/// @param at when it latched
/// @param verified what the broker was found to say, each time it was asked, oldest first
/// @param reset empty while it is open
public record Incident(
    long seq, Instant at, HaltTripped tripped, List<Verification> verified, Optional<Reset> reset) {

  public Incident {
    verified = List.copyOf(verified);
  }

  /// One look at the broker after the trip.
  public record Verification(long seq, Instant at, HaltVerified fact) {}

  /// The end of it.
  public record Reset(long seq, Instant at, HaltReset fact) {}

  /// Its name, `2024-03-08-1`.
  public String id() {
    return tripped.incident();
  }

  /// Whether it still stops orders.
  public boolean isOpen() {
    return reset.isEmpty();
  }

  /// Whether the broker was asked at least once, and the last time nothing was left.
  public boolean isVerified() {
    return !verified.isEmpty() && verified.getLast().fact().left().isEmpty();
  }

  /// Its reason, as the risk gate quotes it.
  public String reason() {
    return "incident " + id() + ", " + tripped.trigger() + ": " + tripped.says();
  }

  Incident with(Verification look) {
    List<Verification> looks = new ArrayList<>(verified);
    looks.add(look);
    return new Incident(seq, at, tripped, looks, reset);
  }

  Incident with(Reset end) {
    return new Incident(seq, at, tripped, verified, Optional.of(end));
  }
}

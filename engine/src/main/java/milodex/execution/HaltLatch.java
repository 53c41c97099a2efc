package milodex.execution;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.FactType;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact;

/// Latches a halt by what is known of halts alone, long before the books of a long ledger are.
///
/// Its incident has no snapshot of the books: they are what the facts before it add up to.
public final class HaltLatch {

  /// The facts that say what is halted.
  public static final Set<FactType> FACTS =
      Set.of(FactType.HALT_TRIPPED, FactType.HALT_VERIFIED, FactType.HALT_RESET);

  private final Ledger ledger;
  private final Ledger halts;

  /// @param ledger appended to
  /// @param halts at least [#FACTS] of the same ledger, read quickly
  public HaltLatch(Ledger ledger, Ledger halts) {
    this.ledger = ledger;
    this.halts = halts;
  }

  /// Halts `scope`, unless an open incident halts it as much or more; whoever is first wins.
  ///
  /// @param trigger reason code of what trips it, `operator` for a person
  /// @param says why, with its values
  /// @return what the new incident is called, for [KillSwitch#goOn]
  /// @throws IllegalArgumentException if `trigger` or `says` is blank
  public Optional<String> latch(
      HaltScope scope, HaltMode mode, String trigger, String says, Instant now) {
    while (true) {
      HaltLog known = new HaltLog();
      halts.replay(known::apply);
      if (known.open(scope, mode).isPresent()) {
        return Optional.empty();
      }
      String incident = known.nextIncident(now);
      try {
        ledger.append(now, trip(incident, scope, mode, trigger, says, HaltSnapshot.NOT_YET));
        return Optional.of(incident);
      } catch (DuplicateKeyException _) {
        // another process took the name; its halt is known at the next look
      }
    }
  }

  /// What the open incident is called that halts `scope` as much or more.
  public Optional<String> open(HaltScope scope, HaltMode mode) {
    HaltLog known = new HaltLog();
    halts.replay(known::apply);
    return known.open(scope, mode).map(Incident::id);
  }

  /// The fact that latches.
  ///
  /// @throws IllegalArgumentException if `trigger` or `says` is blank
  static Draft trip(
      String incident,
      HaltScope scope,
      HaltMode mode,
      String trigger,
      String says,
      SortedMap<String, String> snapshot) {
    require("trigger", trigger);
    require("says", says);
    return Draft.of(
        "halt/tripped/" + incident,
        new RiskFact.HaltTripped(incident, scope, mode, trigger, says, snapshot));
  }

  static void require(String argument, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(argument + " is blank");
    }
  }
}

package milodex.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.strategy.StrategyId;

/// What is known of the risk gate itself, and of what stops it from approving.
public sealed interface RiskFact extends Fact {

  /// The gate was tested on made-up orders: one in order, and one wrong for each reason it knows.
  ///
  /// @param policy SHA-256 of the canonical risk policy it had
  /// @param semantics version of what the facts meant
  /// @param vetoed the reason codes for which it refused, in the order of its table
  /// @param inert the reason codes for which it did not
  /// @param refused why it refused the order in order; empty if it approved it
  record GateTested(
      String policy, int semantics, List<String> vetoed, List<String> inert, List<String> refused)
      implements RiskFact {

    public GateTested {
      vetoed = List.copyOf(vetoed);
      inert = List.copyOf(inert);
      refused = List.copyOf(refused);
    }

    /// Whether the order in order passed and every reason vetoed.
    public boolean holds() {
      return refused.isEmpty() && inert.isEmpty() && !vetoed.isEmpty();
    }
  }

  /// Something was found that trips the kill switch when it is found again too often.
  ///
  /// @param trigger the reason code that a halt for it has
  /// @param scope whom that halt would stop
  /// @param says what was found, with its values
  record TroubleFound(LocalDate session, String trigger, HaltScope scope, String says)
      implements RiskFact {}

  /// The operator has looked at an alert; sessions that open from here on do not wait for that.
  ///
  /// @param alert seq of the newest event that it stood for then
  /// @param what the code of what had gone wrong
  /// @param reason what was found, or why it may go on
  record AlertAcknowledged(long alert, String what, String reason) implements RiskFact {}

  /// A backup was put in the place of this ledger; what was written after it was made is not here.
  ///
  /// @param taken when the backup was made
  /// @param backup newest `SEQ:HASH` of the backup
  /// @param replaced newest `SEQ:HASH` of the ledger that stood here before; empty if there was
  ///     none, or it could not be read
  /// @param untold orders that the broker has taken and that this ledger does not tell of; none of
  ///     them is ever sent again
  record LedgerRestored(
      Instant taken, String backup, Optional<String> replaced, List<ClientOrderId> untold)
      implements RiskFact {
    public LedgerRestored {
      untold = List.copyOf(untold);
    }
  }

  /// What stops orders, and what lets them go on.
  sealed interface HaltFact extends RiskFact {}

  /// The kill switch was tripped; from here on nothing it stops may be submitted.
  ///
  /// @param incident its name: exchange day and running number of that day, `2024-03-08-1`
  /// @param trigger reason code of what tripped it, `operator` for a person
  /// @param says why, with the values that tripped it
  /// @param snapshot the books at that moment, by what is named, as far as they were known
  record HaltTripped(
      String incident,
      HaltScope scope,
      HaltMode mode,
      String trigger,
      String says,
      SortedMap<String, String> snapshot)
      implements HaltFact {
    public HaltTripped {
      snapshot = Collections.unmodifiableSortedMap(new TreeMap<>(snapshot));
    }
  }

  /// The broker was asked what still works of all that a halt stops, after it was told to cancel.
  ///
  /// @param cancelled orders that were working and are cancelled
  /// @param left orders that still work there, or whose outcome nobody knows
  /// @param says what became of the orders, in plain words
  /// @param broker the account as the broker keeps it, by what is named
  record HaltVerified(
      String incident,
      List<ClientOrderId> cancelled,
      List<ClientOrderId> left,
      String says,
      SortedMap<String, String> broker)
      implements HaltFact {
    public HaltVerified {
      cancelled = List.copyOf(cancelled);
      left = List.copyOf(left);
      broker = Collections.unmodifiableSortedMap(new TreeMap<>(broker));
    }
  }

  /// A person ended a halt.
  record HaltReset(String incident, String reason) implements HaltFact {}

  /// The operator stopped a strategy's entries; its exits go on.
  record StrategyPaused(StrategyId strategy, String reason) implements HaltFact {}

  /// The operator let a paused strategy enter again.
  record StrategyUnpaused(StrategyId strategy, String reason) implements HaltFact {}
}

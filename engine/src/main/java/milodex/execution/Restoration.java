package milodex.execution;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact.OrderSubmitted;
import milodex.ledger.FactType;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RiskFact.LedgerRestored;

/// A backup that is about to become the ledger: before it does it is told so, and its account is
/// halted.
///
/// Exits are halted too: what the books hold may be sold at the broker already, and a sale of it
/// would cover nothing. Covered sales by hand go on.
///
/// @param taken when the backup was made
/// @param backup its newest event
/// @param replaced the newest event of the ledger whose place it takes; empty if there is none, or
///     it cannot be read
public record Restoration(Instant taken, Head backup, Optional<Head> replaced) {

  /// Reason code of the halt.
  public static final String TRIGGER = "ledger_restored";

  private static final Set<FactType> KINDS =
      Set.of(FactType.ORDER_SUBMITTED, FactType.LEDGER_RESTORED);

  private static final String SAYS =
      "the ledger was restored: what was done after the backup is not in the books, and at the"
          + " broker it is done";

  /// Every order of which `ledger` knows that the broker took it, or may have.
  public static Set<ClientOrderId> told(Ledger ledger) {
    Set<ClientOrderId> told = new HashSet<>();
    ledger.replay(
        0,
        KINDS,
        event -> {
          if (event.fact() instanceof OrderSubmitted order) {
            told.add(order.order());
          } else if (event.fact() instanceof LedgerRestored restored) {
            told.addAll(restored.untold());
          }
        });
    return told;
  }

  /// Writes both into the ledger of `books`, in one append.
  ///
  /// @param orders every order that the broker knows
  /// @return what the incident is called
  public String record(Books books, List<OrderReport> orders, Instant now) {
    books.catchUp();
    Set<ClientOrderId> told = told(books.ledger());
    List<ClientOrderId> untold =
        orders.stream().map(OrderReport::order).filter(order -> !told.contains(order)).toList();
    String incident = books.halts().nextIncident(now);
    books.record(
        now,
        List.of(
            Draft.of(
                "restored/" + (books.seq() + 1),
                new LedgerRestored(taken, backup.toString(), replaced.map(Head::toString), untold)),
            Draft.then(
                "halt/tripped/" + incident,
                new HaltTripped(
                    incident,
                    HaltScope.ACCOUNT,
                    HaltMode.HALT,
                    TRIGGER,
                    SAYS,
                    HaltSnapshot.of(books)))));
    return incident;
  }
}

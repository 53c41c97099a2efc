package milodex.cli;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import milodex.broker.BrokerState;
import milodex.broker.OrderReport;
import milodex.execution.Restoration;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;

/// The ledger of an account and the books of its simulated broker, held against each other: an
/// order is in the ledger before the broker has it, and a fill at the broker before the ledger has
/// it. Whatever a kill leaves keeps that; a file that was cut, lost or put back does not, but by a
/// restore, which writes down what its ledger does not tell of.
final class AccountHalves {

  private final Set<ClientOrderId> sent = new HashSet<>();
  private final Set<String> booked = new HashSet<>();

  private AccountHalves() {}

  /// Throws [Failure] if one of both was left behind by the other.
  static void requireOneStory(AccountFolder folder, Ledger ledger, BrokerState broker) {
    torn(ledger, broker)
        .ifPresent(
            says -> {
              throw new Failure(
                  ExitCode.INTEGRITY,
                  folder instanceof PaperFolder ? "account_torn" : "rehearsal_torn",
                  BacktestCommand.sentence(folder.title() + " cannot go on"),
                  says,
                  "Nothing was done.",
                  folder.mend());
            });
  }

  /// In what one of both was left behind by the other; empty if they are of one story.
  static Optional<String> torn(Ledger ledger, BrokerState broker) {
    AccountHalves halves = new AccountHalves();
    halves.sent.addAll(Restoration.told(ledger));
    ledger.replay(Set.of(FactType.FILL_RECORDED), halves::note);
    return halves
        .missing(broker)
        .map(says -> says + " One of its files was cut, lost or put back.");
  }

  private void note(Event event) {
    if (event.fact() instanceof Fact.FillRecorded filled) {
      booked.add(filled.fill().executionId());
    }
  }

  private Optional<String> missing(BrokerState broker) {
    Set<String> executed = new HashSet<>();
    for (OrderReport order : broker.orders()) {
      if (!sent.contains(order.order())) {
        return Optional.of("Its broker knows order " + order.order() + ", its ledger does not.");
      }
      order.executions().forEach(one -> executed.add(one.id()));
    }
    return booked.stream()
        .filter(id -> !executed.contains(id))
        .sorted()
        .findFirst()
        .map(id -> "Its ledger has booked execution " + id + ", its broker knows of none.");
  }
}

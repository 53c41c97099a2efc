package milodex.execution;

import java.util.Optional;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;

/// What led to an order, looked up in the ledger; empty for an order that nothing of ours led to.
///
/// @param orders in which the order is still kept
record Causes(Ledger ledger, OrderLog orders) {

  /// The verdict that sent it.
  Optional<Fact.ProposalJudged> verdictOn(ClientOrderId order) {
    return verdict(order)
        .map(Event::fact)
        .filter(Fact.ProposalJudged.class::isInstance)
        .map(Fact.ProposalJudged.class::cast);
  }

  /// The wish that it carries out.
  Optional<Intent> wishOf(ClientOrderId order) {
    return recorded(order).map(event -> ((Fact.IntentRecorded) event.fact()).intent());
  }

  /// The event that recorded that wish.
  Optional<Event> recorded(ClientOrderId order) {
    return verdict(order)
        .flatMap(verdict -> ledger.event(verdict.cause()))
        .filter(event -> event.fact() instanceof Fact.IntentRecorded);
  }

  private Optional<Event> verdict(ClientOrderId order) {
    return orders
        .sent(order)
        .flatMap(sent -> ledger.event(sent.submission()))
        .flatMap(submission -> ledger.event(submission.cause()));
  }
}

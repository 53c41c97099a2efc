package milodex.risk;

import milodex.ledger.ClientOrderId;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// The only thing a broker takes; only the risk gate can make one.
public final class ApprovedOrder {

  private final ClientOrderId id;
  private final Proposal proposal;

  ApprovedOrder(ClientOrderId id, Proposal proposal) {
    this.id = id;
    this.proposal = proposal;
  }

  public ClientOrderId id() {
    return id;
  }

  /// The wish it carries out.
  public Intent intent() {
    return proposal.intent();
  }

  public StrategyId strategy() {
    return proposal.intent().strategy();
  }

  public Symbol symbol() {
    return proposal.intent().symbol();
  }

  public Side side() {
    return proposal.intent().side();
  }

  public Quantity quantity() {
    return proposal.quantity();
  }
}

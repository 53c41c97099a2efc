package milodex.broker;

import java.util.List;
import java.util.Optional;
import milodex.ledger.ClientOrderId;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances;

/// A simulated brokerage as it was last written down: it answers, and takes and cancels nothing.
///
/// @param accountId what its account is called
public record RecordedBroker(String accountId, BrokerState state) implements Brokerage {

  @Override
  public AccountSnapshot account() {
    return new AccountSnapshot(
        accountId, Circumstances.Venue.Kind.SIMULATED, state.cash(), state.positions());
  }

  @Override
  public List<OrderReport> working() {
    return state.orders().stream().filter(order -> !order.status().isFinal()).toList();
  }

  @Override
  public Optional<OrderReport> find(ClientOrderId order) {
    return state.orders().stream().filter(one -> one.order().equals(order)).findFirst();
  }

  /// Takes no order.
  ///
  /// @throws BrokerUnavailableException always
  @Override
  public OrderReport submit(ApprovedOrder order) {
    throw new BrokerUnavailableException("a recorded brokerage takes no orders");
  }

  /// Cancels nothing; what is final already needs no cancelling.
  ///
  /// @throws BrokerUnavailableException if the order is working
  @Override
  public void cancel(ClientOrderId order) {
    if (working().stream().anyMatch(one -> one.order().equals(order))) {
      throw new BrokerUnavailableException("a recorded brokerage cancels nothing");
    }
  }
}

package milodex.broker;

import java.util.List;
import java.util.Optional;
import milodex.ledger.ClientOrderId;
import milodex.risk.ApprovedOrder;

/// A brokerage that asks another one; tests change single answers of it.
public class Relay implements Brokerage {

  private final Brokerage real;

  public Relay(Brokerage real) {
    this.real = real;
  }

  @Override
  public AccountSnapshot account() {
    return real.account();
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    return real.submit(order);
  }

  @Override
  public void cancel(ClientOrderId order) {
    real.cancel(order);
  }

  @Override
  public List<OrderReport> working() {
    return real.working();
  }

  @Override
  public Optional<OrderReport> find(ClientOrderId order) {
    return real.find(order);
  }
}

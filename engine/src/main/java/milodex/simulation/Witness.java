package milodex.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.risk.ApprovedOrder;

/// Sees, at the broker's own door, which orders came in, whatever becomes of the answers.
final class Witness implements Brokerage {

  private final Brokerage real;
  private final List<Seen> seen = new ArrayList<>();
  private final Set<ClientOrderId> ids = new HashSet<>();

  /// An order as the broker took it for the first time.
  record Seen(String intent, OrderReport report) {}

  Witness(Brokerage real) {
    this.real = real;
  }

  /// Every order that came in, once.
  List<Seen> seen() {
    return List.copyOf(seen);
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    OrderReport report = real.submit(order);
    if (ids.add(order.id())) {
      seen.add(new Seen(order.intent().id(), report));
    }
    return report;
  }

  @Override
  public void cancel(ClientOrderId order) {
    real.cancel(order);
  }

  @Override
  public AccountSnapshot account() {
    return real.account();
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

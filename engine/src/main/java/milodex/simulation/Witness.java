package milodex.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.risk.ApprovedOrder;

/// Sees, at the broker's own door, which orders came in, whatever becomes of the answers.
final class Witness implements Brokerage {

  private final Brokerage real;
  private final Map<ClientOrderId, String> wishes = new LinkedHashMap<>();

  /// An order that came in, the wish it was for, and what has become of it.
  record Seen(String intent, OrderReport report) {}

  Witness(Brokerage real) {
    this.real = real;
  }

  /// Every order that came in, once, in order.
  List<Seen> seen() {
    return wishes.entrySet().stream()
        .map(one -> new Seen(one.getValue(), real.find(one.getKey()).orElseThrow()))
        .toList();
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    OrderReport report = real.submit(order);
    wishes.putIfAbsent(order.id(), order.intent().id());
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

package milodex.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances;

/// A broker where every order works until it is cancelled; tests make it stubborn or silent.
public class ParkingBroker implements Brokerage {

  private final Map<ClientOrderId, OrderReport> orders = new LinkedHashMap<>();
  private final List<String> heard = new ArrayList<>();
  private final Money cash;
  private boolean silent;
  private boolean stubborn;

  public ParkingBroker(Money cash) {
    this.cash = cash;
  }

  /// Takes an order that did not come through [#submit].
  synchronized void park(String id, Side side) {
    park(new ClientOrderId(id), Symbol.of("ACME"), side, Quantity.of(10));
  }

  /// Ends an order by itself.
  synchronized void end(String id, OrderStatus status) {
    ClientOrderId order = new ClientOrderId(id);
    orders.computeIfPresent(order, (_, report) -> with(report, status));
  }

  synchronized void silent(boolean toBe) {
    silent = toBe;
  }

  synchronized void stubborn(boolean toBe) {
    stubborn = toBe;
  }

  /// What it was told to cancel, in order.
  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public synchronized AccountSnapshot account() {
    answer();
    return new AccountSnapshot("A1", Circumstances.Venue.Kind.SIMULATED, cash, new TreeMap<>());
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    return take(order);
  }

  private synchronized OrderReport take(ApprovedOrder order) {
    answer();
    return park(order.id(), order.symbol(), order.side(), order.quantity());
  }

  @Override
  public synchronized void cancel(ClientOrderId order) {
    heard.add(order.toString());
    answer();
    if (!stubborn) {
      orders.computeIfPresent(
          order,
          (_, report) -> report.status().isFinal() ? report : with(report, OrderStatus.CANCELLED));
    }
  }

  @Override
  public synchronized List<OrderReport> working() {
    answer();
    return orders.values().stream().filter(order -> !order.status().isFinal()).toList();
  }

  @Override
  public synchronized Optional<OrderReport> find(ClientOrderId order) {
    answer();
    return Optional.ofNullable(orders.get(order));
  }

  private OrderReport park(ClientOrderId id, Symbol symbol, Side side, Quantity quantity) {
    OrderReport report =
        new OrderReport(
            id, symbol, side, quantity, OrderStatus.ACCEPTED, Quantity.ZERO, List.of(), "");
    orders.put(id, report);
    return report;
  }

  private void answer() {
    if (silent) {
      throw new BrokerUnavailableException("503 after 3 attempts");
    }
  }

  private static OrderReport with(OrderReport report, OrderStatus status) {
    return new OrderReport(
        report.order(),
        report.symbol(),
        report.side(),
        report.quantity(),
        status,
        report.filled(),
        report.executions(),
        report.says());
  }
}

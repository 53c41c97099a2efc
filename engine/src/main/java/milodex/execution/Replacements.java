package milodex.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.broker.OrderReport.Execution;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.money.Quantity;

/// An order that others took the place of at the broker is still one order: what was filled of all
/// of them counts, each execution once, and how the last one ends is how it ends.
final class Replacements {

  private final List<OrderReport> chain;
  private final Optional<ClientOrderId> missing;

  /// @param chain the order, what took its place, and so on
  /// @param missing what took the place of the last and is not shown, or was there before
  private Replacements(List<OrderReport> chain, Optional<ClientOrderId> missing) {
    this.chain = chain;
    this.missing = missing;
  }

  /// What the broker knows of an order and of what took its place, as one report.
  ///
  /// @throws BrokerUnavailableException if the broker does not answer
  static Optional<OrderReport> find(Brokerage broker, ClientOrderId order) {
    return broker.find(order).map(first -> of(broker, first).merged());
  }

  /// The same of an order that the broker has just told of.
  ///
  /// @throws BrokerUnavailableException if the broker does not answer
  static OrderReport followed(Brokerage broker, OrderReport first) {
    return first.replacedBy().isEmpty() ? first : of(broker, first).merged();
  }

  /// Asks for what is left of an order to be cancelled, under whatever id it works now; under its
  /// own if the broker does not tell.
  ///
  /// @throws BrokerUnavailableException if the broker does not answer to that
  static void cancel(Brokerage broker, ClientOrderId order) {
    broker.cancel(last(broker, order));
  }

  private static ClientOrderId last(Brokerage broker, ClientOrderId order) {
    try {
      return broker
          .find(order)
          .map(first -> of(broker, first))
          .map(one -> one.missing.orElseGet(() -> one.chain.getLast().order()))
          .orElse(order);
    } catch (BrokerUnavailableException _) {
      return order;
    }
  }

  /// Every id that works in the place of an order the broker told of.
  ///
  /// @throws BrokerUnavailableException if the broker does not answer
  static Set<ClientOrderId> ids(Brokerage broker, OrderReport first) {
    Set<ClientOrderId> ids = new HashSet<>();
    of(broker, first).chain.forEach(report -> ids.add(report.order()));
    return ids;
  }

  private static Replacements of(Brokerage broker, OrderReport first) {
    List<OrderReport> chain = new ArrayList<>(List.of(first));
    Set<ClientOrderId> seen = new HashSet<>(Set.of(first.order()));
    Optional<ClientOrderId> next = first.replacedBy();
    while (next.isPresent()) {
      Optional<OrderReport> told =
          seen.add(next.get()) ? broker.find(next.get()) : Optional.empty();
      if (told.isEmpty()) {
        return new Replacements(chain, next);
      }
      chain.add(told.get());
      next = told.get().replacedBy();
    }
    return new Replacements(chain, Optional.empty());
  }

  private OrderReport merged() {
    OrderReport first = chain.getFirst();
    if (chain.size() == 1 && missing.isEmpty()) {
      return first;
    }
    OrderReport last = chain.getLast();
    List<Execution> executions = executions();
    return new OrderReport(
        first.order(),
        last.symbol(),
        last.side(),
        isRest(last, filled(chain.subList(0, chain.size() - 1)))
            ? first.quantity()
            : last.quantity(),
        missing.isPresent() ? open(executions) : last.status(),
        filled(chain),
        executions,
        missing
            .map(id -> "replaced by " + id + ", which the broker does not show")
            .orElse(last.says()));
  }

  /// Whether it is for as many shares as the first, or for those not filled before it.
  private boolean isRest(OrderReport last, Quantity before) {
    Quantity whole = chain.getFirst().quantity();
    return last.quantity().equals(whole) || last.quantity().equals(whole.minus(before.min(whole)));
  }

  private List<Execution> executions() {
    List<Execution> all = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    for (OrderReport report : chain) {
      for (Execution one : report.executions()) {
        if (ids.add(one.id())) {
          all.add(one);
        }
      }
    }
    return all;
  }

  /// Executions that several tell count once; what is said to be filled and not told counts too.
  private static Quantity filled(List<OrderReport> reports) {
    Quantity filled = Quantity.ZERO;
    Set<String> ids = new TreeSet<>();
    for (OrderReport report : reports) {
      Quantity told = Quantity.ZERO;
      for (Execution one : report.executions()) {
        told = told.plus(one.quantity());
        filled = ids.add(one.id()) ? filled.plus(one.quantity()) : filled;
      }
      filled = filled.plus(report.filled().minus(told.min(report.filled())));
    }
    return filled;
  }

  private static OrderStatus open(List<Execution> executions) {
    return executions.isEmpty() ? OrderStatus.ACCEPTED : OrderStatus.PARTIALLY_FILLED;
  }
}

package milodex.broker;

import java.util.List;
import java.util.Optional;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// What a broker says of one order.
///
/// @param symbol as the broker took it, like side and quantity: to be compared with what was sent
/// @param filled cumulative shares filled so far
/// @param executions every fill of the order so far
/// @param says the broker's own words, or empty
/// @param replacedBy the order that took its place at the broker; empty: none did. What becomes of
///     the order is then told of that one
public record OrderReport(
    ClientOrderId order,
    Symbol symbol,
    Side side,
    Quantity quantity,
    OrderStatus status,
    Quantity filled,
    List<Execution> executions,
    String says,
    Optional<ClientOrderId> replacedBy) {

  public OrderReport {
    executions = List.copyOf(executions);
  }

  /// Of an order that nothing took the place of.
  public OrderReport(
      ClientOrderId order,
      Symbol symbol,
      Side side,
      Quantity quantity,
      OrderStatus status,
      Quantity filled,
      List<Execution> executions,
      String says) {
    this(order, symbol, side, quantity, status, filled, executions, says, Optional.empty());
  }

  /// One fill.
  ///
  /// @param id unique at the broker
  public record Execution(String id, Quantity quantity, Price price, Money fee) {}
}

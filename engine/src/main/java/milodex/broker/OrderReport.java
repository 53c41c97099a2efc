package milodex.broker;

import java.util.List;
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
public record OrderReport(
    ClientOrderId order,
    Symbol symbol,
    Side side,
    Quantity quantity,
    OrderStatus status,
    Quantity filled,
    List<Execution> executions,
    String says) {

  public OrderReport {
    executions = List.copyOf(executions);
  }

  /// One fill.
  ///
  /// @param id unique at the broker
  public record Execution(String id, Quantity quantity, Price price, Money fee) {}
}

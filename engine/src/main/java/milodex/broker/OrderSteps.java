package milodex.broker;

import java.util.ArrayList;
import java.util.List;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// How the next report of an order follows from the one before.
final class OrderSteps {

  private OrderSteps() {}

  /// The first report: taken, and nothing filled.
  static OrderReport accepted(ClientOrderId id, Symbol symbol, Side side, Quantity quantity) {
    return new OrderReport(
        id, symbol, side, quantity, OrderStatus.ACCEPTED, Quantity.ZERO, List.of(), "");
  }

  /// The report after `shares` of it were filled.
  static OrderReport executed(OrderReport order, Quantity shares, Price price, Money fee) {
    List<OrderReport.Execution> executions = new ArrayList<>(order.executions());
    executions.add(new OrderReport.Execution(executionId(order), shares, price, fee));
    Quantity filled = order.filled().plus(shares);
    boolean whole = filled.equals(order.quantity());
    return new OrderReport(
        order.order(),
        order.symbol(),
        order.side(),
        order.quantity(),
        whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
        filled,
        executions,
        "");
  }

  /// The last report: nothing more of it is filled.
  static OrderReport ended(OrderReport order, OrderStatus status, String says) {
    return new OrderReport(
        order.order(),
        order.symbol(),
        order.side(),
        order.quantity(),
        status,
        order.filled(),
        order.executions(),
        says);
  }

  /// `ORDER-b` or `ORDER-s`, with its number from the second one on.
  private static String executionId(OrderReport order) {
    String first = order.order() + (order.side() == Side.BUY ? "-b" : "-s");
    int before = order.executions().size();
    return before == 0 ? first : first + "-" + (before + 1);
  }
}

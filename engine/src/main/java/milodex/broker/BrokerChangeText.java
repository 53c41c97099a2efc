package milodex.broker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.CanonicalJson;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// A change of a simulated broker as one line of canonical JSON, and back; numbers are texts.
public final class BrokerChangeText {

  private BrokerChangeText() {}

  /// The line of `change`, without its end.
  public static String write(BrokerChange change) {
    Map<String, Object> tree = new TreeMap<>();
    Map<String, Object> positions = new TreeMap<>();
    change.positions().forEach((symbol, held) -> positions.put(symbol.ticker(), held.toString()));
    tree.put("cash", change.cash().toString());
    tree.put("positions", positions);
    change.opened().ifPresent(date -> tree.put("opened", date.toString()));
    change.order().ifPresent(order -> tree.put("order", tree(order)));
    return CanonicalJson.write(tree);
  }

  /// The change that `line` tells.
  ///
  /// @throws IllegalArgumentException if `line` is no such change
  public static BrokerChange parse(String line) {
    try {
      Map<?, ?> tree = (Map<?, ?>) CanonicalJson.parse(line);
      SortedMap<Symbol, Quantity> positions = new TreeMap<>();
      ((Map<?, ?>) value(tree, "positions"))
          .forEach(
              (symbol, held) ->
                  positions.put(Symbol.of((String) symbol), Quantity.parse((String) held)));
      return new BrokerChange(
          Money.parse(text(tree, "cash")),
          positions,
          Optional.ofNullable(tree.get("opened")).map(date -> LocalDate.parse((String) date)),
          Optional.ofNullable(tree.get("order")).map(order -> order((Map<?, ?>) order)));
    } catch (ClassCastException | DateTimeException e) {
      throw new IllegalArgumentException("no change of a broker: " + line, e);
    }
  }

  private static Map<String, Object> tree(OrderReport order) {
    Map<String, Object> tree = new TreeMap<>();
    List<Object> executions = new ArrayList<>();
    for (OrderReport.Execution execution : order.executions()) {
      executions.add(
          Map.of(
              "id", execution.id(),
              "quantity", execution.quantity().toString(),
              "price", execution.price().toString(),
              "fee", execution.fee().toString()));
    }
    tree.put("id", order.order().toString());
    tree.put("symbol", order.symbol().ticker());
    tree.put("side", order.side().name());
    tree.put("quantity", order.quantity().toString());
    tree.put("status", order.status().name());
    tree.put("filled", order.filled().toString());
    tree.put("executions", executions);
    tree.put("says", order.says());
    order.replacedBy().ifPresent(by -> tree.put("replaced_by", by.toString()));
    return tree;
  }

  private static OrderReport order(Map<?, ?> tree) {
    List<OrderReport.Execution> executions = new ArrayList<>();
    for (Object one : (List<?>) value(tree, "executions")) {
      Map<?, ?> execution = (Map<?, ?>) one;
      executions.add(
          new OrderReport.Execution(
              text(execution, "id"),
              Quantity.parse(text(execution, "quantity")),
              Price.parse(text(execution, "price")),
              Money.parse(text(execution, "fee"))));
    }
    return new OrderReport(
        new ClientOrderId(text(tree, "id")),
        Symbol.of(text(tree, "symbol")),
        Side.valueOf(text(tree, "side")),
        Quantity.parse(text(tree, "quantity")),
        OrderStatus.valueOf(text(tree, "status")),
        Quantity.parse(text(tree, "filled")),
        executions,
        text(tree, "says"),
        Optional.ofNullable(tree.get("replaced_by")).map(by -> new ClientOrderId((String) by)));
  }

  private static String text(Map<?, ?> tree, String key) {
    return (String) value(tree, key);
  }

  private static Object value(Map<?, ?> tree, String key) {
    return Optional.<Object>ofNullable(tree.get(key))
        .orElseThrow(() -> new IllegalArgumentException("`" + key + "` is missing"));
  }
}

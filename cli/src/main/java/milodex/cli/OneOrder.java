package milodex.cli;

import java.util.List;
import java.util.function.Function;
import milodex.ledger.ClientOrderId;
import milodex.risk.Circumstances.SentOrder;

/// The order that an operator means by the first characters of its id.
final class OneOrder {

  private OneOrder() {}

  /// Throws [Failure] unless exactly one of `orders` begins so.
  ///
  /// @param what was not done then, in a sentence
  static SentOrder named(String id, List<SentOrder> orders, Account account, String what) {
    return named(id, orders, SentOrder::id, account.name(), account.option(), what);
  }

  /// The same of anything that has the id of an order.
  ///
  /// @param name what the account is called
  /// @param option what has to be added to a command so that it means that account
  static <T> T named(
      String id,
      List<T> orders,
      Function<T, ClientOrderId> idOf,
      String name,
      String option,
      String what) {
    List<T> named =
        orders.stream()
            .filter(order -> !id.isEmpty() && idOf.apply(order).text().startsWith(id))
            .toList();
    return switch (named.size()) {
      case 1 -> named.getFirst();
      case 0 ->
          throw Failure.usage(
              "unknown_order",
              what,
              "No order of " + name + " begins with `" + id + "`.",
              "See `milodex orders --all" + option + "`.");
      default ->
          throw Failure.usage(
              "ambiguous_order",
              what,
              named.size() + " orders begin with `" + id + "`.",
              "Give more characters of the id.");
    };
  }
}

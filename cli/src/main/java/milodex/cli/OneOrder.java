package milodex.cli;

import java.util.List;
import milodex.risk.Circumstances.SentOrder;

/// The order that an operator means by the first characters of its id.
final class OneOrder {

  private OneOrder() {}

  /// Throws [Failure] unless exactly one of `orders` begins so.
  ///
  /// @param what was not done then, in a sentence
  static SentOrder named(String id, List<SentOrder> orders, Account account, String what) {
    List<SentOrder> named =
        orders.stream()
            .filter(order -> !id.isEmpty() && order.id().toString().startsWith(id))
            .toList();
    return switch (named.size()) {
      case 1 -> named.getFirst();
      case 0 ->
          throw Failure.usage(
              "unknown_order",
              what,
              "No order of " + account.name() + " begins with `" + id + "`.",
              "See `milodex orders --all" + account.option() + "`.");
      default ->
          throw Failure.usage(
              "ambiguous_order",
              what,
              named.size() + " orders begin with `" + id + "`.",
              "Give more characters of the id.");
    };
  }
}

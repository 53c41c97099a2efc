package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.config.Nearest;
import milodex.execution.Books;
import milodex.execution.IntentLog.Pending;
import milodex.execution.WishHistory;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.risk.Circumstances.SentOrder;

/// What the operator means by an id that is to be cancelled.
///
/// An order is named by the first characters of its id. A wish is named by those of the id that its
/// order will have, so that it has one name before and after it was sent, or by its own id in full:
/// one such id may be the beginning of another.
sealed interface Cancellable {

  /// An order that is open.
  record Order(SentOrder order) implements Cancellable {}

  /// A wish that waits, of a rule or by hand.
  record Wish(Pending wish) implements Cancellable {}

  /// A wish by hand that waits no more.
  ///
  /// @param order what it became, as far as the books still know it
  record Past(WishHistory.Remembered wish, Optional<SentOrder> order) implements Cancellable {}

  /// Throws [Failure] unless exactly one is named so; what is over is looked at only if nothing
  /// else is.
  ///
  /// @param ledger that of `books`, or all that it tells of the kinds of [WishHistory#KINDS]
  static Cancellable named(String id, Account account, Ledger ledger, Books books) {
    List<Cancellable> named = new ArrayList<>();
    for (SentOrder order : books.orders().working()) {
      if (begins(order.id(), id)) {
        named.add(new Order(order));
      }
    }
    for (Pending wish : books.intents().pending()) {
      if (isNamed(wish.intent(), wish.nextOrder(), id)) {
        named.add(new Wish(wish));
      }
    }
    if (named.isEmpty()) {
      named.addAll(past(id, ledger, books));
    }
    return switch (named.size()) {
      case 1 -> named.getFirst();
      case 0 -> throw unknown(id, account, books);
      default -> throw ambiguous(id, named.size());
    };
  }

  private static List<Past> past(String id, Ledger ledger, Books books) {
    WishHistory history = new WishHistory();
    ledger.replay(WishHistory.KINDS, history);
    return history.wishes().stream()
        .filter(one -> isNamed(one.wish(), WishHistory.orderOf(one.wish()), id))
        .map(one -> new Past(one, one.order().flatMap(books.orders()::find)))
        .toList();
  }

  private static boolean isNamed(Intent wish, ClientOrderId order, String id) {
    return wish.id().equals(id) || begins(order, id);
  }

  private static boolean begins(ClientOrderId order, String id) {
    return !id.isEmpty() && order.toString().startsWith(id);
  }

  private static Failure unknown(String id, Account account, Books books) {
    return Failure.usage(
        "unknown_order",
        "Nothing was cancelled.",
        "No open order and no wish of %s is called `%s`.%s"
            .formatted(
                account.name(),
                id,
                Nearest.to(id, names(books))
                    .map(near -> " The nearest is " + near + ".")
                    .orElse("")),
        "See `milodex orders%s` for orders, and `milodex status%s` for wishes."
            .formatted(account.option(), account.option()));
  }

  /// All that can be cancelled, as it may be typed.
  private static List<String> names(Books books) {
    List<String> names = new ArrayList<>();
    for (SentOrder order : books.orders().working()) {
      names.add(OrderData.brief(order.id()));
      names.add(order.id().toString());
    }
    for (Pending wish : books.intents().pending()) {
      if (wish.isByHand()) {
        names.add(OrderData.brief(wish.nextOrder()));
        names.add(wish.nextOrder().toString());
        names.add(wish.intent().id());
      }
    }
    return names;
  }

  private static Failure ambiguous(String id, int count) {
    return Failure.usage(
        "ambiguous_order",
        "Nothing was cancelled.",
        count + " orders and wishes begin with `" + id + "`.",
        "Give more characters of the id.");
  }
}

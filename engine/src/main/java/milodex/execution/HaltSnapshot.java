package milodex.execution;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.money.Money;
import milodex.portfolio.StrategyBook;
import milodex.risk.Circumstances.SentOrder;

/// The books at the moment of a halt, as an incident keeps them.
final class HaltSnapshot {

  /// Of a halt that could not wait for them.
  static final SortedMap<String, String> NOT_YET =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of("books", "not added up yet when it latched; the facts before it tell them")));

  private HaltSnapshot() {}

  /// Cash, equity at the last close, each strategy's cash and shares, and what has no known end.
  static SortedMap<String, String> of(Books books) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("account/cash", books.portfolio().cash().toString());
    values.put("account/peak", books.equity().peak().toString());
    books.equity().account().map(Money::toString).ifPresent(e -> values.put("account/equity", e));
    books
        .portfolio()
        .books()
        .forEach((strategy, book) -> values.put("strategy/" + strategy, held(book)));
    for (SentOrder order : books.orders().working()) {
      values.put(
          "order/" + order.id(),
          "%s %s %s, %s filled, %s"
              .formatted(
                  order.side(), order.quantity(), order.symbol(), order.filled(), order.status()));
    }
    return values;
  }

  private static String held(StrategyBook book) {
    StringBuilder text = new StringBuilder("cash ").append(book.cash());
    book.positions()
        .forEach(
            (symbol, position) ->
                text.append(", ").append(position.quantity()).append(' ').append(symbol));
    return text.toString();
  }
}

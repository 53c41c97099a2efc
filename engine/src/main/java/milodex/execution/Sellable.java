package milodex.execution;

import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.risk.Circumstances.SentOrder;
import milodex.strategy.StrategyId;

/// What a strategy owns and is not already selling: the most that a covered reduction sells.
final class Sellable {

  private Sellable() {}

  /// Of the symbol of a wish to sell; zero for one to buy.
  static Quantity of(Books books, Intent intent) {
    return intent.side() == Side.SELL
        ? of(books, intent.strategy(), intent.symbol())
        : Quantity.ZERO;
  }

  static Quantity of(Books books, StrategyId strategy, Symbol symbol) {
    Quantity held = books.portfolio().book(strategy).orElseThrow().held(symbol);
    Quantity selling = Quantity.ZERO;
    for (SentOrder order : books.orders().working()) {
      if (order.strategy().equals(strategy)
          && order.symbol().equals(symbol)
          && order.side() == Side.SELL) {
        selling = selling.plus(order.remaining());
      }
    }
    return held.minus(selling.min(held));
  }
}

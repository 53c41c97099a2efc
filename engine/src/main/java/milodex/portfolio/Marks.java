package milodex.portfolio;

import java.util.Map;
import java.util.Optional;
import milodex.market.Symbol;
import milodex.money.Price;

/// What one share of each symbol is valued at.
@FunctionalInterface
public interface Marks {

  /// The mark of `symbol` in raw dollars, empty when unknown.
  Optional<Price> price(Symbol symbol);

  /// Marks looked up in `prices`.
  static Marks of(Map<Symbol, Price> prices) {
    return symbol -> Optional.ofNullable(prices.get(symbol));
  }
}

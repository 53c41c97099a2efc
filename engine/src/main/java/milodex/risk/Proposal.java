package milodex.risk;

import java.util.List;
import milodex.ledger.Intent;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// An intent priced now, with the quantity it asks for.
///
/// @param attempt 1 for the first order of the intent
/// @param covered how much of a sell the strategy owns and is not already selling; zero for a buy
/// @param trims which limits made the quantity smaller, and from what
public record Proposal(
    Intent intent,
    int attempt,
    Quantity quantity,
    Price price,
    Quantity covered,
    List<String> trims) {

  public Proposal {
    trims = List.copyOf(trims);
  }

  public Money value() {
    return price.times(quantity);
  }

  /// Whether it only sells what the strategy owns and is not already selling.
  public boolean isCoveredReduction() {
    return switch (intent.side()) {
      case BUY -> false;
      case SELL -> quantity.compareTo(covered) <= 0;
    };
  }

  /// The same wish for another quantity.
  public Proposal resized(Quantity smaller, List<String> reasons) {
    return new Proposal(intent, attempt, smaller, price, covered, reasons);
  }
}

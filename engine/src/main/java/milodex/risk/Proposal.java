package milodex.risk;

import java.util.List;
import milodex.ledger.Intent;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// An intent priced now, with the quantity it asks for.
///
/// @param attempt 1 for the first order of the intent, one more for each deliberate new one
/// @param price the price observable now, in raw dollars
/// @param costs what a fill is expected to cost beyond that price
/// @param covered how much of a sell the strategy owns and is not already selling; zero for a buy
/// @param origin who asks
/// @param trims which limits made the quantity smaller, and from what
public record Proposal(
    Intent intent,
    int attempt,
    Quantity quantity,
    Price price,
    Costs costs,
    Quantity covered,
    Origin origin,
    List<String> trims) {

  /// @throws IllegalArgumentException if it asks for no shares or `attempt` is below 1
  public Proposal {
    if (quantity.isZero()) {
      throw new IllegalArgumentException(intent.id() + ": an order for no shares is no order");
    }
    if (attempt < 1) {
      throw new IllegalArgumentException(intent.id() + ": attempts are counted from 1");
    }
    trims = List.copyOf(trims);
  }

  /// Who asks for the order.
  public enum Origin {
    /// A rule, through the loop.
    AUTOMATED,
    /// A person; under a halt only a person's covered reductions go on.
    OPERATOR
  }

  /// What a rule wished, not yet trimmed.
  public static Proposal automated(
      Intent intent, int attempt, Quantity quantity, Price price, Costs costs, Quantity covered) {
    return new Proposal(
        intent, attempt, quantity, price, costs, covered, Origin.AUTOMATED, List.of());
  }

  /// What the operator wishes, of as many shares as asked for.
  ///
  /// @throws IllegalArgumentException if `intent` is a rule's
  public static Proposal operator(
      Intent intent, int attempt, Price price, Costs costs, Quantity covered) {
    Quantity shares =
        intent
            .byHand()
            .orElseThrow(() -> new IllegalArgumentException(intent.id() + " is no wish by hand"))
            .shares();
    return new Proposal(intent, attempt, shares, price, costs, covered, Origin.OPERATOR, List.of());
  }

  /// Its value at the observable price, which exposure limits compare.
  public Money value() {
    return price.times(quantity);
  }

  /// The cash a purchase takes at most: value at the price after slippage, and commission.
  public Money cashNeed() {
    Money paid = costs.bought(price).times(quantity);
    return paid.plus(costs.commission(paid));
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
    return new Proposal(intent, attempt, smaller, price, costs, covered, origin, reasons);
  }
}

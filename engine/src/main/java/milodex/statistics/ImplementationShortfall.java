package milodex.statistics;

import java.util.List;

/// What it cost to carry out a decision, in money: the paper profit minus the real one.
///
/// Positive is a cost, for a buy as for a sell. Convention: Perold (1988), with the price drift
/// before arrival kept apart from trading: `delay = side · filled · (arrival − decision)`,
/// `trading = side · Σ quantity · (fill − arrival)`, `opportunity = side · unfilled · (final −
/// decision)`.
///
/// @param delay the drift from the decision to the arrival of the order, on the shares filled
/// @param trading fills against the price at arrival
/// @param opportunity what the shares never filled would have earned by the final price
/// @param fees commissions and other explicit costs; below 0 for a rebate
/// @param basisPoints the total in 1/10,000 of the value decided on
public record ImplementationShortfall(
    double delay, double trading, double opportunity, double fees, Figure basisPoints) {

  /// What was wanted, and the three prices it is judged by.
  ///
  /// @param shares above 0 to buy, below 0 to sell, never 0
  /// @param price at the moment of the decision
  /// @param arrival when the order reached the market
  /// @param last the price at which shares never filled are valued
  public record Decision(double shares, double price, double arrival, double last) {

    /// @throws IllegalArgumentException if the shares are 0 or a price is not above 0
    public Decision {
      if (Finite.number("shares", shares) == 0) {
        throw new IllegalArgumentException("shares is not 0");
      }
      Finite.positive("price", price);
      Finite.positive("arrival", arrival);
      Finite.positive("last", last);
    }

    private double side() {
      return Math.signum(shares);
    }
  }

  /// Shares that were bought or sold, and at what price.
  public record Fill(double quantity, double price) {

    /// @throws IllegalArgumentException if the quantity or the price is not above 0
    public Fill {
      Finite.positive("quantity", quantity);
      Finite.positive("price", price);
    }
  }

  /// The shortfall of `decision`, filled by `fills`: none of them is an order not filled at all.
  ///
  /// @throws IllegalArgumentException if more was filled than decided on, or `fees` is not finite
  public static ImplementationShortfall of(Decision decision, List<Fill> fills, double fees) {
    double filled = fills.stream().mapToDouble(Fill::quantity).sum();
    double wanted = Math.abs(decision.shares());
    if (filled > wanted * (1 + 1e-9)) {
      throw new IllegalArgumentException("fills hold " + filled + " of " + wanted + " shares");
    }
    double side = decision.side();
    double delay = side * filled * (decision.arrival() - decision.price());
    double trading =
        side
            * fills.stream()
                .mapToDouble(fill -> fill.quantity() * (fill.price() - decision.arrival()))
                .sum();
    double opportunity = side * Math.max(0, wanted - filled) * (decision.last() - decision.price());
    double total = delay + trading + opportunity + Finite.number("fees", fees);
    return new ImplementationShortfall(
        delay,
        trading,
        opportunity,
        fees,
        Finite.figure(10_000 * total / wanted / decision.price()));
  }

  /// All four parts together, in money.
  public double total() {
    return delay + trading + opportunity + fees;
  }
}

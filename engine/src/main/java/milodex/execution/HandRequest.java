package milodex.execution;

import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// What the operator asks for: a market order of a DAY, in the book of one strategy.
///
/// @param shares exactly as many, neither sized nor trimmed
/// @param reason why; kept with the wish
public record HandRequest(
    StrategyId strategy, Side side, Symbol symbol, Quantity shares, String reason) {

  /// @throws IllegalArgumentException if `shares` is zero or `reason` is blank
  public HandRequest {
    if (shares.isZero()) {
      throw new IllegalArgumentException("shares is zero");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank");
    }
  }
}

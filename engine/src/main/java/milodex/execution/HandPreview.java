package milodex.execution;

import java.util.List;
import java.util.Optional;
import milodex.ledger.Finding;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;

/// What the gate says now of an order by hand; nothing was written.
///
/// @param price observable now, in raw dollars
/// @param value of the shares at that price
/// @param cost expected, slippage and commission together
/// @param covered how much of a sale the strategy owns and is not already selling
/// @param fits the most shares that the limits on size leave room for; empty for a sale, and where
///     no limit cuts
/// @param codes why it would be refused; empty: it would be sent
public record HandPreview(
    Price price,
    Money value,
    Money cost,
    Quantity covered,
    Optional<Quantity> fits,
    List<Finding> findings,
    List<String> codes) {

  public HandPreview {
    findings = List.copyOf(findings);
    codes = List.copyOf(codes);
  }

  /// Whether it would be sent.
  public boolean passes() {
    return codes.isEmpty();
  }
}

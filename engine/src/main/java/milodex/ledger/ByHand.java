package milodex.ledger;

import milodex.money.Quantity;

/// That a wish is the operator's own, and no rule's.
///
/// @param shares how many, neither sized nor trimmed
/// @param reason why, in the operator's words
public record ByHand(Quantity shares, String reason) {

  /// @throws IllegalArgumentException if `shares` is zero or `reason` is blank
  public ByHand {
    if (shares.isZero()) {
      throw new IllegalArgumentException("shares is zero");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank");
    }
  }
}

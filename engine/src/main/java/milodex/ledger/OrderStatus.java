package milodex.ledger;

/// What is known of an order; UNKNOWN is a state, never a guess.
public enum OrderStatus {
  /// The broker has it and nothing of it is filled.
  ACCEPTED,
  PARTIALLY_FILLED,
  FILLED,
  CANCELLED,
  EXPIRED,
  REJECTED,
  /// The broker has shown that it never got it.
  NOT_RECEIVED,
  /// The operator has stated that nothing more of it will be filled.
  RESOLVED,
  /// Whether the broker has it, and what became of it, is not known.
  UNKNOWN;

  /// Whether nothing more can happen to the order.
  public boolean isFinal() {
    return switch (this) {
      case FILLED, CANCELLED, EXPIRED, REJECTED, NOT_RECEIVED, RESOLVED -> true;
      case ACCEPTED, PARTIALLY_FILLED, UNKNOWN -> false;
    };
  }
}

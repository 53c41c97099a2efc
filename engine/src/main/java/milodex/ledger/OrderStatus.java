package milodex.ledger;

/// What a broker last said of an order; UNKNOWN is a state, never a guess.
public enum OrderStatus {
  ACCEPTED,
  PARTIALLY_FILLED,
  FILLED,
  CANCELLED,
  EXPIRED,
  REJECTED,
  UNKNOWN;

  /// Whether nothing more can happen to the order.
  public boolean isFinal() {
    return switch (this) {
      case FILLED, CANCELLED, EXPIRED, REJECTED -> true;
      case ACCEPTED, PARTIALLY_FILLED, UNKNOWN -> false;
    };
  }
}

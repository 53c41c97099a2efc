package milodex.ledger;

/// Which way an order changes a holding.
public enum Side {
  BUY,
  SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}

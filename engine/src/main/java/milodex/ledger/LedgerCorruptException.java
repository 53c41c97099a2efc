package milodex.ledger;

/// The ledger is not what was written: an event was changed, cut or slipped in.
public final class LedgerCorruptException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long seq;

  /// Names the first event that cannot be trusted.
  public LedgerCorruptException(long seq, String says) {
    super(says);
    this.seq = seq;
  }

  /// The first event that cannot be trusted; 0 if the store as a whole cannot be read.
  public long seq() {
    return seq;
  }
}

package milodex.ledger;

/// The ledger cannot be opened or written now: locked, read-only, missing, disk full.
public final class LedgerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Says what failed and why, in words for the operator.
  public LedgerUnavailableException(String says, Throwable cause) {
    super(says, cause);
  }

  /// Says what failed and why where no other exception led to it.
  public LedgerUnavailableException(String says) {
    super(says);
  }
}

package milodex.ledger;

/// A fact with this key is in the ledger already; nothing was appended.
public final class DuplicateKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DuplicateKeyException(String key) {
    super("the ledger already holds a fact with the key '" + key + "'; nothing was appended");
  }
}

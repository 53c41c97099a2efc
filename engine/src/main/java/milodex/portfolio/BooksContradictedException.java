package milodex.portfolio;

/// A fact of the ledger cannot follow from the ones before it: an integrity alarm.
public final class BooksContradictedException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final long seq;

  BooksContradictedException(long seq, String says) {
    super(
        "event "
            + seq
            + " contradicts the books: "
            + says
            + ". It was not applied. Check the ledger with 'milodex ledger verify', then compare"
            + " with the broker: 'milodex reconcile'");
    this.seq = seq;
  }

  /// The event that could not be applied.
  public long seq() {
    return seq;
  }
}

package milodex.ledger;

/// A fact about to be appended.
///
/// @param key unique in the ledger for ever: appending it twice is refused
/// @param cause seq of the event that led to it, [#NO_CAUSE], or [#PREVIOUS]
public record Draft(Fact fact, String key, long cause) {

  /// Nothing in the ledger led to it.
  public static final long NO_CAUSE = 0;

  /// The draft before it in the same append led to it.
  public static final long PREVIOUS = -1;

  public static Draft of(String key, Fact fact) {
    return new Draft(fact, key, NO_CAUSE);
  }

  /// A fact that the event `cause` led to.
  public static Draft because(long cause, String key, Fact fact) {
    return new Draft(fact, key, cause);
  }

  /// A fact that the draft before it in the same append led to.
  public static Draft then(String key, Fact fact) {
    return new Draft(fact, key, PREVIOUS);
  }
}

package milodex.ledger;

/// What the facts of the ledger mean: how decisions become fills, books and numbers.
public final class Semantics {

  /// Changes only when a golden result of the engine does, so that an upgrade is not drift.
  public static final int VERSION = 1;

  private Semantics() {}
}

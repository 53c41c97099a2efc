package milodex.backtest;

/// The version of what the engine does with bars and decisions.
public final class Semantics {

  /// Changes only when a golden result does, so that an upgrade alone never looks like drift.
  public static final int VERSION = 1;

  private Semantics() {}
}

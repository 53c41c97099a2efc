package milodex.report;

import milodex.market.Universe;

/// What a universe is called where people read of it.
public final class UniverseName {

  private UniverseName() {}

  /// Its id, or in plain words that it has none.
  public static String of(String id) {
    return id.equals(Universe.LISTED) ? "listed in the strategy's own file" : id;
  }
}

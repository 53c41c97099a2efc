package milodex.ledger;

import milodex.money.Fraction;

/// How far a trade ran against and for its entry price while it was held, splits undone.
///
/// @param worst (lowest price held ÷ entry price) − 1; above zero if it never stood below
/// @param best (highest price held ÷ entry price) − 1; below zero if it never stood above
public record Excursion(Fraction worst, Fraction best) {

  /// @throws IllegalArgumentException if `worst` is above `best`
  public Excursion {
    if (worst.compareTo(best) > 0) {
      throw new IllegalArgumentException("the worst, " + worst + ", is above the best, " + best);
    }
  }
}

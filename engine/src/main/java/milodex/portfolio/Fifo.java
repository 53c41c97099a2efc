package milodex.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import milodex.money.Money;
import milodex.money.Quantity;

/// How a list of lots shrinks and splits, oldest first.
final class Fifo {

  private Fifo() {}

  /// The lots left when `sold` shares leave; a lot without shares leaves with them.
  static List<Lot> without(List<Lot> lots, Quantity sold) {
    List<Lot> left = new ArrayList<>(lots.size());
    Quantity open = sold;
    for (Lot lot : lots) {
      Quantity taken = lot.quantity().min(open);
      open = open.minus(taken);
      if (!taken.equals(lot.quantity())) {
        left.add(lot.minus(taken));
      }
    }
    return left;
  }

  /// The lots with `ratio` shares for each; what all of them cost does not change. A lot of which
  /// no billionth of a share is left leaves its cost to the next one, the last to the one before.
  ///
  /// Rounds the running sums and not each lot, so that the lots add up to the rounded position, and
  /// the positions to the rounded account.
  ///
  /// @param counted shares of the account that are counted before these
  static List<Lot> scaled(List<Lot> lots, BigDecimal ratio, Quantity counted) {
    List<Lot> scaled = new ArrayList<>(lots.size());
    Quantity before = counted;
    Quantity after = counted.times(ratio);
    Money left = Money.ZERO;
    for (Lot lot : lots) {
      before = before.plus(lot.quantity());
      Quantity sum = before.times(ratio);
      Money cost = left.plus(lot.cost());
      if (sum.equals(after)) {
        left = cost;
      } else {
        scaled.add(new Lot(lot.entry().split(ratio), sum.minus(after), cost));
        left = Money.ZERO;
      }
      after = sum;
    }
    if (!left.isZero() && !scaled.isEmpty()) {
      Lot last = scaled.removeLast();
      scaled.add(new Lot(last.entry(), last.quantity(), last.cost().plus(left)));
    }
    return scaled;
  }
}

package milodex.calibration;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.promotion.Grade;

/// What the replicates of one cell came to.
///
/// Where the cell has an edge, a replicate in which another trial was chosen counts as none of the
/// rates.
///
/// @param pass how often the grade was PASS
/// @param conditional how often it was CONDITIONAL or better
/// @param naive how often Sharpe ratio, drawdown and count of trades alone would have done
/// @param lostTo how often each requirement was the first that kept the grade from PASS
public record Measured(
    Cell cell, Rate pass, Rate conditional, Rate naive, SortedMap<String, Integer> lostTo) {

  public Measured {
    lostTo = Collections.unmodifiableSortedMap(new TreeMap<>(lostTo));
  }

  static Measured of(Cell cell, List<Outcome> outcomes) {
    SortedMap<String, Integer> lostTo = new TreeMap<>();
    int pass = 0;
    int conditional = 0;
    int naive = 0;
    for (Outcome outcome : outcomes) {
      pass += outcome.isAtLeast(Grade.PASS) ? 1 : 0;
      conditional += outcome.isAtLeast(Grade.CONDITIONAL) ? 1 : 0;
      naive += outcome.isNaivelyGood() ? 1 : 0;
      outcome.lostTo().ifPresent(title -> lostTo.merge(title, 1, Integer::sum));
    }
    int n = outcomes.size();
    return new Measured(
        cell, new Rate(pass, n), new Rate(conditional, n), new Rate(naive, n), lostTo);
  }
}

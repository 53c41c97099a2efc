package milodex.calibration;

import java.util.Optional;
import milodex.promotion.Grade;
import milodex.promotion.Judgement;
import milodex.promotion.Requirement;

/// What one replicate came to.
///
/// @param grade empty if what was to be found was not even chosen
/// @param isNaivelyGood whether Sharpe ratio, drawdown and count of trades alone would have done
/// @param lostTo the first requirement, in the order of the policy, that kept it from a pass; empty
///     if it passed
record Outcome(Optional<Grade> grade, boolean isNaivelyGood, Optional<String> lostTo) {

  static Outcome of(Judgement judgement, boolean isNaivelyGood) {
    return new Outcome(
        Optional.of(judgement.grade()),
        isNaivelyGood,
        judgement.requirements().stream()
            .filter(one -> one.allows(judgement.requirements()) != Grade.PASS)
            .findFirst()
            .map(Requirement::title));
  }

  /// Lost before the gate was asked.
  static Outcome lost(String why) {
    return new Outcome(Optional.empty(), false, Optional.of(why));
  }

  boolean isAtLeast(Grade least) {
    return grade.filter(one -> one.compareTo(least) >= 0).isPresent();
  }
}

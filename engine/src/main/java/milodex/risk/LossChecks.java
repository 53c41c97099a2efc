package milodex.risk;

import java.util.Optional;
import milodex.money.Fraction;
import milodex.money.Money;

/// Rows 13 to 15: how much has been lost, by the account and by the strategy alone.
final class LossChecks {

  private LossChecks() {}

  static Answer accountDay(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return day(
        "daily_loss_cap_exceeded",
        facts.account().previousEquity(),
        facts.account().equity(),
        policy.maxDailyLoss());
  }

  static Answer drawdown(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return loss(
        "drawdown_limit_exceeded",
        "the peak",
        facts.account().peakEquity(),
        facts.account().equity(),
        policy.maxDrawdown());
  }

  static Answer strategyDay(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return day(
        "strategy_daily_loss_exceeded",
        facts.strategy().previousEquity(),
        facts.strategy().equity(),
        facts.strategy().limits().maxDailyLoss());
  }

  private static Answer day(String code, Optional<Money> before, Money now, Fraction limit) {
    return before.isPresent()
        ? loss(code, "the previous close", before.get(), now, limit)
        : new Answer.NotApplicable("the first session has no previous close");
  }

  private static Answer loss(String code, String since, Money before, Money now, Fraction limit) {
    if (!before.isPositive()) {
      return new Answer.Breach(
          code, "equity at " + since + " was " + Figures.dollars(before) + ": no share of it");
    }
    Money change = now.minus(before);
    String says =
        "equity "
            + Figures.dollars(now)
            + " is "
            + Figures.percent(change, before)
            + " from "
            + since
            + " at "
            + Figures.dollars(before)
            + ", at most -"
            + Figures.percent(limit);
    return change.negated().compareTo(before.times(limit)) > 0
        ? new Answer.Breach(code, says)
        : new Answer.Clear(says);
  }
}

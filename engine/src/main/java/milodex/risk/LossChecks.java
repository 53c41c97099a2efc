package milodex.risk;

import milodex.money.Money;

/// Rows 13 to 15: how much has been lost, by the account and by the strategy alone.
final class LossChecks {

  private LossChecks() {}

  static Answer accountDay(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return judge(LossLimit.accountDay(facts.account(), policy), facts.account().equity());
  }

  static Answer drawdown(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return judge(LossLimit.drawdown(facts.account(), policy), facts.account().equity());
  }

  static Answer strategyDay(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return judge(LossLimit.strategyDay(facts.strategy()), facts.strategy().equity());
  }

  private static Answer judge(LossLimit limit, Money now) {
    return limit
        .before()
        .map(before -> judge(limit, before, now))
        .orElseGet(() -> new Answer.NotApplicable(LossLimit.NO_CLOSE));
  }

  private static Answer judge(LossLimit limit, Money before, Money now) {
    if (!before.isPositive()) {
      return new Answer.Breach(
          limit.code(),
          "equity at " + limit.since() + " was " + Figures.dollars(before) + ": no share of it");
    }
    String says =
        "equity "
            + Figures.dollars(now)
            + " is "
            + Figures.percent(now.minus(before), before)
            + " from "
            + limit.since()
            + " at "
            + Figures.dollars(before)
            + ", at most -"
            + Figures.percent(limit.share());
    return LossLimit.lost(before, now).compareTo(limit.limit(before)) > 0
        ? new Answer.Breach(limit.code(), says)
        : new Answer.Clear(says);
  }
}

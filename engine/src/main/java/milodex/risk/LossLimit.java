package milodex.risk;

import java.util.Optional;
import milodex.money.Fraction;
import milodex.money.Money;

/// A limit on what may be lost since an equity was seen.
///
/// @param row of the table of checks
/// @param name in plain words
/// @param since when the equity was seen
/// @param before that equity; empty: there is none yet
/// @param share of it that may be lost
record LossLimit(
    int row, String code, String name, String since, Optional<Money> before, Fraction share) {

  static final String NO_CLOSE = "the first session has no previous close";

  static LossLimit accountDay(Circumstances.Account account, RiskPolicy policy) {
    return new LossLimit(
        13,
        "daily_loss_cap_exceeded",
        "account daily loss",
        "the previous close",
        account.previousEquity(),
        policy.maxDailyLoss());
  }

  static LossLimit drawdown(Circumstances.Account account, RiskPolicy policy) {
    return new LossLimit(
        14,
        "drawdown_limit_exceeded",
        "account drawdown",
        "the peak",
        Optional.of(account.peakEquity()),
        policy.maxDrawdown());
  }

  static LossLimit strategyDay(Circumstances.Strategy strategy) {
    return new LossLimit(
        15,
        "strategy_daily_loss_exceeded",
        "strategy daily loss",
        "the previous close",
        strategy.previousEquity(),
        strategy.limits().maxDailyLoss());
  }

  /// What may be lost of `equity`, which is above zero.
  Money limit(Money equity) {
    return equity.times(share);
  }

  /// Above zero for a loss.
  static Money lost(Money equity, Money now) {
    return equity.minus(now);
  }
}

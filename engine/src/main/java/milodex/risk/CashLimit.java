package milodex.risk;

import milodex.money.Fraction;
import milodex.money.Money;

/// Cash that may be spent but for a reserve.
///
/// @param code the reason where it is not enough
/// @param name in plain words
/// @param cash less what working and UNKNOWN purchases will need
record CashLimit(String code, String name, Money cash, Fraction reserve) {

  static final int ROW = 24;

  static CashLimit own(Circumstances.Strategy strategy, RiskPolicy policy) {
    return new CashLimit(
        "insufficient_strategy_cash", "strategy cash", strategy.cash(), policy.reserve());
  }

  static CashLimit buyingPower(Circumstances.Account account, RiskPolicy policy) {
    return new CashLimit(
        "insufficient_buying_power", "buying power", account.buyingPower(), policy.reserve());
  }

  Money spendable() {
    return cash.times(Fraction.ONE.minus(reserve));
  }
}

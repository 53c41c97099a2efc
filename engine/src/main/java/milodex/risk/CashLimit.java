package milodex.risk;

import milodex.money.Fraction;
import milodex.money.Money;

/// Cash that may be spent but for a reserve.
///
/// @param name in plain words
/// @param cash less what working and UNKNOWN purchases will need
record CashLimit(String name, Money cash, Fraction reserve) {

  static final int ROW = 24;
  static final String CODE = "insufficient_buying_power";

  static CashLimit own(Circumstances.Strategy strategy, RiskPolicy policy) {
    return new CashLimit("strategy cash", strategy.cash(), policy.reserve());
  }

  static CashLimit buyingPower(Circumstances.Account account, RiskPolicy policy) {
    return new CashLimit("buying power", account.buyingPower(), policy.reserve());
  }

  Money spendable() {
    return cash.times(Fraction.ONE.minus(reserve));
  }
}

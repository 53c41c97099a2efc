package milodex.risk;

import milodex.money.Fraction;
import milodex.money.Money;

/// A limit on dollars that is a share of an equity: what its check compares and headroom shows.
///
/// @param row of the table of checks
/// @param name in plain words
/// @param of the equity
record ShareLimit(int row, String code, String name, Money of, Fraction share) {

  static ShareLimit orderValue(Circumstances.Account account, RiskPolicy policy) {
    return new ShareLimit(
        18,
        "max_order_value_exceeded",
        "account order value",
        account.equity(),
        policy.maxOrderValue());
  }

  static ShareLimit position(Circumstances.Account account, RiskPolicy policy) {
    return new ShareLimit(
        18,
        "max_single_position_exceeded",
        "account position",
        account.equity(),
        policy.maxSinglePosition());
  }

  static ShareLimit position(Circumstances.Strategy strategy) {
    return new ShareLimit(
        18,
        "strategy_single_position_exceeded",
        "strategy position",
        strategy.equity(),
        strategy.limits().maxPosition());
  }

  static ShareLimit total(Circumstances.Account account, RiskPolicy policy) {
    return new ShareLimit(
        19,
        "max_total_exposure_exceeded",
        "total exposure",
        account.equity(),
        policy.maxTotalExposure());
  }

  static ShareLimit sector(String sector, Circumstances.Account account, RiskPolicy policy) {
    return new ShareLimit(
        20,
        "max_sector_exposure_exceeded",
        "sector " + sector,
        account.equity(),
        policy.maxSectorExposure());
  }

  Money limit() {
    return of.times(share);
  }

  /// Below zero if more than allowed is used.
  Money free(Money used) {
    return limit().minus(used);
  }
}

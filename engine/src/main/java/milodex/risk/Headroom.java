package milodex.risk;

import java.util.Optional;
import milodex.money.Money;
import milodex.strategy.StrategyId;

/// One limit of the risk gate: how much of it is taken, and how much is left.
///
/// @param row of the table of checks
/// @param code the reason code of an entry that passes it
/// @param name in plain words
/// @param strategy whose limit it is; empty: that of the account
public record Headroom(
    int row, String code, String name, Optional<StrategyId> strategy, Reading reading) {

  /// What the limit leaves.
  public sealed interface Reading {

    /// In dollars.
    ///
    /// @param used by what is held or was lost
    /// @param reserved for working and UNKNOWN orders
    /// @param free below zero if more than allowed is taken
    record Dollars(Money limit, Money used, Money reserved, Money free) implements Reading {}

    /// The same of a number of things.
    record Count(int limit, int used, int reserved, int free) implements Reading {}

    /// What it leaves is not known; nothing follows about the limit.
    ///
    /// @param why in plain words
    record Unknown(String why) implements Reading {}
  }

  static Headroom of(ShareLimit limit, Optional<StrategyId> whose, Money used, Money reserved) {
    Money free = limit.free(used.plus(reserved));
    return new Headroom(
        limit.row(),
        limit.code(),
        limit.name(),
        whose,
        new Reading.Dollars(limit.limit(), used, reserved, free));
  }

  static Headroom of(CountLimit limit, Optional<StrategyId> whose, int used, int reserved) {
    return new Headroom(
        limit.row(),
        limit.code(),
        limit.name(),
        whose,
        new Reading.Count(limit.limit(), used, reserved, limit.limit() - used - reserved));
  }

  /// @param now the equity now; a gain is no loss below zero
  static Headroom of(LossLimit limit, Optional<StrategyId> whose, Money now) {
    return new Headroom(
        limit.row(),
        limit.code(),
        limit.name(),
        whose,
        limit
            .before()
            .map(before -> reading(limit, before, now))
            .orElseGet(() -> new Reading.Unknown(LossLimit.NO_CLOSE)));
  }

  /// @param reserved what purchases under way will need, no part of the cash of `limit` any more
  static Headroom of(CashLimit limit, Optional<StrategyId> whose, Money reserved) {
    Money all = limit.cash().plus(reserved);
    return new Headroom(
        CashLimit.ROW,
        limit.code(),
        limit.name(),
        whose,
        new Reading.Dollars(
            all, limit.cash().minus(limit.spendable()), reserved, limit.spendable()));
  }

  private static Reading reading(LossLimit limit, Money before, Money now) {
    if (!before.isPositive()) {
      return new Reading.Unknown("equity at " + limit.since() + " was no amount above zero");
    }
    Money lost = LossLimit.lost(before, now);
    Money used = lost.isNegative() ? Money.ZERO : lost;
    return new Reading.Dollars(
        limit.limit(before), used, Money.ZERO, limit.limit(before).minus(lost));
  }

  /// The same limit of one symbol or pair.
  Headroom in(Object what) {
    return new Headroom(row, code, name + " " + what, strategy, reading);
  }

  /// The same limit, of which nothing is known.
  Headroom unknown(String why) {
    return new Headroom(row, code, name, strategy, new Reading.Unknown(why));
  }
}

package milodex.risk;

import java.util.List;

/// The table of checks, in order. Every proposal meets every row.
final class Checks {

  private static final List<Check> ALL =
      List.of(
          always(1, "account kill switch", StandingChecks::accountHalt, "kill_switch_active"),
          always(2, "strategy halt or pause", StandingChecks::strategyHalt, "strategy_halted"),
          always(
              3,
              "paper environment",
              StandingChecks::environment,
              "paper_mode_required",
              "account_mismatch"),
          entry(4, "reconciled", StandingChecks::reconciled, "reconciliation_required"),
          entry(
              5, "stage", StandingChecks::stage, "strategy_stage_ineligible", "strategy_disabled"),
          entry(6, "manifest", StandingChecks::manifest, "no_frozen_manifest", "manifest_drift"),
          entry(7, "disable conditions", StandingChecks::conditions, "disable_condition_active"),
          always(8, "session open", MarketChecks::open, "market_closed", "calendar_conflict"),
          entry(9, "market data fresh", MarketChecks::fresh, "stale_market_data", "no_latest_bar"),
          entry(10, "price sane", MarketChecks::price, "price_disagreement"),
          always(
              11,
              "instrument tradable and allowed",
              MarketChecks::tradable,
              "not_tradable",
              "instrument_forbidden"),
          limit(12, "gap since decision", MarketChecks::gap, "gap_since_decision"),
          limit(13, "account daily loss", LossChecks::accountDay, "daily_loss_cap_exceeded"),
          limit(14, "account drawdown", LossChecks::drawdown, "drawdown_limit_exceeded"),
          limit(15, "strategy daily loss", LossChecks::strategyDay, "strategy_daily_loss_exceeded"),
          limit(16, "entries per day", OrderChecks::entries, "max_trades_per_day_exceeded"),
          limit(17, "order rate", OrderChecks::rate, "order_rate_exceeded"),
          size(
              18,
              "order value and single position",
              SizeLimits::position,
              "max_order_value_exceeded",
              "max_single_position_exceeded",
              "strategy_single_position_exceeded"),
          size(19, "total exposure", SizeLimits::totalExposure, "max_total_exposure_exceeded"),
          size(20, "sector exposure", SizeLimits::sectorExposure, "max_sector_exposure_exceeded"),
          limit(
              21,
              "correlated positions",
              PositionChecks::correlated,
              "max_correlated_positions_exceeded"),
          limit(
              22,
              "open positions, account",
              PositionChecks::account,
              "max_concurrent_positions_exceeded"),
          limit(
              23,
              "open positions, strategy",
              PositionChecks::strategy,
              "max_strategy_positions_exceeded"),
          means(
              24,
              "own cash and buying power",
              SizeLimits::means,
              "insufficient_strategy_cash",
              "insufficient_buying_power",
              "uncovered_sell"),
          size(25, "liquidity", SizeLimits::liquidity, "max_adv_share_exceeded"),
          always(26, "duplicate order", OrderChecks::duplicate, "duplicate_order"),
          always(27, "opposite side working", OrderChecks::opposite, "opposite_side_order_open"),
          always(28, "unknown order", OrderChecks::unknown, "unknown_outstanding"));

  private Checks() {}

  static List<Check> all() {
    return ALL;
  }

  /// Marked R: binds covered reductions too.
  private static Check always(int row, String name, FactCheck.Judge judge, String... codes) {
    return new FactCheck(row, name, true, false, List.of(codes), judge);
  }

  /// A condition of an entry.
  private static Check entry(int row, String name, FactCheck.Judge judge, String... codes) {
    return new FactCheck(row, name, false, false, List.of(codes), judge);
  }

  /// A number an entry may not pass.
  private static Check limit(int row, String name, FactCheck.Judge judge, String... codes) {
    return new FactCheck(row, name, false, true, List.of(codes), judge);
  }

  /// Marked T: a number an entry is trimmed to.
  private static Check size(int row, String name, SizeCheck.Measure measure, String... codes) {
    return new SizeCheck(row, name, true, List.of(codes), measure);
  }

  /// Marked T, and no limit of the operator: what is not there cannot be spent or sold.
  private static Check means(int row, String name, SizeCheck.Measure measure, String... codes) {
    return new SizeCheck(row, name, false, List.of(codes), measure);
  }
}

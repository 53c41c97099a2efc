package milodex.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import milodex.ledger.ManifestHash;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.Circumstances.Halts;
import milodex.risk.Circumstances.Standing;
import milodex.risk.Circumstances.Venue;

/// One thing wrong with a scene, for each reason a check can give.
///
/// @param row the check that must refuse
/// @param code the reason it must give
/// @param how breaks the scene, just beyond what the policy allows
record Wrong(int row, String code, BiConsumer<Scene, RiskPolicy> how) {

  private static final Money DOLLAR = Money.of(1);
  private static final Optional<ManifestHash> NONE = Optional.empty();
  private static final Optional<ManifestHash> OTHER = Optional.of(new ManifestHash("1".repeat(64)));

  private static final List<Wrong> ALL =
      List.of(
          with(1, "kill_switch_active", scene -> scene.halts = halts(true)),
          with(2, "strategy_halted", scene -> scene.halts = halts(false)),
          with(3, "paper_mode_required", scene -> scene.venue = venue(Venue.Kind.OTHER, "PA1")),
          with(3, "account_mismatch", scene -> scene.venue = venue(Venue.Kind.PAPER, "PA2")),
          with(4, "reconciliation_required", scene -> scene.reconciledOn = Optional.empty()),
          with(5, "strategy_stage_ineligible", scene -> scene.standing = stage("backtest")),
          with(5, "strategy_disabled", scene -> scene.standing = stage("disabled")),
          with(6, "no_frozen_manifest", scene -> scene.standing = running(NONE)),
          with(6, "manifest_drift", scene -> scene.standing = running(OTHER)),
          with(7, "disable_condition_active", scene -> scene.standing = disabled()),
          with(8, "market_closed", Wrong::afterHours),
          with(8, "calendar_conflict", scene -> scene.brokerSaysOpen = Optional.of(false)),
          with(9, "stale_market_data", Wrong::yesterdaysBar),
          with(9, "no_latest_bar", scene -> scene.lastClosedBar = Optional.empty()),
          new Wrong(10, "price_disagreement", Wrong::sourcesApart),
          with(11, "not_tradable", scene -> scene.tradable = Optional.of("halted")),
          with(11, "instrument_forbidden", scene -> scene.forbiddenKind = Optional.of("an option")),
          new Wrong(12, "gap_since_decision", Wrong::gap),
          new Wrong(13, "daily_loss_cap_exceeded", Wrong::dayLost),
          new Wrong(14, "drawdown_limit_exceeded", Wrong::drawnDown),
          with(15, "strategy_daily_loss_exceeded", Wrong::strategyDayLost),
          new Wrong(
              16,
              "max_trades_per_day_exceeded",
              (scene, policy) -> scene.entriesToday = policy.maxEntriesPerDay()),
          new Wrong(
              17,
              "order_rate_exceeded",
              (scene, policy) -> scene.ordersInLastMinute = policy.maxOrdersPerMinute()),
          new Wrong(18, "max_order_value_exceeded", Wrong::fatFinger),
          new Wrong(
              18,
              "max_single_position_exceeded",
              (scene, policy) -> expose(scene, policy.maxSinglePosition())),
          with(18, "strategy_single_position_exceeded", Wrong::ownPositionFull),
          new Wrong(
              19,
              "max_total_exposure_exceeded",
              (scene, policy) -> expose(scene, policy.maxTotalExposure())),
          new Wrong(
              20,
              "max_sector_exposure_exceeded",
              (scene, policy) ->
                  scene.sectorExposure = scene.equity.times(policy.maxSectorExposure())),
          new Wrong(21, "max_correlated_positions_exceeded", Wrong::oneBet),
          new Wrong(
              22,
              "max_concurrent_positions_exceeded",
              (scene, policy) -> scene.hold(policy.maxPositions())),
          with(23, "max_strategy_positions_exceeded", Wrong::slotsTaken),
          with(24, "insufficient_strategy_cash", scene -> scene.ownCash = Money.ZERO),
          with(24, "insufficient_buying_power", scene -> scene.buyingPower = Money.ZERO),
          with(24, "uncovered_sell", scene -> scene.side = Side.SELL),
          with(
              25,
              "max_adv_share_exceeded",
              scene -> scene.meanVolume = OptionalDouble.of(Double.MIN_NORMAL)),
          with(
              26,
              "duplicate_order",
              scene ->
                  scene.recent.add(scene.sent(Scene.STRATEGY, Side.BUY, OrderStatus.ACCEPTED))),
          with(
              27,
              "opposite_side_order_open",
              scene ->
                  scene.working.add(scene.sent(Scene.SIBLING, Side.SELL, OrderStatus.ACCEPTED))),
          with(
              28,
              "unknown_outstanding",
              scene ->
                  scene.working.add(scene.sent(Scene.SIBLING, Side.BUY, OrderStatus.UNKNOWN))));

  static List<Wrong> all() {
    return ALL;
  }

  private static Wrong with(int row, String code, Consumer<Scene> how) {
    return new Wrong(row, code, (scene, policy) -> how.accept(scene));
  }

  private static Halts halts(boolean account) {
    Optional<String> reason = Optional.of("a proof");
    return account
        ? new Halts(reason, Optional.empty(), Optional.empty(), Optional.empty())
        : new Halts(Optional.empty(), reason, Optional.empty(), Optional.empty());
  }

  private static Venue venue(Venue.Kind kind, String reported) {
    return new Venue(kind, "PA1", reported);
  }

  private static Standing stage(String stage) {
    return new Standing(stage, OTHER, OTHER, List.of());
  }

  private static Standing running(Optional<ManifestHash> manifest) {
    return new Standing("paper", new Scene().standing.frozen(), manifest, List.of());
  }

  private static Standing disabled() {
    return new Standing("paper", OTHER, OTHER, List.of("a proof"));
  }

  private static void afterHours(Scene scene) {
    scene.session = Optional.empty();
    scene.brokerSaysOpen = Optional.of(false);
  }

  private static void yesterdaysBar(Scene scene) {
    scene.lastClosedBar = scene.lastClosedBar.map(date -> date.minusDays(1));
  }

  private static void sourcesApart(Scene scene, RiskPolicy policy) {
    scene.secondPrice = Optional.of(justBeyond(scene.price, policy.maxPriceDisagreement()));
  }

  private static void gap(Scene scene, RiskPolicy policy) {
    scene.price = justBeyond(scene.decisionPrice, policy.maxGap());
    scene.observed = Optional.of(scene.price);
    scene.secondPrice = scene.observed;
  }

  private static void dayLost(Scene scene, RiskPolicy policy) {
    scene.equity = lost(scene.equity, policy.maxDailyLoss());
  }

  private static void drawnDown(Scene scene, RiskPolicy policy) {
    scene.equity = lost(scene.peakEquity, policy.maxDrawdown());
  }

  private static void strategyDayLost(Scene scene) {
    scene.ownEquity = lost(scene.ownEquity, scene.limits.maxDailyLoss());
  }

  private static void fatFinger(Scene scene, RiskPolicy policy) {
    Money limit = scene.equity.times(policy.maxOrderValue());
    BigDecimal shares =
        limit.amount().divideToIntegralValue(scene.price.value()).add(BigDecimal.ONE);
    scene.quantity = new Quantity(shares);
  }

  private static void expose(Scene scene, Fraction share) {
    scene.exposure.put(Scene.SYMBOL, scene.equity.times(share));
  }

  private static void ownPositionFull(Scene scene) {
    scene.ownExposure.put(Scene.SYMBOL, scene.ownEquity.times(scene.limits.maxPosition()));
  }

  private static void oneBet(Scene scene, RiskPolicy policy) {
    scene.hold(policy.maxCorrelatedPositions());
    scene.held.forEach(symbol -> scene.correlations.put(symbol, 1.0));
  }

  private static void slotsTaken(Scene scene) {
    scene.hold(scene.limits.maxPositions());
    scene.held.forEach(symbol -> scene.ownExposure.put(symbol, DOLLAR));
  }

  private static Price justBeyond(Price price, Fraction limit) {
    return new Price(price.plus(limit).value().add(new BigDecimal("0.01")));
  }

  private static Money lost(Money before, Fraction limit) {
    return before.minus(before.times(limit)).minus(DOLLAR);
  }
}

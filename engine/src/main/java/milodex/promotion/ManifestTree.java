package milodex.promotion;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import milodex.ledger.Semantics;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.market.Universe.Member;
import milodex.risk.RiskPolicy;
import milodex.risk.Triggers;
import milodex.strategy.DisableCondition;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyDefinition.Backtest;
import milodex.strategy.StrategyDefinition.Risk;

/// Lays out what a manifest freezes, under the keys of the operator's files.
final class ManifestTree {

  private ManifestTree() {}

  static Map<String, Object> of(StrategyDefinition strategy, Universe universe, RiskPolicy policy) {
    return Map.of(
        "semantics_version",
        Semantics.VERSION,
        "allocation_pct",
        policy.allocation(strategy.id()).toString(),
        "strategy",
        strategy(strategy, universe, policy),
        "universe",
        universe(universe),
        "risk",
        risk(policy));
  }

  private static Map<String, Object> strategy(
      StrategyDefinition strategy, Universe universe, RiskPolicy policy) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("id", strategy.id().toString());
    tree.put("rules_version", strategy.template().rulesVersion());
    strategy.origin().code().ifPresent(hash -> tree.put("plugin_code", hash));
    tree.put("parameters", strategy.parameters().asMap());
    tree.put("bar_size", strategy.barSize().label());
    tree.put("risk", limits(strategy.risk()));
    tree.put("backtest", backtest(strategy.backtest(), universe, policy));
    tree.put(
        "disable_conditions",
        strategy.disableConditions().stream().map(DisableCondition::id).toList());
    return tree;
  }

  private static Map<String, Object> limits(Risk risk) {
    return Map.of(
        "max_position_pct",
        plain(risk.maxPosition()),
        "max_positions",
        risk.maxPositions(),
        "daily_loss_cap_pct",
        plain(risk.dailyLossCap()));
  }

  /// The slippage of the strategy, else of its universe, else of the policy.
  private static Map<String, Object> backtest(
      Backtest backtest, Universe universe, RiskPolicy policy) {
    BigDecimal slippage =
        backtest
            .slippageRate()
            .or(universe::slippageRate)
            .orElseGet(() -> policy.slippageRate().value());
    return Map.of(
        "slippage_pct",
        plain(slippage),
        "commission_per_trade",
        plain(backtest.commissionPerTrade()),
        "commission_pct",
        plain(backtest.commissionRate()),
        "min_commission",
        plain(backtest.minCommission()),
        "min_trades_required",
        backtest.minTrades(),
        "walk_forward_windows",
        backtest.walkForwardWindows());
  }

  private static Map<String, Object> universe(Universe universe) {
    Map<String, Object> members = new TreeMap<>();
    universe.members().forEach(member -> members.put(member.symbol().ticker(), member(member)));
    return Map.of(
        "id",
        universe.id(),
        "survivorship_corrected_from",
        universe.survivorshipCorrectedFrom().map(Object::toString).orElse("never"),
        "members",
        members);
  }

  private static Map<String, Object> member(Member member) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("kind", member.kind().name().toLowerCase(Locale.ROOT));
    member.sector().ifPresent(sector -> tree.put("sector", sector));
    member.from().ifPresent(date -> tree.put("from", date.toString()));
    member.to().ifPresent(date -> tree.put("to", date.toString()));
    return tree;
  }

  /// The limits; allocations and slippage are resolved elsewhere in the manifest.
  private static Map<String, Object> risk(RiskPolicy policy) {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("reserve_pct", policy.reserve().toString());
    tree.put("max_daily_loss_pct", policy.maxDailyLoss().toString());
    tree.put("max_drawdown_pct", policy.maxDrawdown().toString());
    tree.put("max_entries_per_day", policy.maxEntriesPerDay());
    tree.put("max_orders_per_minute", policy.maxOrdersPerMinute());
    tree.put("max_order_value_pct", policy.maxOrderValue().toString());
    tree.put("max_single_position_pct", policy.maxSinglePosition().toString());
    tree.put("max_total_exposure_pct", policy.maxTotalExposure().toString());
    tree.put("max_sector_exposure_pct", policy.maxSectorExposure().toString());
    tree.put("min_correlation", policy.minCorrelation().toString());
    tree.put("max_correlated_positions", policy.maxCorrelatedPositions());
    tree.put("max_positions", policy.maxPositions());
    tree.put("max_volume_share_pct", policy.maxVolumeShare().toString());
    tree.put("max_gap_pct", policy.maxGap().toString());
    tree.put("max_price_disagreement_pct", policy.maxPriceDisagreement().toString());
    tree.put("duplicate_window_seconds", policy.duplicateWindowSeconds());
    tree.put("forbidden", policy.forbidden().stream().map(Symbol::ticker).toList());
    tree.put("unlimited", policy.unlimited());
    if (!policy.triggers().equals(Triggers.standard())) {
      tree.put("triggers", policy.triggers().tree());
    }
    return tree;
  }

  private static String plain(BigDecimal value) {
    return ParameterValues.plain(value);
  }
}

package milodex.risk;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Sha256;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.strategy.StrategyId;

/// The operator's limits on the whole account, as `configs/risk.yaml` states them.
///
/// Shares are of account equity unless said otherwise.
///
/// @param allocations share of the account each strategy works with; the others get the standard
/// @param slippageRate standard share of the price a simulated fill loses
/// @param reserve share of cash never spent
/// @param maxDailyLoss loss since the previous session's closing equity that trips
/// @param maxDrawdown loss since the peak that trips
/// @param maxGap move of the price since the decision that refuses an entry
/// @param maxPriceDisagreement difference of two sources at one instant that refuses
/// @param minCorrelation correlation of daily returns from which positions count as one bet
/// @param maxCorrelatedPositions positions in one bet, the candidate included
/// @param maxVolumeShare order size against the mean volume of the last 20 sessions
/// @param duplicateWindowSeconds orders alike within this time are one order sent twice
/// @param forbidden symbols never bought
/// @param unlimited whether every numeric limit is off; such a result says so
/// @param triggers what the kill switch does by itself
public record RiskPolicy(
    SortedMap<StrategyId, Fraction> allocations,
    Fraction standardAllocation,
    Fraction slippageRate,
    Fraction reserve,
    Fraction maxDailyLoss,
    Fraction maxDrawdown,
    int maxEntriesPerDay,
    int maxOrdersPerMinute,
    Fraction maxOrderValue,
    Fraction maxSinglePosition,
    Fraction maxTotalExposure,
    Fraction maxSectorExposure,
    Fraction minCorrelation,
    int maxCorrelatedPositions,
    int maxPositions,
    Fraction maxVolumeShare,
    Fraction maxGap,
    Fraction maxPriceDisagreement,
    int duplicateWindowSeconds,
    SortedSet<Symbol> forbidden,
    boolean unlimited,
    Triggers triggers) {

  public RiskPolicy {
    allocations = Collections.unmodifiableSortedMap(new TreeMap<>(allocations));
    forbidden = Collections.unmodifiableSortedSet(new TreeSet<>(forbidden));
  }

  /// The policy shipped with the program.
  public static RiskPolicy standard() {
    return new RiskPolicy(
        new TreeMap<>(),
        Fraction.parse("0.08"),
        Fraction.parse("0.001"),
        Fraction.parse("0.01"),
        Fraction.parse("0.03"),
        Fraction.parse("0.10"),
        20,
        10,
        Fraction.parse("0.15"),
        Fraction.parse("0.10"),
        Fraction.parse("0.50"),
        Fraction.parse("0.20"),
        Fraction.parse("0.8"),
        2,
        10,
        Fraction.parse("0.01"),
        Fraction.parse("0.08"),
        Fraction.parse("0.05"),
        60,
        new TreeSet<>(),
        false,
        Triggers.standard());
  }

  /// The share of the account `strategy` works with.
  public Fraction allocation(StrategyId strategy) {
    Fraction own = allocations.get(strategy);
    return own == null ? standardAllocation : own;
  }

  /// The same policy with every numeric limit lifted and the whole account for any strategy.
  ///
  /// What is not a limit stays: cash is not overdrawn and orders are not sent twice.
  public static RiskPolicy unlimitedOf(RiskPolicy policy) {
    return new RiskPolicy(
        new TreeMap<>(),
        Fraction.ONE,
        policy.slippageRate,
        Fraction.ZERO,
        policy.maxDailyLoss,
        policy.maxDrawdown,
        policy.maxEntriesPerDay,
        policy.maxOrdersPerMinute,
        policy.maxOrderValue,
        policy.maxSinglePosition,
        policy.maxTotalExposure,
        policy.maxSectorExposure,
        policy.minCorrelation,
        policy.maxCorrelatedPositions,
        policy.maxPositions,
        policy.maxVolumeShare,
        policy.maxGap,
        policy.maxPriceDisagreement,
        policy.duplicateWindowSeconds,
        policy.forbidden,
        true,
        policy.triggers);
  }

  /// The policy as canonical JSON, one key for each component, decimals as text. Triggers are left
  /// out while they are the standard ones.
  public String canonical() {
    SortedMap<String, Object> tree = new TreeMap<>();
    SortedMap<String, Object> shares = new TreeMap<>();
    allocations.forEach((strategy, share) -> shares.put(strategy.toString(), share.toString()));
    tree.put("allocations", shares);
    tree.put("standard_allocation", standardAllocation.toString());
    tree.put("slippage_rate", slippageRate.toString());
    tree.put("reserve", reserve.toString());
    tree.put("max_daily_loss", maxDailyLoss.toString());
    tree.put("max_drawdown", maxDrawdown.toString());
    tree.put("max_entries_per_day", maxEntriesPerDay);
    tree.put("max_orders_per_minute", maxOrdersPerMinute);
    tree.put("max_order_value", maxOrderValue.toString());
    tree.put("max_single_position", maxSinglePosition.toString());
    tree.put("max_total_exposure", maxTotalExposure.toString());
    tree.put("max_sector_exposure", maxSectorExposure.toString());
    tree.put("min_correlation", minCorrelation.toString());
    tree.put("max_correlated_positions", maxCorrelatedPositions);
    tree.put("max_positions", maxPositions);
    tree.put("max_volume_share", maxVolumeShare.toString());
    tree.put("max_gap", maxGap.toString());
    tree.put("max_price_disagreement", maxPriceDisagreement.toString());
    tree.put("duplicate_window_seconds", duplicateWindowSeconds);
    tree.put("forbidden", forbidden.stream().map(Symbol::toString).toList());
    tree.put("unlimited", unlimited);
    if (!triggers.equals(Triggers.standard())) {
      tree.put("triggers", triggers.tree());
    }
    return CanonicalJson.write(tree);
  }

  /// SHA-256 of the canonical form, which every verdict carries.
  public String fingerprint() {
    return Sha256.of(canonical());
  }
}

package milodex.strategy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// One strategy as its file states it: a template with values, what it trades, and its limits.
///
/// @param hypothesis why it should earn anything; optional here, required before a promotion
/// @param enabled whether the operator wants it considered at all
/// @param template the rule with the file's values
/// @param origin where the template's code came from
/// @param parameters the same values, standard ones included
/// @param barSize the bars on whose close it decides
/// @param additionalConditions what disables it beyond its family's own list
public record StrategyDefinition(
    StrategyId id,
    String description,
    Optional<String> hypothesis,
    boolean enabled,
    Template template,
    Origin origin,
    ParameterValues parameters,
    UniverseChoice universe,
    Timeframe barSize,
    Risk risk,
    Backtest backtest,
    List<DisableCondition> additionalConditions) {

  public StrategyDefinition {
    additionalConditions = List.copyOf(additionalConditions);
  }

  /// The same strategy with other values of its parameters; where it may hold as many positions as
  /// its rule has slots, that follows the rule.
  ///
  /// @param values one for each parameter, within bounds
  /// @throws IllegalArgumentException if the values contradict each other
  public StrategyDefinition with(ParameterValues values) {
    Template bound = template.with(values);
    Risk limits =
        risk.maxPositions() == template.slots()
            ? new Risk(risk.maxPosition(), bound.slots(), risk.dailyLossCap())
            : risk;
    return new StrategyDefinition(
        id,
        description,
        hypothesis,
        enabled,
        bound,
        origin,
        values,
        universe,
        barSize,
        limits,
        backtest,
        additionalConditions);
  }

  /// Everything that keeps the strategy from new entries, sorted by id: its family's list, and what
  /// its file adds.
  public List<DisableCondition> disableConditions() {
    return Stream.concat(
            template.family().disableConditions().stream(), additionalConditions.stream())
        .sorted()
        .toList();
  }

  /// What the strategy trades: a universe by its id, or a list of its own.
  public sealed interface UniverseChoice {

    /// `universe.classic_largecap.v1`.
    record Named(String id) implements UniverseChoice {}

    /// Sorted, without duplicates.
    record Listed(List<Symbol> symbols) implements UniverseChoice {
      public Listed {
        symbols = List.copyOf(symbols);
      }
    }
  }

  /// The strategy's own limits, as shares of its equity; they only tighten the policy.
  public record Risk(BigDecimal maxPosition, int maxPositions, BigDecimal dailyLossCap) {}

  /// How its backtests are run and what they cost.
  ///
  /// @param slippageRate share of the price a fill loses; empty: the universe's, else the policy's
  /// @param commissionPerTrade dollars for each fill
  /// @param commissionRate share of a fill's value
  /// @param minCommission the least dollars for a fill
  /// @param minTrades closed trades below which nothing is concluded
  public record Backtest(
      Optional<BigDecimal> slippageRate,
      BigDecimal commissionPerTrade,
      BigDecimal commissionRate,
      BigDecimal minCommission,
      int minTrades,
      int walkForwardWindows) {}
}

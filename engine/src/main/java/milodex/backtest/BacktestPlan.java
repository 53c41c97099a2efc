package milodex.backtest;

import java.time.LocalDate;
import java.util.Optional;
import milodex.execution.ActiveStrategy;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.risk.RiskPolicy;

/// What to run: a strategy, over which time, from how much, at what cost, under which limits.
///
/// @param from first session wanted, or the first exchange day after it
/// @param to last session wanted, or the last exchange day before it
/// @param windows out-of-sample windows, or 0 for one pass over the whole period
/// @param equity dollars the strategy starts every window with
/// @param benchmark what it is compared with; empty if nothing
public record BacktestPlan(
    ActiveStrategy strategy,
    LocalDate from,
    LocalDate to,
    int windows,
    Money equity,
    Costs costs,
    RiskPolicy policy,
    Optional<Symbol> benchmark) {

  /// The most dollars an account can begin with.
  public static final Money LARGEST = Money.of(1_000_000_000_000L);

  /// @throws IllegalArgumentException if the period is empty, or the equity is not above zero or
  ///     above [#LARGEST]
  public BacktestPlan {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the period ends (" + to + ") before it begins (" + from + ")");
    }
    if (!equity.isPositive()) {
      throw new IllegalArgumentException("the initial equity is above zero, not " + equity);
    }
    if (equity.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("the initial equity is at most " + LARGEST + " dollars");
    }
    if (windows < 0) {
      throw new IllegalArgumentException("windows are not negative: " + windows);
    }
  }

  /// The same plan for another strategy.
  public BacktestPlan of(ActiveStrategy other) {
    return new BacktestPlan(other, from, to, windows, equity, costs, policy, benchmark);
  }
}

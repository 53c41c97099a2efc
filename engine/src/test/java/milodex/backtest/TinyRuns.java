package milodex.backtest;

import java.time.LocalDate;
import java.util.Optional;
import milodex.Play;
import milodex.Policies;
import milodex.TinyMarket;
import milodex.execution.ActiveStrategy;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.RiskPolicy;
import milodex.strategy.Template;

/// Backtests on tiny markets.
public final class TinyRuns {

  private TinyRuns() {}

  /// A whole-period run of `rule` over the story of `market` with a thousandth of slippage.
  public static BacktestPlan plan(TinyMarket market, Template rule) {
    return plan(new Play(market, rule).strategy(), market);
  }

  /// The same of a strategy.
  public static BacktestPlan plan(ActiveStrategy strategy, TinyMarket market) {
    return new BacktestPlan(
        strategy,
        market.sessions().get(market.begin()).date(),
        market.sessions().getLast().date(),
        0,
        Money.of(10_000),
        Costs.slippage(Fraction.parse("0.001")),
        Policies.roomy(),
        Optional.empty());
  }

  public static BacktestPlan windows(int windows, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(),
        plan.from(),
        plan.to(),
        windows,
        plan.equity(),
        plan.costs(),
        plan.policy(),
        plan.benchmark());
  }

  static BacktestPlan until(LocalDate to, BacktestPlan plan) {
    return between(plan.from(), to, plan);
  }

  static BacktestPlan between(LocalDate from, LocalDate to, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(),
        from,
        to,
        plan.windows(),
        plan.equity(),
        plan.costs(),
        plan.policy(),
        plan.benchmark());
  }

  static BacktestPlan against(String benchmark, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(),
        plan.from(),
        plan.to(),
        plan.windows(),
        plan.equity(),
        plan.costs(),
        plan.policy(),
        Optional.of(Symbol.of(benchmark)));
  }

  public static BacktestPlan costing(Costs costs, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(),
        plan.from(),
        plan.to(),
        plan.windows(),
        plan.equity(),
        costs,
        plan.policy(),
        plan.benchmark());
  }

  public static BacktestPlan under(RiskPolicy policy, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(),
        plan.from(),
        plan.to(),
        plan.windows(),
        plan.equity(),
        plan.costs(),
        policy,
        plan.benchmark());
  }

  static MemoryBarStore store(TinyMarket market) {
    return MemoryBarStore.of(market.series(), market.actions());
  }

  static Preparation prepare(BacktestPlan plan, TinyMarket market) {
    return new Preparer(store(market)).prepare(plan);
  }

  static Preparation.Ready ready(BacktestPlan plan, MemoryBarStore store) {
    return switch (new Preparer(store).prepare(plan)) {
      case Preparation.Ready ready -> ready;
      case Preparation.Refused refused -> throw new AssertionError(refused.says());
    };
  }

  public static RunResult run(BacktestPlan plan, TinyMarket market) {
    return run(plan, store(market));
  }

  static RunResult run(BacktestPlan plan, MemoryBarStore store) {
    return Backtest.run(ready(plan, store), (_, _) -> {});
  }
}

package milodex.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.execution.ActiveStrategy;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.sample.SampleMarket;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;
import milodex.strategy.templates.PullbackRsi2;
import milodex.strategy.templates.Sma200Rotation;

/// Runs on the bundled sample market that the tests share.
final class SampleRuns {

  static final SampleMarket MARKET = SampleMarket.generate(1);
  static final LocalDate FROM = LocalDate.of(2010, 1, 4);
  static final LocalDate TO = LocalDate.of(2019, 12, 31);
  private static final Symbol INDEX = Symbol.of("SIM-IDX");
  private static final Symbol BOND = Symbol.of("SIM-BND");

  private SampleRuns() {}

  static ActiveStrategy pullback() {
    Template template = new PullbackRsi2();
    List<Symbol> stocks =
        MARKET.series().stream()
            .map(BarSeries::symbol)
            .filter(symbol -> !symbol.equals(INDEX) && !symbol.equals(BOND))
            .toList();
    return strategy(
        "meanrev.daily.pullback_rsi2.sample.v1",
        template,
        ParameterValues.standard(template),
        stocks,
        new StrategyLimits(Fraction.parse("0.35"), 3, Fraction.parse("0.05")));
  }

  static ActiveStrategy rotation() {
    Template shipped = new Sma200Rotation();
    ParameterValues values =
        ParameterValues.standard(shipped)
            .with("risk_on_symbol", INDEX.ticker())
            .with("risk_off_symbol", BOND.ticker());
    return strategy(
        "regime.daily.sma200_rotation.sample.v1",
        shipped.with(values),
        values,
        List.of(BOND, INDEX),
        new StrategyLimits(Fraction.ONE, 1, Fraction.parse("0.05")));
  }

  static BacktestPlan plan(ActiveStrategy strategy, int windows) {
    return new BacktestPlan(
        strategy,
        FROM,
        TO,
        windows,
        Money.of(100_000),
        Costs.slippage(Fraction.parse("0.0005")),
        RiskPolicy.standard(),
        Optional.of(INDEX));
  }

  static MemoryBarStore store() {
    return MemoryBarStore.of(MARKET.series(), MARKET.actions());
  }

  static MemoryBarStore store(List<BarSeries> series, List<CorporateAction> actions) {
    return MemoryBarStore.of(series, actions);
  }

  static Preparation.Ready ready(BacktestPlan plan, MemoryBarStore store) {
    return switch (new Preparer(store).prepare(plan)) {
      case Preparation.Ready ready -> ready;
      case Preparation.Refused refused -> throw new AssertionError(refused.says());
    };
  }

  static RunResult run(BacktestPlan plan) {
    return run(plan, store());
  }

  static RunResult run(BacktestPlan plan, MemoryBarStore store) {
    return Backtest.run(ready(plan, store), (_, _) -> {});
  }

  private static ActiveStrategy strategy(
      String id,
      Template template,
      ParameterValues values,
      List<Symbol> symbols,
      StrategyLimits limits) {
    return new ActiveStrategy(
        StrategyId.parse(id),
        template,
        values,
        new Universe(
            "universe.sample.v1",
            1,
            "the sample market",
            Optional.of(new BigDecimal("0.0005")),
            Optional.empty(),
            symbols.stream().map(SampleRuns::member).toList()),
        limits,
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
  }

  private static Universe.Member member(Symbol symbol) {
    return new Universe.Member(
        symbol,
        symbol.equals(INDEX) || symbol.equals(BOND) ? Universe.Kind.ETF : Universe.Kind.STOCK,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

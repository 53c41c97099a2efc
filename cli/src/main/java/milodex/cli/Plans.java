package milodex.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.backtest.BacktestPlan;
import milodex.data.Lineage;
import milodex.data.RegularBars;
import milodex.data.StoredBars;
import milodex.data.StoredSeries;
import milodex.execution.ActiveStrategy;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.strategy.StrategyDefinition;
import milodex.yaml.Configuration;

/// Makes a plan from a configuration, what the operator asked for, and what is stored.
final class Plans {

  /// What a run is compared with when nothing is named: the first of these that is stored.
  private static final List<Symbol> BENCHMARKS = List.of(Symbol.of("SPY"), Symbol.of("SIM-IDX"));

  /// What a strategy starts with unless something else is asked for.
  static final Money EQUITY = Money.of(100_000);

  private Plans() {}

  /// What the operator asked for; what is empty comes from the configuration or the bars.
  record Wishes(
      Optional<LocalDate> start,
      Optional<LocalDate> end,
      boolean walkForward,
      Optional<Integer> windows,
      Money equity,
      Optional<Fraction> slippage,
      Optional<Money> commission,
      boolean unlimited,
      Optional<Symbol> benchmark) {

    /// Nothing but what is configured: all bars, once, at the configured costs and limits.
    static Wishes configured() {
      return new Wishes(
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          EQUITY,
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());
    }

    /// The same in windows, as many as `count` says or else the strategy's own number.
    Wishes walkingForward(Optional<Integer> count) {
      return new Wishes(
          start, end, true, count, equity, slippage, commission, unlimited, benchmark);
    }

    /// The same from `first` to `last`.
    Wishes between(LocalDate first, LocalDate last) {
      return new Wishes(
          Optional.of(first),
          Optional.of(last),
          walkForward,
          windows,
          equity,
          slippage,
          commission,
          unlimited,
          benchmark);
    }
  }

  /// The plan; throws [Failure] if no bar of the strategy is stored.
  static BacktestPlan of(Configuration configuration, Wishes wishes, StoredBars store) {
    ActiveStrategy strategy = strategy(configuration);
    List<StoredSeries> stored = stored(strategy, store);
    List<StoredSeries> decided = strategy.barSize().isIntraday() ? within(strategy, store) : stored;
    requireWithin(wishes, first(decided), last(decided));
    wishes.benchmark().ifPresent(symbol -> requireStored(symbol, store));
    RiskPolicy policy =
        wishes.unlimited()
            ? RiskPolicy.unlimitedOf(configuration.policy())
            : configuration.policy();
    int windows =
        wishes.walkForward()
            ? wishes.windows().orElse(configuration.strategy().backtest().walkForwardWindows())
            : 0;
    return new BacktestPlan(
        strategy,
        wishes.start().orElseGet(() -> first(decided)),
        wishes.end().orElseGet(() -> last(decided)),
        windows,
        wishes.equity(),
        costs(configuration, wishes),
        policy,
        wishes.benchmark().or(() -> benchmark(store)));
  }

  static ActiveStrategy strategy(Configuration configuration) {
    StrategyDefinition definition = configuration.strategy();
    StrategyDefinition.Risk risk = definition.risk();
    return new ActiveStrategy(
        definition.id(),
        definition.template(),
        definition.parameters(),
        definition.barSize(),
        configuration.universe(),
        new StrategyLimits(
            new Fraction(risk.maxPosition()),
            risk.maxPositions(),
            new Fraction(risk.dailyLossCap())),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()),
        definition.origin());
  }

  /// The newest session stored of what the strategy decides on; throws [Failure] if there is none.
  static LocalDate newest(Configuration configuration, StoredBars store) {
    ActiveStrategy strategy = strategy(configuration);
    List<StoredSeries> stored = stored(strategy, store);
    return last(strategy.barSize().isIntraday() ? within(strategy, store) : stored);
  }

  /// What a fill costs: the slippage of the strategy, else of its universe, else of the policy.
  static Costs costs(Configuration configuration) {
    StrategyDefinition.Backtest stated = configuration.strategy().backtest();
    return new Costs(
        stated
            .slippageRate()
            .or(configuration.universe()::slippageRate)
            .map(Fraction::new)
            .orElse(configuration.policy().slippageRate()),
        new Money(stated.commissionPerTrade()),
        new Fraction(stated.commissionRate()),
        new Money(stated.minCommission()));
  }

  private static Costs costs(Configuration configuration, Wishes wishes) {
    Costs configured = costs(configuration);
    return new Costs(
        wishes.slippage().orElse(configured.slippageRate()),
        wishes.commission().orElse(configured.commissionPerTrade()),
        configured.commissionRate(),
        configured.minCommission());
  }

  private static List<StoredSeries> stored(ActiveStrategy strategy, StoredBars store) {
    List<StoredSeries> stored =
        Lineage.of(store.tickerChanges()).borne(strategy.symbols()).stream()
            .flatMap(symbol -> store.stored(symbol, Timeframe.DAY_1).stream())
            .toList();
    if (stored.isEmpty()) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "no_bars",
          "There are no daily bars to run " + strategy.id() + " on.",
          "None of " + strategy.symbols() + " is in the bar store.",
          "Nothing was run and no trial was counted.",
          "Import bars with `milodex data import PATH`, or try `milodex demo`.");
    }
    return stored;
  }

  /// What is stored to make the intraday bars from.
  private static List<StoredSeries> within(ActiveStrategy strategy, StoredBars store) {
    List<StoredSeries> stored =
        strategy.symbols().stream()
            .flatMap(symbol -> RegularBars.stored(store, symbol, strategy.barSize()).stream())
            .toList();
    if (stored.isEmpty()) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "no_bars",
          "There are no " + strategy.barSize() + " bars to run " + strategy.id() + " on.",
          "None of "
              + strategy.symbols()
              + " has bars of that size, or one-minute bars to build them from.",
          "Nothing was run and no trial was counted.",
          "Import bars with `milodex data import PATH`.");
    }
    return stored;
  }

  /// What is asked for with one end only must have a bar.
  private static void requireWithin(Wishes wishes, LocalDate first, LocalDate last) {
    boolean late = wishes.end().isEmpty() && wishes.start().filter(last::isBefore).isPresent();
    boolean early = wishes.start().isEmpty() && wishes.end().filter(first::isAfter).isPresent();
    if (late || early) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "no_bars",
          "There are no bars to run it on in that period.",
          "Those it may read begin on %s and end on %s.".formatted(first, last),
          "Nothing was run and no trial was counted.",
          "Ask for a period within them, or import more with `milodex data import PATH`.");
    }
  }

  private static void requireStored(Symbol benchmark, StoredBars store) {
    if (store.stored(benchmark, Timeframe.DAY_1).isEmpty()) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "no_bars",
          "There are no daily bars of the benchmark " + benchmark + ".",
          benchmark + " is not in the bar store.",
          "Nothing was run and no trial was counted.",
          "Import its bars with `milodex data import PATH`, or leave --benchmark out.");
    }
  }

  private static LocalDate first(List<StoredSeries> stored) {
    return stored.stream().map(StoredSeries::first).min(LocalDate::compareTo).orElseThrow();
  }

  private static LocalDate last(List<StoredSeries> stored) {
    return stored.stream().map(StoredSeries::last).max(LocalDate::compareTo).orElseThrow();
  }

  private static Optional<Symbol> benchmark(StoredBars store) {
    return BENCHMARKS.stream()
        .filter(symbol -> store.stored(symbol, Timeframe.DAY_1).isPresent())
        .findFirst();
  }
}

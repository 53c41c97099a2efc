package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import milodex.execution.ActiveStrategy;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;
import milodex.risk.StrategyLimits;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.Templates;
import milodex.yaml.ConfigFolder;
import milodex.yaml.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shipped strategies on the real prices that lie beside the project, where they do.
class RealBarsTest {

  @TempDir static Path folder;
  private static Case rotation;
  private static Case dips;

  /// A shipped strategy, its period and the bars it reads.
  ///
  /// @param cut a session within the period
  /// @param whole the run over the whole period
  private record Case(BacktestPlan plan, MemoryBarStore bars, LocalDate cut, RunResult whole) {}

  @BeforeAll
  static void importBars() {
    Optional<Path> market = marketData();
    assumeTrue(market.isPresent(), "no market-data in a shared folder beside the project");
    ParquetBarStore store = new ParquetBarStore(folder.resolve("bars"));
    rotation =
        prepared(
            "regime.daily.sma200_rotation.spy_shy.v1",
            LocalDate.of(2004, 1, 2),
            LocalDate.of(2023, 12, 29),
            LocalDate.of(2013, 6, 28),
            market.orElseThrow(),
            store);
    dips =
        prepared(
            "meanrev.daily.pullback_rsi2.classic_largecap.v1",
            LocalDate.of(2005, 1, 3),
            LocalDate.of(2019, 12, 31),
            LocalDate.of(2012, 6, 29),
            market.orElseThrow(),
            store);
  }

  @Test
  void theSameRunGivesTheSameBytes() {
    for (Case one : cases()) {
      RunResult again = SampleRuns.run(one.plan, one.bars);

      assertThat(again.ledger().head()).isEqualTo(one.whole.ledger().head());
      assertThat(RunSummary.of(again).canonical()).isEqualTo(RunSummary.of(one.whole).canonical());
    }
  }

  @Test
  void withoutItsFutureTheStrategyDoesTheSame() {
    for (Case one : cases()) {
      List<Event> told = upTo(one.cut, one.whole);
      MemoryBarStore past = between(LocalDate.EPOCH, one.cut, one.bars);

      assertThat(told).hasSizeGreaterThan(2_000);
      assertThat(upTo(one.cut, SampleRuns.run(ending(one.cut, one.plan), one.bars)))
          .isEqualTo(told);
      assertThat(upTo(one.cut, SampleRuns.run(ending(one.cut, one.plan), past))).isEqualTo(told);
    }
  }

  @Test
  void barsOlderThanWhatIsReadChangeNothing() {
    for (Case one : cases()) {
      RunResult deep = one.whole;
      LocalDate read = deep.ready().history().sessions().getFirst().date();
      MemoryBarStore shallow = between(read, LocalDate.of(2100, 1, 1), one.bars);

      RunResult run = SampleRuns.run(one.plan, shallow);

      assertThat(run.ready().inputs().id()).isEqualTo(deep.ready().inputs().id());
      assertThat(run.ledger().head()).isEqualTo(deep.ledger().head());
    }
  }

  @Test
  void everyDollarOfEveryWindowIsAccountedForAndDividendsWerePaid() {
    for (Case one : cases()) {
      for (int windows : List.of(0, 4)) {
        RunResult result =
            windows == 0 ? one.whole : SampleRuns.run(walking(windows, one.plan), one.bars);

        assertThat(result.windows()).hasSize(Math.max(1, windows));
        for (WindowResult window : result.windows()) {
          assertThat(window.parts().sum()).isEqualTo(window.parts().end());
          assertThat(window.parts().dividends()).isGreaterThan(Money.of(100));
          assertThat(window.refusals())
              .doesNotContainKey("reconciliation_required")
              .doesNotContainKey("check_failed");
        }
      }
    }
  }

  @Test
  void theRotationTradesSeldomAndTheDipsOften() {
    assertThat(rotation.whole.windows().getFirst().closed()).hasSizeBetween(50, 250);
    assertThat(dips.whole.windows().getFirst().closed()).hasSizeBetween(1_000, 4_000);
  }

  private static List<Case> cases() {
    return List.of(rotation, dips);
  }

  private static Case prepared(
      String id, LocalDate from, LocalDate to, LocalDate cut, Path market, ParquetBarStore store) {
    Configuration configuration = new ConfigFolder(project(), Templates.shipped()).load(id);
    ActiveStrategy strategy = strategy(configuration);
    SortedSet<Symbol> symbols = new TreeSet<>(strategy.reads());
    symbols.forEach(symbol -> importAll(symbol, market, store));
    List<BarSeries> bars = List.copyOf(store.loadAll(symbols, Timeframe.DAY_1).values());
    List<CorporateAction> actions =
        symbols.stream().flatMap(symbol -> store.actions(symbol).stream()).toList();
    BacktestPlan plan =
        new BacktestPlan(
            strategy,
            from,
            to,
            0,
            Money.of(100_000),
            Costs.slippage(Fraction.parse("0.0005")),
            configuration.policy(),
            Optional.empty());
    MemoryBarStore read = MemoryBarStore.of(bars, actions);
    return new Case(plan, read, cut, SampleRuns.run(plan, read));
  }

  private static ActiveStrategy strategy(Configuration configuration) {
    StrategyDefinition definition = configuration.strategy();
    return new ActiveStrategy(
        definition.id(),
        definition.template(),
        definition.parameters(),
        configuration.universe(),
        new StrategyLimits(
            new Fraction(definition.risk().maxPosition()),
            definition.risk().maxPositions(),
            new Fraction(definition.risk().dailyLossCap())),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
  }

  private static void importAll(Symbol symbol, Path market, ParquetBarStore store) {
    for (String kind : List.of("daily", "daily-raw", "corporate-actions")) {
      Path file = market.resolve(kind).resolve(symbol + ".csv");
      if (Files.exists(file)) {
        assertThat(new CsvImport(store, ImportOptions.STRICT).run(file).faults()).isEmpty();
      }
    }
  }

  private static BacktestPlan ending(LocalDate to, BacktestPlan plan) {
    return changed(to, plan.windows(), plan);
  }

  private static BacktestPlan walking(int windows, BacktestPlan plan) {
    return changed(plan.to(), windows, plan);
  }

  private static BacktestPlan changed(LocalDate to, int windows, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(),
        plan.from(),
        to,
        windows,
        plan.equity(),
        plan.costs(),
        plan.policy(),
        plan.benchmark());
  }

  private static MemoryBarStore between(LocalDate from, LocalDate to, MemoryBarStore bars) {
    return MemoryBarStore.of(
        bars.bars().stream().map(series -> series.between(from, to)).toList(), bars.actions());
  }

  private static List<Event> upTo(LocalDate day, RunResult result) {
    List<Event> events = new ArrayList<>();
    result
        .ledger()
        .replay(
            event -> {
              boolean frame =
                  event.fact() instanceof Fact.BooksOpened
                      || event.fact() instanceof Fact.BooksClosed;
              if (!frame && !LocalDate.ofInstant(event.at(), ZoneOffset.UTC).isAfter(day)) {
                events.add(event);
              }
            });
    return events;
  }

  private static Path project() {
    return above()
        .filter(path -> Files.isDirectory(path.resolve("configs")))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Path> marketData() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("MILODEX_SHARED")).map(Path::of).stream(),
            above().map(path -> path.resolve("shared")))
        .map(shared -> shared.resolve("market-data"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Stream<Path> above() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent);
  }
}

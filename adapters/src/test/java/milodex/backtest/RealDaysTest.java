package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.data.BarStore;
import milodex.data.RegularBars;
import milodex.execution.ActiveStrategy;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.market.Universe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.templates.OpeningRangeBreakout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The opening-range breakout on the real minutes that lie beside the project, where they do.
class RealDaysTest {

  private static final Symbol SPY = Symbol.of("SPY");
  private static final Symbol SHY = Symbol.of("SHY");

  @TempDir static Path folder;
  private static ParquetBarStore store;

  @BeforeAll
  static void importBars() {
    Optional<Path> found = marketData();
    assumeTrue(found.isPresent(), "no market-data in a shared folder beside the project");
    Path market = found.orElseThrow();
    store = new ParquetBarStore(folder.resolve("bars"));
    List<Path> files = new ArrayList<>(List.of(market.resolve("intraday")));
    for (Symbol symbol : List.of(SPY, SHY)) {
      files.add(market.resolve("daily").resolve(symbol + ".csv"));
      files.add(market.resolve("corporate-actions").resolve(symbol + ".csv"));
    }
    assertThat(new CsvImport(store, ImportOptions.STRICT).run(files, (_, _) -> {}).isComplete())
        .isTrue();
  }

  /// Worked out by hand from the minutes of the files: range, first close above it, next opens.
  @Test
  void january2011HasTheTradesOneFindsInItsMinutes() {
    RunResult run = run(january(), store);

    assertThat(fills(run))
        .hasSize(24)
        .startsWith(
            "2011-01-05T15:05:00Z BUY 748 126.898058",
            "2011-01-05T20:45:00Z SELL 748 127.481744",
            "2011-01-06T15:40:00Z BUY 746 127.858346",
            "2011-01-06T16:05:00Z SELL 746 127.16184")
        .endsWith(
            "2011-01-31T15:40:00Z BUY 738 128.268469", "2011-01-31T20:45:00Z SELL 738 128.531429");
    assertThat(run.ready().intraday().orElseThrow().covered()).containsEntry(SPY, 20);
  }

  @Test
  void everySessionEndsFlatAHalfDayToo() {
    RunResult run = run(december(), store);

    assertThat(run.ready().intraday().orElseThrow().notEvaluated()).isEmpty();
    assertThat(closes(run))
        .hasSize(16)
        .allSatisfy(close -> assertThat(close.positions()).isZero())
        .extracting(Fact.StrategyEvaluated::session)
        .contains(LocalDate.parse("2019-12-24"));
    assertThat(run.windows().getFirst().missedExits()).isEmpty();
    assertThat(run.windows().getFirst().closed()).hasSizeGreaterThan(9);
    assertThat(events(run))
        .filteredOn(event -> event.fact() instanceof Fact.FillRecorded)
        .allSatisfy(
            event -> assertThat(clock(event)).isBetween(LocalTime.of(10, 5), LocalTime.of(15, 50)));
  }

  @Test
  void theSameMinutesGiveTheSameBytesStoredOrBuilt() {
    List<BarSeries> all = new ArrayList<>();
    for (Symbol symbol : List.of(SPY, SHY)) {
      all.add(store.load(symbol, Timeframe.DAY_1).orElseThrow());
      all.add(RegularBars.load(store, symbol, Timeframe.MINUTE_5).orElseThrow());
    }
    MemoryBarStore stored =
        MemoryBarStore.of(
            all, Stream.of(SPY, SHY).flatMap(symbol -> store.actions(symbol).stream()).toList());
    RunResult built = run(december(), store);

    assertThat(run(december(), store).ledger().head()).isEqualTo(built.ledger().head());
    assertThat(run(december(), stored).ready().inputs().id())
        .isEqualTo(built.ready().inputs().id());
    assertThat(run(december(), stored).ledger().head()).isEqualTo(built.ledger().head());
  }

  private static BacktestPlan january() {
    return plan("2011-01-03", "2011-01-31", new OpeningRangeBreakout(), List.of(SPY));
  }

  private static BacktestPlan december() {
    OpeningRangeBreakout two = new OpeningRangeBreakout(30, 0, 15, 2, 0.45);
    return plan("2019-12-17", "2020-01-09", two, List.of(SHY, SPY));
  }

  private static BacktestPlan plan(
      String from, String to, OpeningRangeBreakout rule, List<Symbol> symbols) {
    ActiveStrategy strategy =
        new ActiveStrategy(
            StrategyId.parse("breakout.intraday.opening_range_breakout.real.v1"),
            rule,
            ParameterValues.standard(rule),
            Timeframe.MINUTE_5,
            new Universe(
                "universe.real.v1",
                1,
                "funds",
                Optional.empty(),
                Optional.empty(),
                symbols.stream().map(RealDaysTest::fund).toList()),
            new StrategyLimits(Fraction.ONE, 2, Fraction.parse("0.02")),
            new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
    return new BacktestPlan(
        strategy,
        LocalDate.parse(from),
        LocalDate.parse(to),
        0,
        Money.of(100_000),
        Costs.slippage(Fraction.parse("0.0003")),
        RiskPolicy.standard(),
        Optional.empty());
  }

  private static Universe.Member fund(Symbol symbol) {
    return new Universe.Member(
        symbol, Universe.Kind.ETF, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static RunResult run(BacktestPlan plan, BarStore bars) {
    return switch (new Preparer(bars).prepare(plan)) {
      case Preparation.Ready ready -> Backtest.run(ready, (_, _) -> {});
      case Preparation.Refused refused -> throw new AssertionError(refused.says());
    };
  }

  private static List<Event> events(RunResult run) {
    List<Event> events = new ArrayList<>();
    run.ledger().replay(events::add);
    return events;
  }

  private static LocalTime clock(Event event) {
    return LocalTime.ofInstant(event.at(), ExchangeCalendar.nyse().zone());
  }

  private static List<String> fills(RunResult run) {
    List<String> fills = new ArrayList<>();
    for (Event event : events(run)) {
      if (event.fact() instanceof Fact.FillRecorded(var fill)) {
        fills.add("%s %s %s %s".formatted(event.at(), fill.side(), fill.quantity(), fill.price()));
      }
    }
    return fills;
  }

  private static List<Fact.StrategyEvaluated> closes(RunResult run) {
    List<Fact.StrategyEvaluated> closes = new ArrayList<>();
    for (Event event : events(run)) {
      if (event.fact() instanceof Fact.StrategyEvaluated close) {
        closes.add(close);
      }
    }
    return closes;
  }

  private static Optional<Path> marketData() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("MILODEX_SHARED")).map(Path::of).stream(),
            Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared")))
        .map(shared -> shared.resolve("market-data"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}

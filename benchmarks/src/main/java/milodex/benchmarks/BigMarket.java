package milodex.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.backtest.BacktestPlan;
import milodex.execution.ActiveStrategy;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
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
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;
import milodex.strategy.templates.PullbackRsi2;

/// Forty symbols over fifteen years, drawn from several seeds of the sample market, in a store.
final class BigMarket {

  private static final int PER_SEED = 14;
  private static final List<String> LETTERS = List.of("A", "B", "C");
  private static final int SYMBOLS = 40;

  private BigMarket() {}

  /// Fills a new store in a new folder.
  static ParquetBarStore store() {
    try {
      Path folder = Files.createTempDirectory("milodex-benchmark");
      folder.toFile().deleteOnExit();
      write(folder.resolve("csv"));
      ParquetBarStore store = new ParquetBarStore(folder.resolve("bars"));
      if (!new CsvImport(store, ImportOptions.STRICT).run(folder.resolve("csv")).isComplete()) {
        throw new IllegalStateException("the market of the benchmark could not be imported");
      }
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bars and actions as CSV files.
  static void write(Path folder) throws IOException {
    List<BarSeries> series = new ArrayList<>();
    List<CorporateAction> actions = new ArrayList<>();
    for (int seed = 0; seed < LETTERS.size(); seed++) {
      SampleMarket market = SampleMarket.generate(seed + 1L);
      String letter = LETTERS.get(seed);
      market.series().stream()
          .filter(one -> one.size() > 3_700)
          .limit(PER_SEED)
          .forEach(one -> series.add(renamed(one, letter)));
      market.actions().stream()
          .filter(action -> !(action instanceof CorporateAction.Delisting))
          .forEach(action -> actions.add(renamed(action, letter)));
    }
    List<BarSeries> forty = series.subList(0, SYMBOLS);
    List<Symbol> kept = forty.stream().map(BarSeries::symbol).toList();
    actions.removeIf(action -> !kept.contains(action.symbol()));
    SampleCsv.write(new SampleMarket(0, forty, actions), folder);
  }

  /// RSI(2) over all of it, under the standard policy.
  static BacktestPlan plan(ParquetBarStore store) {
    Template template = new PullbackRsi2();
    List<Universe.Member> members =
        store.series().stream()
            .map(
                one ->
                    new Universe.Member(
                        one.symbol(),
                        Universe.Kind.STOCK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    ActiveStrategy strategy =
        new ActiveStrategy(
            StrategyId.parse("meanrev.daily.pullback_rsi2.benchmark.v1"),
            template,
            ParameterValues.standard(template),
            new Universe(
                "universe.benchmark.v1",
                1,
                "forty made-up symbols",
                Optional.empty(),
                Optional.empty(),
                members),
            new StrategyLimits(Fraction.parse("0.35"), 3, Fraction.parse("0.05")),
            new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
    return new BacktestPlan(
        strategy,
        SampleMarket.FIRST,
        SampleMarket.LAST,
        0,
        Money.of(100_000),
        Costs.slippage(Fraction.parse("0.0005")),
        RiskPolicy.standard(),
        Optional.empty());
  }

  private static Symbol renamed(Symbol symbol, String letter) {
    return Symbol.of(letter + symbol.ticker().substring("SIM".length()));
  }

  private static BarSeries renamed(BarSeries one, String letter) {
    return new BarSeries(
        renamed(one.symbol(), letter),
        one.timeframe(),
        one.adjustment(),
        one.source(),
        one.day(),
        one.openedAt(),
        one.columns());
  }

  private static CorporateAction renamed(CorporateAction action, String letter) {
    Symbol symbol = renamed(action.symbol(), letter);
    return switch (action) {
      case CorporateAction.Split one ->
          new CorporateAction.Split(symbol, one.exDate(), one.ratio());
      case CorporateAction.Dividend one ->
          new CorporateAction.Dividend(symbol, one.exDate(), one.cashPerShare());
      case CorporateAction.SpinOff one ->
          new CorporateAction.SpinOff(symbol, one.exDate(), one.priceFactor());
      case CorporateAction.Delisting one ->
          new CorporateAction.Delisting(symbol, one.exDate(), one.finalPrice());
    };
  }
}

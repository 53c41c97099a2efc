package milodex.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.backtest.BacktestPlan;
import milodex.data.BarStore;
import milodex.execution.ActiveStrategy;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.Circumstances.Standing;
import milodex.risk.StrategyLimits;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.Templates;
import milodex.yaml.ConfigFolder;
import milodex.yaml.Configuration;

/// A workspace with a wide market as CSV, and the strategies shipped for the sample market over all
/// of it.
record WideWorkspace(Path root) {

  private static final String PULLBACK = "meanrev.daily.pullback_rsi2.sim_stocks.v1";
  private static final String SHIPPED_FOR_THE_SAMPLE = ".sim_";

  /// Makes the workspace that the command line is measured on.
  ///
  /// @param arguments the directory, and how many symbols
  public static void main(String[] arguments) throws IOException {
    make(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
  }

  /// Writes the files of so many symbols below `root`.
  static WideWorkspace make(Path root, int symbols) throws IOException {
    SampleMarket market = WideMarket.of(symbols);
    SampleCsv.write(market, root.resolve("csv"));
    Path configs = root.resolve("configs");
    Files.createDirectories(configs.resolve("strategies"));
    Files.createDirectories(configs.resolve("universes"));
    Files.writeString(configs.resolve("risk.yaml"), shipped("risk.yaml"));
    Files.writeString(configs.resolve("universes/universe.wide.v1.yaml"), universe(market));
    for (String name : shippedForTheSample()) {
      Files.writeString(
          configs.resolve("strategies/" + name),
          shipped("strategies/" + name).replace("universe.sim_market.v1", "universe.wide.v1"));
    }
    return new WideWorkspace(root);
  }

  /// The same in a new temporary directory, with the bars imported.
  static WideWorkspace imported(int symbols) throws IOException {
    WideWorkspace made = make(Files.createTempDirectory("milodex-benchmark"), symbols);
    new CsvImport(made.store(), ImportOptions.STRICT).run(made.root.resolve("csv"));
    return made;
  }

  BarStore store() {
    return new ParquetBarStore(root.resolve("data/bars"));
  }

  /// The strategies over all symbols, by id.
  List<String> strategies() {
    return named(root.resolve("configs/strategies")).stream()
        .map(name -> name.substring(0, name.length() - ".yaml".length()))
        .toList();
  }

  /// RSI(2) over all symbols and years.
  BacktestPlan plan() {
    return plan(PULLBACK);
  }

  /// A strategy over all symbols and years under the shipped limits, in one pass.
  BacktestPlan plan(String strategyId) {
    Configuration configuration = new ConfigFolder(root, Templates.shipped()).load(strategyId);
    StrategyDefinition definition = configuration.strategy();
    StrategyDefinition.Risk risk = definition.risk();
    ActiveStrategy strategy =
        new ActiveStrategy(
            definition.id(),
            definition.template(),
            definition.parameters(),
            configuration.universe(),
            new StrategyLimits(
                new Fraction(risk.maxPosition()),
                risk.maxPositions(),
                new Fraction(risk.dailyLossCap())),
            new Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
    return new BacktestPlan(
        strategy,
        SampleMarket.FIRST,
        SampleMarket.LAST,
        0,
        Money.of(100_000),
        Costs.slippage(Fraction.parse("0.0005")),
        configuration.policy(),
        Optional.empty());
  }

  List<Symbol> symbols() {
    return plan().strategy().symbols();
  }

  void delete() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// The file names of the strategies, sorted; benchmarks run from a folder of classes.
  private static List<String> shippedForTheSample() {
    URL folder = Objects.requireNonNull(WideWorkspace.class.getResource("/configs/strategies"));
    return named(Path.of(URI.create(folder.toString())));
  }

  private static List<String> named(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains(SHIPPED_FOR_THE_SAMPLE))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String universe(SampleMarket market) {
    String symbols =
        market.series().stream().map(series -> "" + series.symbol()).collect(joining(", "));
    return """
    universe:
      id: universe.wide.v1
      version: 1
      description: "Sample markets of several seeds side by side"
      slippage_pct: 0.0005
      survivorship_corrected_from: 2008-01-02
      etfs: [%s]
    """
        .formatted(symbols);
  }

  private static String shipped(String name) {
    try (InputStream in =
        Objects.requireNonNull(WideWorkspace.class.getResourceAsStream("/configs/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

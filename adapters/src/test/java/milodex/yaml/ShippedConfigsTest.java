package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.risk.RiskPolicy;
import milodex.sample.SampleMarket;
import milodex.strategy.ParameterValues;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;

class ShippedConfigsTest {

  private final ConfigFolder configs = new ConfigFolder(root(), Templates.shipped());

  @Test
  void everyShippedFileIsValidAndRaisesNoWarning() {
    assertThat(configs.validate()).isEmpty();
    assertThat(
            configs.strategies().stream().map(id -> configs.load(id).strategy().template().name()))
        .as("every template has a shipped strategy")
        .containsAll(Templates.shipped().names());
    assertThat(configs.universes()).hasSize(8);
  }

  @Test
  void theShippedPolicyIsTheStandardOne() {
    assertThat(configs.riskPolicy()).isEqualTo(RiskPolicy.standard());
  }

  @Test
  void shippedStrategiesUseTheValuesOfTheirTemplates() {
    for (String id : configs.strategies()) {
      Configuration shipped = configs.load(id);
      ParameterValues standard =
          ParameterValues.standard(
              Templates.shipped().find(shipped.strategy().id().template()).orElseThrow());

      if (!id.startsWith("null") && !id.contains("sim_idx") && !id.contains("sim_trio")) {
        assertThat(inSpy(shipped.strategy().parameters())).as(id).isEqualTo(standard);
      }
    }
  }

  @Test
  void whatAStrategyMayHoldIsInItsUniverseAndOnlyAFilterNeedNotBe() {
    for (String id : configs.strategies()) {
      Configuration shipped = configs.load(id);
      ParameterValues values = shipped.strategy().parameters();
      SortedSet<Symbol> held = new TreeSet<>(shipped.strategy().template().alsoReads());
      if (values.has("market_filter_symbol")) {
        values.ticker("market_filter_symbol").ifPresent(held::remove);
      }

      assertThat(shipped.universe().symbols()).as(id).containsAll(held);
    }
  }

  @Test
  void everyUniverseIsTheOneDecidedOn() {
    assertThat(symbols("spy_only.v1")).isEqualTo("SPY");
    assertThat(symbols("index_etfs.v1")).isEqualTo("DIA IWM QQQ SPY");
    assertThat(symbols("gem_quartet.v1")).isEqualTo("AGG EFA SHY SPY");
    assertThat(symbols("sector_etfs_spdr.v1"))
        .isEqualTo("XLB XLC XLE XLF XLI XLK XLP XLRE XLU XLV XLY");
    assertThat(symbols("liquid_etf_core.v1"))
        .isEqualTo("DIA GLD IWM QQQ SPY TLT XLB XLC XLE XLF XLI XLK XLP XLRE XLU XLV XLY");
    assertThat(symbols("curated_largecap.v2"))
        .isEqualTo(
            "AAPL AMZN AVGO BAC COST CVX DIA DIS GLD GOOGL HD INTC IWM JNJ JPM KO MSFT NFLX NVDA"
                + " PG QQQ SHY SLV SMH SOXX SPY TLT UNH V VZ WMT XLB XLE XLF XLI XLK XLP XLRE XLU"
                + " XLV XLY XOM");
    assertThat(costsAndDate("spy_only.v1")).isEqualTo("0.0003 2003-01-01");
    assertThat(costsAndDate("index_etfs.v1")).isEqualTo("0.0003 2003-01-01");
    assertThat(costsAndDate("gem_quartet.v1")).isEqualTo("0.0003 2003-01-01");
    assertThat(costsAndDate("sector_etfs_spdr.v1")).isEqualTo("0.0005 1999-01-01");
    assertThat(costsAndDate("liquid_etf_core.v1")).isEqualTo("0.0005 2005-01-01");
    assertThat(costsAndDate("curated_largecap.v2")).isEqualTo("0.0005 2020-01-01");
    assertThat(costsAndDate("classic_largecap.v1")).isEqualTo("0.0005 never");
  }

  private String symbols(String name) {
    return configs.universe("universe." + name).symbols().stream()
        .map(Symbol::ticker)
        .collect(Collectors.joining(" "));
  }

  private String costsAndDate(String name) {
    Universe universe = configs.universe("universe." + name);
    return universe.slippageRate().orElseThrow().toPlainString()
        + " "
        + universe.survivorshipCorrectedFrom().map(LocalDate::toString).orElse("never");
  }

  @Test
  void aFileIsNamedByTheIdItStates() {
    for (String id : configs.strategies()) {
      assertThat(root().resolve("configs/strategies/" + id + ".yaml")).exists();
    }
    for (String id : configs.universes()) {
      assertThat(root().resolve("configs/universes/" + id + ".yaml")).exists();
    }
  }

  @Test
  void theListOfSurvivorsHasThirtySevenStocksAndSaysSo() {
    Universe classic = configs.universe("universe.classic_largecap.v1");

    assertThat(classic.members()).hasSize(37).allSatisfy(m -> assertThat(m.sector()).isPresent());
    assertThat(classic.survivorshipCorrectedFrom()).isEmpty();
  }

  @Test
  void theSampleUniverseIsTheWholeSampleMarket() {
    assertThat(configs.universe("universe.sim_market.v1").symbols())
        .containsExactlyElementsOf(
            SampleMarket.generate(1).series().stream().map(BarSeries::symbol).sorted().toList());
  }

  /// The values as they are where the index of the sample market is called SPY.
  private static ParameterValues inSpy(ParameterValues values) {
    return values.asMap().containsValue("SIM-IDX")
        ? values.with("market_filter_symbol", "SPY")
        : values;
  }

  /// The folder that holds the shipped `configs`.
  static Path root() {
    Path module = Path.of("").toAbsolutePath();
    return Files.isDirectory(module.resolve("configs")) ? module : module.resolve("..").normalize();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root().resolve("configs"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

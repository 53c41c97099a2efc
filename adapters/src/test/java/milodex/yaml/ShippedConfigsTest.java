package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import milodex.market.BarSeries;
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
    assertThat(configs.strategies()).hasSize(19);
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

      if (!id.contains("sim_idx_bnd")) {
        assertThat(inSpy(shipped.strategy().parameters())).as(id).isEqualTo(standard);
      }
      assertThat(shipped.universe().symbols())
          .as(id)
          .containsAll(shipped.strategy().template().alsoReads());
    }
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

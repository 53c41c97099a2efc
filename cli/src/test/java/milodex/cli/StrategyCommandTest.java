package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator looks at what the workspace could run, and writes a strategy of their own.
class StrategyCommandTest {

  private static final String ROTATION = "regime.daily.sma200_rotation.spy_shy.v1";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aWorkspaceIsMade() {
    bench = Bench.in(directory);
  }

  @Test
  void theListHasEveryStrategyUnderItsTemplateAndFits() throws IOException {
    JsonNode reply = bench.json("strategy", "list");
    try (var files = Files.list(bench.workspace().resolve("configs/strategies"))) {
      assertThat(reply.at("/data/strategies")).hasSize((int) files.count());
    }
    Said said = bench.run("strategy", "list");
    assertThat(said.out())
        .contains("daily.sma200_rotation (regime, shipped)", ROTATION, "2 symbols", "backtest");
    for (JsonNode id : reply.get("strategies")) {
      assertThat(said.out()).contains(id.asText());
    }
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void aBrokenFileIsAWarningAndDoesNotHideTheOthers() throws IOException {
    Path file = bench.workspace().resolve("configs/strategies/" + ROTATION + ".yaml");
    Files.writeString(file, Files.readString(file).replace("version: 1", "version: one"));
    JsonNode reply = bench.json("strategy", "list");
    assertThat(reply.get("exit_code").asInt()).isZero();
    assertThat(reply.get("strategies").toString()).doesNotContain(ROTATION);
    assertThat(reply.at("/data/strategies")).isNotEmpty();
    assertThat(reply.at("/warnings/0/says").asText()).contains(ROTATION, "version", "'one'");
  }

  @Test
  void aStrategyIsShownWithItsValuesRulesLimitsAndCosts() {
    Said said = bench.run("strategy", "show", ROTATION);
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains(
            "regime.ma_filter_cross",
            "regime.hold",
            "a symbol needs 201 closed bars",
            "ma_filter_length  200    200       2 to 500",
            "Universe:   listed in the strategy's own file, 2 symbols: SHY SPY",
            "Beside it:  nothing",
            "configs/strategies/" + ROTATION + ".yaml",
            "slippage 0.05 % of each price, no commission",
            "none in this workspace",
            "(not frozen)");
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void aTrialAndAManifestAreKnownOnceTheyAreThere() throws IOException {
    Bench sample = Sample.in(directory.resolve("sample"));
    String run = sample.json(Sample.SHORT).at("/refs/run").asText();
    String manifest =
        sample.json("promotion", "freeze", Sample.ROTATION).at("/refs/manifest").asText();

    JsonNode strategy = sample.json("strategy", "show", Sample.ROTATION).at("/data/strategy");

    assertThat(strategy.at("/trials/0").asText()).isEqualTo(run);
    assertThat(strategy.at("/frozen").asText()).isEqualTo(manifest);
    assertThat(strategy.at("/manifest").asText()).isEqualTo(manifest);
  }

  @Test
  void everyTemplateGivesAFileThatIsSoundAsItIs() throws IOException {
    for (JsonNode template : bench.json("strategy", "templates").at("/data/templates")) {
      String name = template.get("name").asText();
      JsonNode shown = bench.json("strategy", "show", name);
      Path file = bench.workspace().resolve("configs/strategies/mine.yaml");
      Files.writeString(file, shown.at("/data/skeleton").asText());

      Said checked = bench.run("config", "validate", "configs/strategies/mine.yaml");

      assertThat(checked.out() + checked.err()).as(name).contains("is sound");
      assertThat(bench.run("strategy", "show", name).out()).contains(name + ", shipped");
    }
  }

  @Test
  void aNameNobodyKnowsSuggestsTheNearest() {
    JsonNode strategy = bench.json("strategy", "show", ROTATION.replace("spy", "psy"));
    assertThat(strategy.get("exit_code").asInt()).isEqualTo(3);
    assertThat(strategy.at("/data/failure/why").asText()).contains(ROTATION);
    JsonNode template = bench.json("strategy", "show", "daily.sma20_rotation");
    assertThat(template.at("/data/failure/why").asText()).contains("daily.sma200_rotation");
  }
}

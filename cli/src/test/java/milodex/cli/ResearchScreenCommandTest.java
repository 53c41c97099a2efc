package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A screen ranks what ran, says what luck made of it, and names what did not run.
class ResearchScreenCommandTest {

  private static final String WITHOUT_BARS = "regime.daily.sma200_rotation.spy_shy.v1";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aMarket() throws IOException {
    bench = Sample.in(directory);
  }

  @Test
  void everyStrategyIsATrialAndIsRankedAndOneThatCannotRunStopsNoOther() throws IOException {
    Path broken = strategy("meanrev.daily.broken.here.v1");
    Files.writeString(broken, "strategy: [\n");
    String[] command = {
      "research",
      "screen",
      WITHOUT_BARS,
      ROTATION,
      "meanrev.daily.broken.here.v1",
      PULLBACK,
      ROTATION
    };
    JsonNode reply = bench.json(command);

    assertThat(reply.get("exit_code").asInt()).as(reply.toString()).isZero();
    assertThat(reply.at("/data/trials_added").asInt()).isEqualTo(2);
    assertThat(reply.at("/data/listed").findValuesAsText("strategy"))
        .containsExactlyInAnyOrder(ROTATION, PULLBACK);
    JsonNode first = reply.at("/data/listed/0");
    JsonNode second = reply.at("/data/listed/1");
    assertThat(first.get("sharpe").asDouble()).isGreaterThan(second.get("sharpe").asDouble());
    assertThat(first.get("sharpe").asDouble())
        .isBetween(first.get("sharpe_low").asDouble(), first.get("sharpe_high").asDouble());
    assertThat(first.get("trials").asInt()).isEqualTo(2);
    assertThat(first.get("p").asDouble())
        .isEqualTo(
            Math.max(first.get("p_net").asDouble(), first.get("p_beside_universe").asDouble()));
    assertThat(first.get("beyond_luck").asBoolean()).isEqualTo(first.get("p").asDouble() <= 0.05);
    assertThat(reply.at("/data/correlations")).hasSize(1);
    assertThat(reply.at("/data/correlations/0/correlation").asDouble()).isBetween(-1.0, 1.0);
    assertThat(reply.at("/data/family/trials").asInt()).isEqualTo(2);
    assertThat(reply.at("/data/left").findValuesAsText("code"))
        .containsExactly("no_bars", "invalid_configuration");
    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isEqualTo(2);

    JsonNode run = bench.json("backtest", ROTATION, "--walk-forward");
    assertThat(reply.at("/data/listed").findValuesAsText("run"))
        .contains(run.at("/refs/run").asText());
    String shown = bench.run(command).out();
    assertThat(shown)
        .contains("Ranked by Sharpe", "All of them together", "promotion check", "Not ranked");
    assertThat(shown.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isEqualTo(2);
  }

  @Test
  void aStrategyThatIsTheSameRunAsAnotherIsNamedAndNotRankedTwice() throws IOException {
    String other = ROTATION.replace("sim_idx_bnd", "renamed");
    Files.writeString(
        strategy(other),
        Files.readString(strategy(ROTATION))
            .replace("sim_idx_bnd.v1\n", "renamed.v1\n")
            .replace("variant: sim_idx_bnd", "variant: renamed"));
    JsonNode reply = bench.json("research", "screen", ROTATION, other);

    assertThat(reply.at("/data/listed")).hasSize(1);
    assertThat(reply.at("/data/left/0/code").asText()).isEqualTo("same_run");
    assertThat(reply.at("/data/left/0/why").asText()).contains(ROTATION);
    assertThat(reply.at("/data/correlations")).isEmpty();
  }

  @Test
  void aPreviewWritesNothingAndSaysHowManyTrialsItWouldAdd() {
    Map<String, String> before = bench.files();
    JsonNode reply = bench.json("research", "screen", "--all", "--preview");

    assertThat(bench.files()).isEqualTo(before);
    assertThat(reply.at("/data/listed").findValuesAsText("strategy")).contains(ROTATION, PULLBACK);
    assertThat(reply.at("/data/trials_added").asInt())
        .isEqualTo(reply.at("/data/listed").size())
        .isPositive();
    assertThat(reply.at("/data/left").findValuesAsText("strategy")).contains(WITHOUT_BARS);
  }

  @Test
  void itIsRefusedIfItIsNotClearWhatToScreenAndSaysSoIfNothingRan() {
    assertThat(bench.json("research", "screen").at("/error_code").asText())
        .isEqualTo("what_to_screen");
    assertThat(bench.json("research", "screen", "--all", ROTATION).get("exit_code").asInt())
        .isEqualTo(3);
    JsonNode none = bench.json("research", "screen", WITHOUT_BARS);
    assertThat(none.at("/error_code").asText()).isEqualTo("nothing_screened");
    assertThat(none.get("exit_code").asInt()).isEqualTo(4);
    assertThat(none.at("/data/listed")).isEmpty();
  }

  private Path strategy(String id) {
    return bench.workspace().resolve("configs/strategies").resolve(id + ".yaml");
  }
}

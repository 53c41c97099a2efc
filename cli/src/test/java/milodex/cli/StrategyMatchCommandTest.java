package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A random strategy is made from what a run did, and does as much.
class StrategyMatchCommandTest {

  private static final String[] DIPS = {
    "backtest", Sample.PULLBACK, "--start", "2017-01-03", "--end", "2018-12-31"
  };

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));
  private String run = "";

  @BeforeEach
  void aRunOfTwoYears() throws IOException {
    bench = Sample.in(directory);
    run = bench.json(DIPS).at("/refs/run").asText();
  }

  @Test
  void theRandomStrategyMakesAsManyTradesOfTheSameLengths() {
    JsonNode matched = bench.json("strategy", "match", run, "--seed", "5", "--write");
    String id = matched.at("/strategies/0").asText();

    String null1 =
        bench
            .json(
                "backtest",
                id,
                "--start",
                matched.at("/data/first_session").asText(),
                "--end",
                matched.at("/data/last_session").asText(),
                "--limits",
                "unlimited")
            .at("/refs/run")
            .asText();

    assertThat(id).isEqualTo("null.daily.random_matched_exposure.run_" + brief() + "_seed_5.v1");
    assertThat(holds(null1)).isEqualTo(holds(run)).hasSizeGreaterThan(20);
    assertThat(matched.at("/data/trades").asInt()).isEqualTo(holds(run).size());
  }

  @Test
  void whatIsPrintedIsTheFileAndNothingElse() throws IOException {
    Said printed = bench.run("strategy", "match", run.substring(0, 12));
    Path file = directory.resolve("null.yaml");
    Files.writeString(file, printed.out());

    assertThat(printed.exit()).isZero();
    assertThat(printed.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(bench.run("config", "validate", file.toString()).out()).contains("is sound.");
    assertThat(bench.run("strategy", "match", run).out()).isEqualTo(printed.out());
    assertThat(bench.run("strategy", "match", run, "--seed", "2").out())
        .isNotEqualTo(printed.out());
    assertThat(bench.workspace().resolve("configs/strategies"))
        .isDirectoryNotContaining("glob:**run_*");
  }

  @Test
  void aFileThatSaysElseIsNotOverwritten() throws IOException {
    JsonNode written = bench.json("strategy", "match", run, "--write");
    JsonNode again = bench.json("strategy", "match", run, "--write");
    Path file = Path.of(written.at("/data/file").asText());
    Files.writeString(file, Files.readString(file).replace("seed: 1", "seed: 2"));
    JsonNode refused = bench.json("strategy", "match", run, "--write");

    assertThat(written.at("/data/written").asBoolean()).isTrue();
    assertThat(again.at("/data/written").asBoolean()).isFalse();
    assertThat(refused.get("error_code").asText()).isEqualTo("file_exists");
    assertThat(file).content().contains("seed: 2");
  }

  @Test
  void aRunWithoutTradesAnUnknownRunAndABadSeedAreRefused() {
    String idle =
        bench
            .json(
                "backtest",
                "null.daily.buy_and_hold.sim_market.v1",
                "--start",
                "2017-01-03",
                "--end",
                "2017-01-31")
            .at("/refs/run")
            .asText();

    assertThat(error("strategy", "match", idle)).isEqualTo("cannot_match");
    assertThat(error("strategy", "match", "0000000")).isEqualTo("unknown_run");
    assertThat(error("strategy", "match", run, "--seed", "-1")).isEqualTo("invalid_seed");
  }

  @Test
  void aUniverseThatChangedSinceTheRunIsRefused() throws IOException {
    Path universe = bench.workspace().resolve("configs/universes/universe.sim_market.v1.yaml");
    Files.writeString(
        universe,
        Files.readString(universe)
            .replace("SIM-INDIA, SIM-JULIET ]", "SIM-INDIA ]")
            .replace("    SIM-JULIET: utilities\n", ""));

    assertThat(error("strategy", "match", run)).isEqualTo("universe_changed");
  }

  private String error(String... command) {
    return bench.json(command).get("error_code").asText();
  }

  private String brief() {
    return run.substring(0, 12);
  }

  private List<Integer> holds(String id) {
    return bench
        .json("analytics", "trades", id)
        .at("/data/trades")
        .valueStream()
        .map(trade -> trade.get("sessions_held").asInt())
        .sorted()
        .toList();
  }
}

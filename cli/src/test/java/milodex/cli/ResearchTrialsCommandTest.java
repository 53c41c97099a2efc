package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The count of trials goes up, and nothing takes it down.
class ResearchTrialsCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aMarket() throws IOException {
    bench = Sample.in(directory);
  }

  @Test
  void theSameRunUnderAnotherNameOrWithOtherBlanksIsNoNewTrialAndNoneIsHidden() throws IOException {
    JsonNode first = run("2017-01-03", "2018-12-31");
    Path file = strategy(Sample.PULLBACK);
    String text = Files.readString(file);
    Files.writeString(file, text.replace(": ", ":   ") + "\n# nothing new\n");
    JsonNode again = run("2017-01-03", "2018-12-31");
    String other = Sample.PULLBACK.replace("sim_stocks", "renamed");
    Files.writeString(
        strategy(other),
        text.replace("sim_stocks.v1\n", "renamed.v1\n")
            .replace("variant: sim_stocks", "variant: renamed"));
    Files.delete(file);
    JsonNode renamed =
        bench.json("backtest", other, "--start", "2017-01-03", "--end", "2018-12-31");

    assertThat(renamed.at("/refs/run")).isEqualTo(first.at("/refs/run"));
    assertThat(again.at("/refs/run")).isEqualTo(first.at("/refs/run"));
    JsonNode trials = bench.json("research", "trials");
    assertThat(trials.at("/data/trials").asInt()).isEqualTo(1);
    assertThat(trials.at("/data/listed/0/looks").asInt()).isEqualTo(3);
  }

  @Test
  void deletingTheRecordsOfRunsDoesNotLowerTheCount() throws IOException {
    run("2017-01-03", "2017-12-29");
    run("2018-01-02", "2018-12-31");
    try (Stream<Path> files = Files.walk(bench.workspace().resolve("data/artifacts"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }

    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isEqualTo(2);
  }

  @Test
  void onlyTrialsThatSawSessionsOfARunCountAgainstIt() {
    JsonNode first = run("2016-01-04", "2017-12-29");
    run("2017-06-01", "2018-12-31");
    run("2018-01-02", "2018-12-31");
    JsonNode beside = bench.json("research", "trials", "--beside", first.at("/refs/run").asText());

    assertThat(beside.at("/data/listed").findValuesAsText("trial")).containsExactly("1", "2");
    assertThat(beside.at("/summary").asText()).startsWith("2 of 3 trials");
  }

  private JsonNode run(String start, String end) {
    return bench.json("backtest", Sample.PULLBACK, "--start", start, "--end", end);
  }

  private Path strategy(String id) {
    return bench.workspace().resolve("configs/strategies").resolve(id + ".yaml");
  }
}

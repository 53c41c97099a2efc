package milodex.cli;

import static milodex.cli.Sample.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run stays what it was; the bars it has read may not.
class StaleEvidenceTest {

  @TempDir private Path directory;

  @Test
  void aRevisedBarMarksTheRunsThatHaveReadItAndNoOthers() throws IOException {
    Bench bench = Sample.in(directory);
    String old = bench.json(SHORT).at("/refs/run").asText();
    String[] earlier = {
      "backtest", Sample.ROTATION, "--start", "2012-01-03", "--end", "2012-12-31"
    };
    bench.run(earlier);
    assertThat(bench.json("analytics", "list").at("/data/runs").findValuesAsText("bars"))
        .containsExactly("as_read", "as_read");

    revise(bench, "SIM-IDX", "2018-06-01");

    JsonNode list = bench.json("analytics", "list");
    assertThat(list.at("/data/runs").findValuesAsText("bars"))
        .containsExactly("revised", "as_read");
    assertThat(list.at("/data/runs/0/revised/0").asText()).isEqualTo("SIM-IDX");
    assertThat(list.at("/warnings/0/code").asText()).isEqualTo("stale_evidence");
    assertThat(bench.run("analytics", "list").out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));

    JsonNode metrics = bench.json("analytics", "metrics", old);
    assertThat(metrics.at("/warnings").findValuesAsText("code")).contains("stale_evidence");
    assertThat(metrics.at("/data/revised/0").asText()).isEqualTo("SIM-IDX");
    assertThat(bench.run("analytics", "metrics", old).out().replaceAll("\\s+", " "))
        .contains("corporate actions of SIM-IDX were revised since this run", "Run it again.");

    JsonNode anew = bench.json(SHORT);
    assertThat(anew.at("/refs/run").asText()).isNotEqualTo(old);
    assertThat(anew.at("/data/trial").asInt()).isEqualTo(3);
    assertThat(
            bench
                .json("analytics", "metrics", anew.at("/refs/run").asText())
                .at("/data/bars")
                .asText())
        .isEqualTo("as_read");
  }

  @Test
  void aDividendToldLaterMarksTheRunToo() throws IOException {
    Bench bench = Sample.in(directory);
    bench.run(SHORT);
    bench.offer("corporate-actions/SIM-BND.csv", Bench.ACTIONS, "2018-06-01,dividend,1,reported");
    assertThat(bench.run("data", "import", "market/corporate-actions").exit()).isZero();
    assertThat(bench.json("analytics", "list").at("/data/runs/0/revised/0").asText())
        .isEqualTo("SIM-BND");
    assertThat(bench.run("data", "verify").exit()).isZero();
  }

  private static void revise(Bench bench, String symbol, String date) throws IOException {
    Path file = bench.directory().resolve("market/daily-raw/" + symbol + ".csv");
    String changed =
        Files.readString(file).replaceFirst(date + ",([^,]*),[^,]*,", date + ",$1,99999,");
    Files.writeString(file, changed);
    assertThat(bench.run("data", "import", file.toString()).exit()).isEqualTo(3);
    assertThat(bench.run("data", "import", file.toString(), "--revise", "a corrected high").exit())
        .isZero();
  }
}

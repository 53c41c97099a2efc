package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The calibration of the gate, as the operator asks for it.
class ResearchNullCommandTest {

  @TempDir private Path directory;

  @Test
  void ratesComeWithIntervalsThePolicyAndWhatWasNotMeasured() {
    Bench bench = Bench.in(directory);
    JsonNode reply =
        bench.json(
            "research", "null", "--replicates", "4", "--cell", "noise/10", "edge-2.0-15y-v6/1");

    JsonNode cells = reply.at("/data/cells");
    assertThat(cells.findValuesAsText("cell")).containsExactly("noise/10", "edge-2.0-15y-v6/1");
    assertThat(cells.at("/0/replicates").asInt()).isEqualTo(4);
    assertThat(cells.at("/0/unadjusted_p").asDouble()).isBetween(0.33, 0.34);
    assertThat(cells.at("/1/pass/count").asInt()).isPositive();
    assertThat(cells.at("/1/pass/low").asDouble()).isLessThan(cells.at("/1/pass/share").asDouble());
    assertThat(reply.at("/data/policy").asText()).isNotEmpty();
    assertThat(reply.at("/data/not_measured").asText()).contains("holdout");
    assertThat(reply.at("/data/bars").isMissingNode()).isTrue();
  }

  @Test
  void threadsChangeNothing() {
    Bench bench = Bench.in(directory);
    String[] asked = {
      "research", "null", "--replicates", "6", "--seed", "9", "--cell", "grid/10", "--threads"
    };

    assertThat(bench.json(Sample.with(asked, "1")).at("/data"))
        .isEqualTo(bench.json(Sample.with(asked, "3")).at("/data"));
  }

  @Test
  void storedBarsAreAMarketToo() throws Exception {
    Bench bench = Sample.in(directory);
    JsonNode reply = bench.json("research", "null", "--replicates", "3", "--cell", "bars/10");

    assertThat(reply.at("/data/cells/0/cell").asText()).isEqualTo("bars/10");
    assertThat(reply.at("/data/bars/symbols").asInt()).isGreaterThan(1);
    assertThat(bench.json("research", "trials").at("/data/trials").asInt()).isZero();
  }

  @Test
  void peopleSeeTablesAndTheirLimits() {
    String out =
        Bench.in(directory)
            .run("research", "null", "--replicates", "2", "--cell", "noise/1", "edge-0.5-5y-v6")
            .out();

    assertThat(out).contains("Without an edge", "With an edge", "Not measured", "noise");
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    Bench bench = Bench.in(directory);

    assertThat(refused(bench, "--cell", "moon")).isEqualTo("cell_unknown");
    assertThat(refused(bench, "--cell", "bars")).isEqualTo("cell_unknown");
    assertThat(refused(bench, "--replicates", "0")).isEqualTo("invalid_argument");
    assertThat(refused(bench, "--threads", "0")).isEqualTo("invalid_argument");
  }

  private static String refused(Bench bench, String... options) {
    String[] command = Sample.with(new String[] {"research", "null"}, options);
    JsonNode reply = bench.json(command);
    assertThat(reply.get("exit_code").asInt()).isEqualTo(3);
    return reply.get("error_code").asText();
  }
}

package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A planted edge goes the whole way: judged, opened on the year nobody saw, judged, promoted.
class HoldoutStoryTest {

  private static final String EDGE = StudyFiles.EDGE;

  @TempDir private Path directory;

  @Test
  void theHoldoutIsOpenedOnceForOneManifestAndTheGateThenPassesIt() throws IOException {
    Bench bench = market();
    bench.json("experiment", "create", "edge", "--hypothesis", "a weak session is taken back");
    bench.json("promotion", "freeze", EDGE);
    JsonNode before = bench.json("promotion", "check", EDGE);
    assertThat(before.at("/data/grade").asText()).isEqualTo("CONDITIONAL");
    assertThat(before.at("/data/reasons").toString()).contains("holdout: sealed");

    Map<String, String> files = bench.files();
    assertThat(open(bench, EDGE, "--preview").at("/exit_code").asInt()).isZero();
    assertThat(bench.files()).isEqualTo(files);

    JsonNode opened = open(bench, EDGE);
    assertThat(opened.at("/data/stood").asBoolean()).isTrue();
    assertThat(open(bench, EDGE).at("/error_code").asText()).isEqualTo("holdout_spent");
    bench.json("promotion", "freeze", StudyFiles.NOISE);
    assertThat(open(bench, StudyFiles.NOISE).at("/error_code").asText()).isEqualTo("no_evidence");

    JsonNode after = bench.json("promotion", "check", EDGE);
    assertThat(after.at("/data/grade").asText()).isEqualTo("PASS");
    assertThat(after.at("/refs/run"))
        .as("the opened year is no part of what was found out of sample")
        .isEqualTo(before.at("/refs/run"));
    JsonNode promoted =
        bench.json(
            "promotion",
            "promote",
            EDGE,
            "--to",
            "paper",
            "--recommendation",
            "Worth a trial.",
            "--risk",
            "It was planted.");
    assertThat(promoted.at("/exit_code").asInt()).isZero();
    assertThat(promoted.at("/stage").asText()).isEqualTo("paper");
  }

  private Bench market() throws IOException {
    Bench bench = Bench.in(directory);
    new StudyFiles(bench.workspace()).write();
    SampleCsv.write(SampleMarket.study(1), directory.resolve("market"));
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    return bench;
  }

  private static JsonNode open(Bench bench, String strategy, String... more) {
    String[] command = {"research", "holdout", "open", strategy, "--reason", "the only candidate"};
    return bench.json(Sample.with(command, more));
  }
}

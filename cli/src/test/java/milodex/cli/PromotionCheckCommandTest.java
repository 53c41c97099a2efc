package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gate is asked about what is frozen, answers with reasons, and its answer is kept.
class PromotionCheckCommandTest {

  private static final String TURN = "seasonality.daily.turn_of_month.sim_idx.v1";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aMarket() throws IOException {
    bench = Sample.in(directory);
    assertThat(bench.run("data", "import", "market").exit()).isZero();
  }

  @Test
  void whatIsNotFrozenOrDriftedIsNotJudged() throws IOException {
    assertThat(bench.json("promotion", "check", TURN).get("error_code").asText())
        .isEqualTo("no_frozen_manifest");
    bench.json("promotion", "freeze", TURN);
    Path file = bench.workspace().resolve("configs/strategies/" + TURN + ".yaml");
    Files.writeString(
        file, Files.readString(file).replace("walk_forward_windows: 4", "walk_forward_windows: 5"));
    assertThat(bench.json("promotion", "check", TURN).get("error_code").asText())
        .isEqualTo("manifest_drift");
  }

  @Test
  void aPreviewSaysWhatWouldBeRunAndWritesNothing() {
    bench.json("promotion", "freeze", TURN);
    Map<String, String> before = bench.files();
    JsonNode preview = bench.json("promotion", "check", TURN, "--preview");

    assertThat(preview.at("/data/judged").asBoolean()).isFalse();
    assertThat(preview.at("/data/windows").asInt()).isEqualTo(4);
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void theAnswerHasAReasonForEveryLineAndIsKeptWithItsEvidence() {
    bench.json("experiment", "create", "turns", "--hypothesis", "months turn upwards");
    bench.json("promotion", "freeze", TURN);
    JsonNode checked = bench.json("promotion", "check", TURN);
    String grade = checked.at("/data/grade").asText();

    assertThat(grade).isIn("INSUFFICIENT", "REJECT", "CONDITIONAL");
    assertThat(checked.at("/exit_code").asInt()).isEqualTo(grade.equals("CONDITIONAL") ? 0 : 2);
    assertThat(checked.at("/data/reasons")).isNotEmpty();
    List<String> titles = checked.at("/data/requirements").findValuesAsText("title");
    assertThat(titles)
        .contains("proofs", "proof depth", "Sharpe", "luck", "skill", "plateau", "holdout");
    assertThat(checked.at("/data/luck/trials").asInt()).isEqualTo(1);
    assertThat(checked.at("/data/luck/online_level").asDouble())
        .as("the first level of LORD++ at 5 %, as in the reference")
        .isEqualTo(0.0002676, within(1e-7));
    assertThat(checked.at("/data/overfitting/trials").asInt()).isEqualTo(1);
    assertThat(checked.at("/data/overfitting/undefined/pbo").asText()).contains("family has 1");
    JsonNode context = checked.at("/data/context");
    assertThat(context.at("/years/parts").findValuesAsText("name")).contains("2015", "2020");
    assertThat(context.at("/regimes/parts/0/name").asText()).contains("above its average");
    assertThat(sessions(context.at("/regimes"))).isEqualTo(sessions(context.at("/years")));
    assertThat(context.at("/capacity/participation/symbol").asText()).isEqualTo("SIM-IDX");
    JsonNode trials = bench.json("research", "trials");
    assertThat(trials.at("/data/trials").asInt()).as("the neighbours are no trials").isEqualTo(1);

    JsonNode evidence = bench.json("promotion", "evidence", TURN);
    assertThat(evidence.at("/refs/evidence")).isEqualTo(checked.at("/refs/evidence"));
    assertThat(evidence.at("/data/grade").asText()).isEqualTo(grade);
    assertThat(evidence.at("/data/package/requirements").size()).isEqualTo(titles.size());
    assertThat(evidence.at("/data/package/vintage/policy").asText()).isEqualTo("1");
    assertThat(evidence.at("/data/context")).as("read back from the package").isEqualTo(context);
    assertThat(bench.run("promotion", "evidence", TURN).out())
        .contains("By calendar year", "By regime", "Capacity", "Edge eaten at");

    JsonNode again = bench.json("promotion", "check", TURN);
    assertThat(again.at("/refs/evidence"))
        .as("the same evidence is the same package")
        .isEqualTo(checked.at("/refs/evidence"));
  }

  @Test
  void theHoldoutStaysSealedForWhatHasNoEvidence() {
    assertThat(open(TURN).get("error_code").asText()).isEqualTo("no_frozen_manifest");
    bench.json("promotion", "freeze", TURN);
    assertThat(open(TURN).get("error_code").asText()).isEqualTo("nothing_sealed");
    bench.json("experiment", "create", "turns", "--hypothesis", "months turn upwards");
    assertThat(open(TURN).get("error_code").asText()).isEqualTo("no_evidence");
    assertThat(bench.json("research", "holdout").at("/summary").asText()).contains("sealed");
  }

  @Test
  void evidenceThatIsGoneOrDamagedIsSaidToBe() throws IOException {
    assertThat(bench.json("promotion", "evidence", TURN).get("error_code").asText())
        .isEqualTo("no_evidence");
    bench.json("promotion", "freeze", TURN);
    JsonNode checked = bench.json("promotion", "check", TURN);
    Path file =
        bench
            .workspace()
            .resolve("data/artifacts/" + checked.at("/refs/evidence").asText() + ".jsonl.zst");
    Files.delete(file);
    Said said = bench.run("promotion", "evidence", TURN);

    assertThat(said.exit()).isEqualTo(4);
    assertThat(said.err()).contains("Next:");
  }

  private static int sessions(JsonNode breakdown) {
    int sessions = 0;
    for (JsonNode part : breakdown.get("parts")) {
      sessions += part.get("sessions").asInt();
    }
    return sessions;
  }

  private JsonNode open(String strategy) {
    return bench.json("research", "holdout", "open", strategy, "--reason", "it is time");
  }
}

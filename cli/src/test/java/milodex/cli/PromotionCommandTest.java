package milodex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import milodex.backtest.Runs;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.promotion.EvidenceVintage;
import milodex.promotion.Policy;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One strategy through its stages, from the command line, in one workspace.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromotionCommandTest {

  private static final String[] PROMOTE = {
    "promotion",
    "promote",
    ROTATION,
    "--to",
    "paper",
    "--recommendation",
    "It holds.",
    "--risk",
    "one bear market"
  };

  @TempDir private static Path directory;

  private static Bench bench() {
    return new Bench(directory);
  }

  @BeforeAll
  static void aWorkspaceWithAFullyProvedRun() throws IOException {
    Bench bench = Sample.in(directory);
    assertThat(bench.run(Sample.with(Sample.SHORT, "--proof", "full")).exit()).isZero();
  }

  @Test
  @Order(1)
  void everythingThatIsMissingIsListedAndNothingIsWritten() {
    Map<String, String> before = bench().files();

    JsonNode reply = bench().json("promotion", "promote", ROTATION, "--to", "paper");

    assertThat(reply.get("exit_code").asInt()).isEqualTo(2);
    assertThat(reply.get("error_code").asText()).isEqualTo("no_frozen_manifest");
    assertThat(reply.at("/data/lacks").findValuesAsText("field"))
        .containsExactly("manifest", "evidence", "recommendation", "risks");
    assertThat(reply.get("stage").asText()).isEqualTo("backtest");
    assertThat(reply.at("/data/failure/next").asText()).contains("promotion freeze");
    assertThat(bench().files()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void aFrozenManifestWithoutEvidenceIsNotEnough() {
    assertThat(bench().run("promotion", "freeze", ROTATION).exit()).isZero();

    JsonNode reply = bench().json(PROMOTE);
    assertThat(codes(reply)).containsExactly("no_evidence");
    assertThat(reply.at("/data/failure/next").asText())
        .contains("`milodex promotion check " + ROTATION + "`");
  }

  @Test
  @Order(3)
  void aLifecycleProofWithoutARecordedSelfProofLacksTheVeto() {
    JsonNode reply = bench().json(Sample.with(PROMOTE, "--lifecycle-exempt"));

    assertThat(reply.get("error_code").asText()).isEqualTo("lifecycle_incomplete");
    assertThat(reply.at("/data/lacks").findValuesAsText("field")).containsExactly("lifecycle.veto");
  }

  @Test
  @Order(4)
  void aGradeThatDoesNotCarryItNeedsAPersonWhoAnswersForIt() throws IOException {
    judge("REJECT");
    assertThat(codes(bench().json(PROMOTE))).containsExactly("evidence_grade");
    assertThat(bench().run(Sample.with(PROMOTE, "--override-by", "Ann")).exit()).isEqualTo(3);
    String[] overridden =
        Sample.with(
            PROMOTE,
            "--override-by",
            "Ann",
            "--override-why",
            "a slow rule",
            "--override-until",
            "2024-05-30");
    Map<String, String> before = bench().files();

    JsonNode preview = bench().json(Sample.with(overridden, "--preview"));

    assertThat(preview.get("exit_code").asInt()).isZero();
    assertThat(preview.at("/data/written").asBoolean()).isFalse();
    assertThat(preview.get("stage").asText()).isEqualTo("backtest");
    assertThat(bench().files()).isEqualTo(before);

    JsonNode done = bench().json(overridden);

    assertThat(done.at("/data/written").asBoolean()).isTrue();
    assertThat(done.get("stage").asText()).isEqualTo("paper");
    assertThat(done.at("/data/standing/grade").asText()).isEqualTo("REJECT");
    assertThat(done.at("/data/standing/override/by").asText()).isEqualTo("Ann");
    assertThat(done.at("/warnings").findValuesAsText("code")).containsExactly("overridden");
  }

  @Test
  @Order(5)
  void theSameStepAgainWritesNothingAndRealCapitalIsLocked() {
    Map<String, String> before = bench().files();

    JsonNode again = bench().json(PROMOTE);
    assertThat(again.get("exit_code").asInt()).isZero();
    assertThat(again.at("/data/written").asBoolean()).isFalse();
    JsonNode live = bench().json("promotion", "promote", ROTATION, "--to", "micro_live");

    assertThat(live.get("error_code").asText()).isEqualTo("live_locked");
    assertThat(live.at("/data/failure/why").asText()).contains("code change, not a flag");
    assertThat(bench().files()).isEqualTo(before);
  }

  @Test
  @Order(6)
  void everyReportKnowsTheStage() {
    assertThat(bench().json("strategy", "show", ROTATION).get("stage").asText()).isEqualTo("paper");
    assertThat(bench().run("strategy", "show", ROTATION).out().replaceAll("\\s+", " "))
        .contains("paper, REJECT, manifest", "overridden by Ann until 2024-05-30 (a slow rule)");
    JsonNode run = bench().json(Sample.SHORT);
    assertThat(run.get("stage").asText()).isEqualTo("paper");
    assertThat(run.at("/warnings").findValuesAsText("code")).contains("overridden");
    JsonNode listed = bench().json("strategy", "list").at("/data/strategies");
    for (JsonNode one : listed) {
      assertThat(one.get("stage").asText())
          .isEqualTo(one.get("id").asText().equals(ROTATION) ? "paper" : "backtest");
    }
  }

  @Test
  @Order(7)
  void aDemotionTakesThePromotionBackAndTheHistoryKeepsBoth() {
    String[] demote = {
      "promotion", "demote", ROTATION, "--to", "backtest", "--reason", "it bleeds"
    };
    Map<String, String> before = bench().files();
    assertThat(bench().json(Sample.with(demote, "--preview")).get("stage").asText())
        .isEqualTo("paper");
    assertThat(bench().files()).isEqualTo(before);

    assertThat(bench().json(demote).get("stage").asText()).isEqualTo("backtest");

    JsonNode history = bench().json("promotion", "history", ROTATION);
    assertThat(history.get("stage").asText()).isEqualTo("backtest");
    assertThat(history.at("/data/history").findValuesAsText("kind"))
        .containsExactly("judged", "promoted", "demoted");
    assertThat(history.at("/data/history/2/reverses")).isEqualTo(history.at("/data/history/1/seq"));
    String table = bench().run("promotion", "history").out();
    assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(table).contains("REJECT", "reverses " + history.at("/data/history/1/seq").asLong());
  }

  @Test
  @Order(8)
  void evidenceGoesStaleWithItsBarsAndItsManifest() throws IOException {
    judge("PASS");
    Path file = bench().workspace().resolve("configs/strategies/" + ROTATION + ".yaml");
    String sound = Files.readString(file);
    Files.writeString(file, sound.replace("walk_forward_windows: 4", "walk_forward_windows: 5"));
    assertThat(codes(bench().json(PROMOTE))).containsExactly("manifest_drift");
    Files.writeString(file, sound.replace("ma_filter_length: 200", "ma_filter_length: 199"));
    assertThat(
            bench()
                .json(Sample.with(PROMOTE, "--lifecycle-exempt"))
                .at("/data/lacks")
                .findValuesAsText("field"))
        .containsExactly(
            "manifest.strategy.parameters.ma_filter_length",
            "lifecycle.run",
            "lifecycle.explanations",
            "lifecycle.veto");
    Files.writeString(file, sound.replaceAll("(?m)^  hypothesis:.*\n", ""));
    assertThat(codes(bench().json(PROMOTE))).containsExactly("no_hypothesis");
    Files.writeString(file, sound);
    bench().offer("corporate-actions/SIM-BND.csv", Bench.ACTIONS, "2018-06-01,dividend,1,reported");
    assertThat(bench().run("data", "import", "market/corporate-actions").exit()).isZero();

    JsonNode stale = bench().json(PROMOTE);

    assertThat(stale.get("error_code").asText()).isEqualTo("evidence_stale");
    assertThat(stale.at("/data/lacks").findValuesAsText("field")).containsExactly("vintage.bars");
  }

  @Test
  @Order(9)
  void anyStrategyCanBeDisabledAndComesBackOnlyToBacktest() {
    String[] disable = {"promotion", "demote", ROTATION, "--to", "disabled", "--reason", "no use"};
    assertThat(bench().json(disable).get("stage").asText()).isEqualTo("disabled");
    assertThat(codes(bench().json(PROMOTE))).containsExactly("stage_skipped");
    assertThat(
            bench().run("promotion", "demote", ROTATION, "--to", "paper", "--reason", "x").exit())
        .isEqualTo(3);
    assertThat(
            bench()
                .run("promotion", "demote", "a.b.c.d.v1", "--to", "disabled", "--reason", "x")
                .err())
        .contains("No strategy is called");
  }

  @Test
  @Order(10)
  void aPreviewInAFreshWorkspaceMakesNoLedger(@TempDir Path fresh) {
    Bench bench = Bench.in(fresh);

    bench.json(Sample.with(PROMOTE, "--preview"));
    bench.json(PROMOTE);
    bench.json(
        "promotion", "demote", ROTATION, "--to", "disabled", "--reason", "no use", "--preview");

    assertThat(bench.ledger()).doesNotExist();
  }

  /// Does what judging the newest run does: keeps a package and tells the ledger.
  private static void judge(String grade) throws IOException {
    Workspace workspace = new Workspace(bench().workspace());
    Wiring wiring = new Wiring(workspace);
    try (Ledger ledger = wiring.ledger()) {
      Runs.Run run = new Runs(ledger, wiring.artifacts()).all().getFirst();
      ManifestHash manifest =
          new Freezing(ledger).newest(StrategyId.parse(ROTATION)).orElseThrow().hash();
      EvidenceVintage vintage =
          EvidenceVintage.ofRun(manifest, Policy.CURRENT.version(), run.registration().inputs());
      String text =
          CanonicalJson.write(Map.of("grade", grade, EvidenceVintage.KEY, vintage.tree()));
      String artifact = wiring.artifacts().store(out -> out.write(text.getBytes(UTF_8)));
      ledger.append(
          Shell.NOW,
          Draft.of(
              "evidence/" + grade,
              new EvidenceJudged(
                  StrategyId.parse(ROTATION),
                  manifest,
                  run.id(),
                  grade,
                  Policy.CURRENT.version(),
                  artifact)));
    }
  }

  private static List<String> codes(JsonNode reply) {
    assertThat(reply.get("exit_code").asInt()).isEqualTo(2);
    return reply.at("/data/lacks").findValuesAsText("code");
  }
}

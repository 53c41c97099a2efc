package milodex.cli;

import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.backtest.Runs;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact;
import milodex.yaml.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A strategy is trusted as far as its newest evidence goes, and the report says why.
class ReportStrategyCommandTest {

  private static final String FILE = "configs/strategies/" + ROTATION + ".yaml";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aMarket() throws IOException {
    bench = Sample.in(directory);
  }

  @Test
  void aStrategyThatNeverRanHasNoEvidenceAndIsToBeRun() {
    JsonNode reply = report();

    assertThat(reply.get("stage").asText()).isEqualTo("backtest");
    assertThat(reply.at("/data/confidence/words").asText()).isEqualTo("insufficient evidence");
    assertThat(reply.at("/data/confidence/reason").asText()).isEqualTo("no run out of sample");
    assertThat(reply.at("/data/next").asText()).contains("--walk-forward");
    assertThat(reply.at("/data/evidence").isNull()).isTrue();
    assertThat(reply.at("/data/holdout/sealed").asBoolean()).isFalse();
  }

  @Test
  void fewTradesAreInsufficientAndTheRunIsListedWithItsInterval() {
    bench.run(Sample.with(Sample.SHORT, "--walk-forward", "--windows", "2"));
    JsonNode reply = report();

    assertThat(reply.at("/data/confidence/reason").asText()).matches("trades [0-9] < [0-9]+");
    JsonNode run = reply.at("/data/runs/0");
    assertThat(run.get("trial").asInt()).isEqualTo(1);
    assertThat(run.get("sharpe").asDouble())
        .isBetween(run.get("sharpe_low").asDouble(), run.get("sharpe_high").asDouble());
    assertThat(reply.at("/data/next").asText()).contains("promotion freeze", "promotion check");
    assertThat(bench.run("report", "strategy", ROTATION).out().replaceAll("\\s+", " "))
        .contains("insufficient evidence (trades ", "The gate was not asked yet.");
  }

  @Test
  void theNewestEvidenceIsShownWithItsReasonsUntilItsFilesChange() throws IOException {
    bench.run(Sample.with(Sample.SHORT, "--walk-forward", "--windows", "2"));
    judged("CONDITIONAL", Map.of("plateau", "FAIL", "luck", "PASS"));
    JsonNode reply = report();

    assertThat(reply.at("/data/evidence/grade").asText()).isEqualTo("CONDITIONAL");
    assertThat(reply.at("/data/evidence/is_stale").asBoolean()).isFalse();
    assertThat(reply.at("/data/evidence/reasons").toString()).contains("plateau: was, required is");
    assertThat(reply.at("/summary").asText())
        .isEqualTo(ROTATION + ": suggestive, not trustworthy yet (plateau: was, required is).");
    assertThat(bench.run("report", "strategy", ROTATION).out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));

    Path file = bench.workspace().resolve(FILE);
    Files.writeString(
        file, Files.readString(file).replace("walk_forward_windows: 4", "walk_forward_windows: 5"));
    JsonNode changed = report();
    assertThat(changed.at("/data/evidence/is_stale").asBoolean()).isTrue();
    assertThat(changed.at("/data/confidence/words").asText()).isEqualTo("review required");
    assertThat(changed.at("/data/confidence/reason").asText()).contains("its files say something");
  }

  @Test
  void evidenceWhosePackageIsLostIsToBeReviewed() throws IOException {
    bench.run(Sample.with(Sample.SHORT, "--walk-forward", "--windows", "2"));
    String hash = judged("PASS", Map.of("luck", "PASS"));
    assertThat(report().at("/data/confidence/words").asText()).isEqualTo("hard to explain by luck");

    Files.write(artifact(hash), List.of("other"));
    JsonNode reply = report();
    assertThat(reply.at("/data/confidence/reason").asText())
        .isEqualTo("the evidence package is lost");
    assertThat(reply.at("/warnings/0/code").asText()).isEqualTo("evidence_lost");
  }

  @Test
  void theStageIsThatOfThePromotionLog() throws IOException {
    Configuration configuration = wiring().configs().load(ROTATION);
    try (Ledger ledger = wiring().ledger()) {
      ledger.append(
          Instant.EPOCH,
          Draft.of(
              "demoted/1",
              new PromotionFact.StageDemoted(
                  configuration.strategy().id(),
                  "backtest",
                  "disabled",
                  "a test",
                  Optional.empty())));
    }
    assertThat(report().get("stage").asText()).isEqualTo("disabled");
  }

  @Test
  void anOverrideIsSaidBesideTheStageUntilItIsOverAndAfter() throws IOException {
    Configuration configuration = wiring().configs().load(ROTATION);
    try (Ledger ledger = wiring().ledger()) {
      ledger.append(
          Instant.EPOCH,
          Draft.of(
              "promoted/1",
              new PromotionFact.StagePromoted(
                  configuration.strategy().id(),
                  configuration.manifest().hash(),
                  "backtest",
                  "paper",
                  "REJECT",
                  Optional.empty(),
                  "It holds.",
                  List.of("crowded"),
                  Optional.of(
                      new PromotionFact.StagePromoted.Waiver(
                          "Ann", "a slow rule", LocalDate.of(2024, 2, 1))))));
    }

    JsonNode reply = report();

    assertThat(reply.at("/data/standing/override/by").asText()).isEqualTo("Ann");
    assertThat(reply.at("/warnings").findValuesAsText("code")).contains("overridden");
    assertThat(reply.at("/warnings").toString()).contains("which is over");
    assertThat(bench.run("report", "strategy", ROTATION).out().replaceAll("\\s+", " "))
        .contains("stage paper, REJECT", "overridden by Ann until 2024-02-01");
  }

  /// Records what a gate might have said of the only run, whose package holds these answers.
  private String judged(String grade, Map<String, String> answers) throws IOException {
    Wiring wiring = wiring();
    Configuration configuration = wiring.configs().load(ROTATION);
    try (Ledger ledger = wiring.ledger()) {
      Runs.Run run = new Runs(ledger, wiring.artifacts()).all().getFirst();
      List<Map<String, String>> requirements =
          new TreeMap<>(answers)
              .entrySet().stream()
                  .map(
                      one ->
                          Map.of(
                              "kind",
                              one.getKey().equals("luck") ? "MANDATORY" : "ADVISORY",
                              "title",
                              one.getKey(),
                              "status",
                              one.getValue(),
                              "required",
                              "is",
                              "actual",
                              "was"))
                  .toList();
      String text =
          CanonicalJson.write(
              Map.of(
                  "policy", "1", "vintage", Map.of("semantics", 1L), "requirements", requirements));
      String hash =
          wiring.artifacts().store(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      ledger.append(
          Instant.EPOCH,
          Draft.of(
              "evidence/1",
              new PromotionFact.EvidenceJudged(
                  configuration.strategy().id(),
                  configuration.manifest().hash(),
                  run.id(),
                  grade,
                  "1",
                  hash)));
      return hash;
    }
  }

  private Path artifact(String hash) throws IOException {
    try (var files = Files.walk(bench.workspace().resolve("data/artifacts"))) {
      return files
          .filter(file -> file.toString().replace("/", "").contains(hash.substring(2)))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow();
    }
  }

  private Wiring wiring() {
    return new Wiring(new Workspace(bench.workspace()));
  }

  private JsonNode report() {
    JsonNode reply = bench.json("report", "strategy", ROTATION);
    assertThat(reply.get("exit_code").asInt()).as(reply.toString()).isZero();
    return reply;
  }
}

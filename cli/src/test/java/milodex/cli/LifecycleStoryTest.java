package milodex.cli;

import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A strategy that claims no edge shows that the machinery works, and goes to paper on that.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecycleStoryTest {

  private static final String[] PROMOTE = {
    "promotion",
    "promote",
    ROTATION,
    "--lifecycle-exempt",
    "--to",
    "paper",
    "--recommendation",
    "It shows that the loop works.",
    "--risk",
    "It claims no edge."
  };

  private static final String[] PROVED_RUN = Sample.with(Sample.SHORT, "--proof", "full");

  @TempDir private static Path directory;

  private static Bench bench() {
    return new Bench(directory);
  }

  @BeforeAll
  static void aProvedRunOfAFrozenManifest() throws IOException {
    Bench bench = Sample.in(directory);
    assertThat(bench.run(PROVED_RUN).exit()).isZero();
    assertThat(bench.run("promotion", "freeze", ROTATION).exit()).isZero();
  }

  @Test
  @Order(1)
  void withoutARecordedSelfProofItIsRefusedAndToldWhatToDo() {
    bench().json("risk", "selftest", "--preview");

    JsonNode reply = bench().json(PROMOTE);

    assertThat(fields(reply)).containsExactly("lifecycle.veto");
    assertThat(reply.at("/data/lacks/0/says").asText()).contains("no record", "self-proof");
    assertThat(reply.at("/data/failure/next").asText()).contains("milodex risk selftest");
  }

  @Test
  @Order(2)
  void aPreviewOfTheSelfProofWritesNothing() {
    Map<String, String> before = bench().files();

    JsonNode preview = bench().json("risk", "selftest", "--preview");

    assertThat(preview.at("/data/holds").asBoolean()).isTrue();
    assertThat(preview.at("/data/recorded").asBoolean()).isFalse();
    assertThat(bench().files()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void aSelfProofIsAFactOfTheLedgerEachTimeItIsMade() {
    JsonNode first = bench().json("risk", "selftest");
    JsonNode second = bench().json("risk", "selftest");

    long seq = second.at("/refs/event").asLong();
    assertThat(first.at("/data/recorded").asBoolean()).isTrue();
    assertThat(seq).isEqualTo(first.at("/refs/event").asLong() + 1);
    assertThat(second.at("/refs/ledger_head").asText()).startsWith(seq + ":");
    assertThat(bench().run("ledger", "tail", "1").out().replaceAll("\\s+", " "))
        .contains("gate.tested", "reasons veto, and an order in order passes.");
    assertThat(bench().run("explain", "" + seq).out()).contains("Tested", "Risk gate");
    assertThat(bench().run("ledger", "verify").exit()).isZero();
  }

  @Test
  @Order(4)
  void eachProofIsGoodForNinetyDays() {
    assertThat(bench().after(90).json(Sample.with(PROMOTE, "--preview")).at("/exit_code").asInt())
        .isZero();

    JsonNode late = bench().after(91).json(PROMOTE);

    assertThat(late.at("/error_code").asText()).isEqualTo("lifecycle_incomplete");
    assertThat(fields(late))
        .containsExactly("lifecycle.run", "lifecycle.explanations", "lifecycle.veto");
    assertThat(late.at("/data/lacks/2/says").asText()).contains("2024-03-01", "more than 90 days");
  }

  @Test
  @Order(5)
  void withAllThreeItGoesToPaperLabelledForWhatItIs() {
    JsonNode done = bench().json(PROMOTE);

    assertThat(done.at("/exit_code").asInt()).isZero();
    assertThat(done.at("/data/written").asBoolean()).isTrue();
    assertThat(done.at("/stage").asText()).isEqualTo("paper");
    assertThat(done.at("/summary").asText())
        .endsWith("LIFECYCLE. For it: It shows that the loop works. Risks: It claims no edge.");
    assertThat(done.at("/data/standing/grade").asText()).isEqualTo("LIFECYCLE");
    assertThat(done.at("/data/standing/evidence").isNull()).isTrue();
    assertThat(bench().run("strategy", "show", ROTATION).out().replaceAll("\\s+", " "))
        .contains("paper, LIFECYCLE, manifest");
    assertThat(bench().run("report", "strategy", ROTATION).out())
        .contains("LIFECYCLE", "nothing: it proves the life cycle");
    assertThat(bench().run("promotion", "demote", ROTATION, "--to", "backtest", "--reason", "next"))
        .returns(0, Shell.Said::exit);
  }

  @Test
  @Order(6)
  void underOtherLimitsTheGateHasToProveItselfAgain() throws IOException {
    limit("max_positions", 9);
    bench().run("promotion", "freeze", ROTATION);
    bench().run(PROVED_RUN);

    JsonNode stale = bench().json(PROMOTE);
    assertThat(fields(stale)).containsExactly("lifecycle.veto");
    assertThat(stale.at("/data/lacks/0/says").asText()).contains("the risk policy was");

    bench().run("risk", "selftest");
    assertThat(bench().json(Sample.with(PROMOTE, "--preview")).at("/exit_code").asInt()).isZero();
  }

  @Test
  @Order(7)
  void aSelfProofThatFailsIsRecordedAsFailedAndIsNone() throws IOException {
    limit("max_positions", 0);
    bench().run("promotion", "freeze", ROTATION);
    bench().run(PROVED_RUN);

    JsonNode failed = bench().json("risk", "selftest");
    JsonNode refused = bench().json(PROMOTE);

    assertThat(failed.at("/exit_code").asInt()).isEqualTo(7);
    assertThat(failed.at("/data/recorded").asBoolean()).isTrue();
    assertThat(failed.at("/summary").asText())
        .startsWith("An order in order is refused. Nothing may trade.");
    assertThat(bench().run("ledger", "tail", "1").out()).contains("NOT PROVED");
    assertThat(fields(refused)).containsExactly("lifecycle.veto");
    assertThat(refused.at("/data/lacks/0/says").asText())
        .contains("does not count", "max_concurrent_positions_exceeded");
  }

  private static Iterable<String> fields(JsonNode reply) {
    assertThat(reply.at("/exit_code").asInt()).isEqualTo(2);
    return reply.at("/data/lacks").findValuesAsText("field");
  }

  private static void limit(String key, int value) throws IOException {
    Path file = bench().workspace().resolve("configs/risk.yaml");
    String changed =
        Files.readString(file).replaceAll("(?m)^  " + key + ":.*$", "  " + key + ": " + value);
    assertThat(changed).contains(key + ": " + value);
    Files.writeString(file, changed);
  }
}

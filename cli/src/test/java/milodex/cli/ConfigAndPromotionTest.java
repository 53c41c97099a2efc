package milodex.cli;

import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are checked, named by a hash and frozen; the gate is shown to be able to say no.
class ConfigAndPromotionTest {

  private static final String FILE = "configs/strategies/" + ROTATION + ".yaml";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aFreshWorkspace() {
    bench = Bench.in(directory);
  }

  @Test
  void everyShippedFileIsSound() {
    assertThat(bench.run("config", "validate", "--all").out()).contains("are sound.");
    assertThat(bench.run("config", "validate").exit()).isEqualTo(3);
  }

  @Test
  void malformedYamlIsNamedByFileLineAndColumn() throws IOException {
    append("\n  slippage_pct: [\n");
    for (String[] command : new String[][] {{"config", "validate", FILE}, {"backtest", ROTATION}}) {
      Said said = bench.run(command);
      assertThat(said.exit()).isEqualTo(3);
      assertThat(said.err().replaceAll("\\s", ""))
          .containsPattern("v1\\.yaml:\\d+:\\d+:")
          .doesNotContain("bug");
    }
  }

  @Test
  void aValueOutOfRangeAndAnUnknownKeyAreReportedTogether() throws IOException {
    edit("version: 1", "version: 1\n  colour: red");
    edit("walk_forward_windows: 4", "walk_forward_windows: many");
    JsonNode reply = bench.json("config", "validate", FILE);
    assertThat(reply.get("error_code").asText()).isEqualTo("invalid_configuration");
    assertThat(reply.at("/data/failure/why").asText()).contains("'colour'", "many");
  }

  @Test
  void proseAndLayoutDoNotChangeTheFingerprintAndAParameterDoes() throws IOException {
    String before = fingerprint();
    append("\n\n# a remark\n");
    edit("description: ", "description: Other words, ");
    assertThat(fingerprint()).isEqualTo(before);
    edit("walk_forward_windows: 4", "walk_forward_windows: 5");
    assertThat(fingerprint()).isNotEqualTo(before);
  }

  @Test
  void freezingTwiceWritesOnce() {
    JsonNode preview = bench.json("promotion", "freeze", ROTATION, "--preview");
    assertThat(preview.at("/data/frozen").asBoolean()).isFalse();
    assertThat(bench.ledger()).doesNotExist();
    JsonNode first = bench.json("promotion", "freeze", ROTATION);
    JsonNode again = bench.json("promotion", "freeze", ROTATION);
    assertThat(first.at("/data/frozen").asBoolean()).isTrue();
    assertThat(again.at("/data/frozen").asBoolean()).isFalse();
    assertThat(again.get("refs")).isEqualTo(first.get("refs"));
    assertThat(first.at("/refs/manifest")).isEqualTo(preview.at("/refs/manifest"));
  }

  @Test
  void aFileThatDriftedFromItsManifestIsRefusedWithTheKeysThatDiffer() throws IOException {
    assertThat(bench.run("promotion", "manifest", ROTATION).exit()).isNotZero();
    bench.run("promotion", "freeze", ROTATION);
    assertThat(bench.run("promotion", "manifest", ROTATION).exit()).isZero();
    edit("walk_forward_windows: 4", "walk_forward_windows: 5");
    Said said = bench.run("promotion", "manifest", ROTATION);
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).contains("walk_forward_windows", "1 values differ");
    assertThat(bench.json("promotion", "manifest", ROTATION).get("error_code").asText())
        .isEqualTo("manifest_drift");
  }

  @Test
  void everyReasonOfTheGateVetoesAndTheTableFits() {
    JsonNode reply = bench.json("risk", "selftest");
    assertThat(reply.at("/data/holds").asBoolean()).isTrue();
    assertThat(reply.at("/data/checks")).isNotEmpty();
    for (JsonNode check : reply.at("/data/checks")) {
      assertThat(check.get("proven").asBoolean()).as("%s", check).isTrue();
    }
    assertThat(bench.run("risk", "selftest").out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  private String fingerprint() {
    return bench.json("config", "fingerprint", FILE).at("/refs/manifest").asText();
  }

  private void append(String text) throws IOException {
    Path file = bench.workspace().resolve(FILE);
    Files.writeString(file, Files.readString(file) + text);
  }

  private void edit(String from, String to) throws IOException {
    Path file = bench.workspace().resolve(FILE);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}

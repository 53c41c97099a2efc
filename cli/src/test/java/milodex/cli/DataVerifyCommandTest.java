package milodex.cli;

import static milodex.cli.Bench.DAILY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store is held to what its files and the ledger claim.
class DataVerifyCommandTest {

  private static final String SPY = "SPY_1Day_split-adjusted.parquet";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aStoreWithTwoBars() {
    bench = Bench.in(directory);
    bench.importSpy();
  }

  @Test
  void aSoundStoreIsToldSo() {
    assertThat(bench.run("data", "verify"))
        .isEqualTo(
            new Said(
                0, "1 series were read and hashed anew: every one holds what it claims.\n", ""));
    assertThat(bench.json("data", "verify").at("/data/series").asInt()).isEqualTo(1);
  }

  @Test
  void aCutFileIsNamedAndNothingIsChanged() throws IOException {
    Path file = bench.bars().resolve(SPY);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    Map<String, String> before = bench.files();

    Said said = bench.run("data", "verify");

    assertThat(said.exit()).isEqualTo(7);
    assertThat(said.out())
        .contains(
            "The bar store does not hold what it claims.",
            "Done:  Everything was read; nothing was changed.",
            "What does not hold (1)",
            SPY);
    assertThat(bench.json("data", "verify").at("/data/faults/0/where").asText()).isEqualTo(SPY);
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void everyFlippedByteOfABarFileIsNoticed() throws IOException {
    Path file = bench.bars().resolve(SPY);
    byte[] whole = Files.readAllBytes(file);
    int step = whole.length / 20;
    int noticed = 0;
    for (int at = 0; at < whole.length; at += step) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x55;
      Files.write(file, flipped);
      int exit = bench.json("data", "verify").get("exit_code").asInt();
      assertThat(exit).isIn(0, 7);
      noticed += exit == 7 ? 1 : 0;
    }
    // A few bytes say nothing: who wrote the file, statistics nobody reads.
    assertThat(noticed).isGreaterThan(10);
  }

  @Test
  void barsThatCameInPastTheLedgerAreNoticed() throws IOException {
    Bench other = Bench.in(Files.createDirectory(directory.resolve("other")));
    other.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    assertThat(other.run("data", "import", "market").exit()).isZero();
    Files.write(bench.bars().resolve(SPY), Files.readAllBytes(other.bars().resolve(SPY)));

    JsonNode reply = bench.json("data", "verify");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(7);
    assertThat(reply.at("/data/faults/0/says").asText())
        .startsWith("The ledger names other bars than these.");
  }

  @Test
  void aSeriesThatWentMissingIsNoticed() throws IOException {
    Files.delete(bench.bars().resolve(SPY));

    JsonNode reply = bench.json("data", "verify");

    assertThat(reply.get("exit_code").asInt()).isEqualTo(7);
    assertThat(reply.at("/data/faults/0/where").asText()).isEqualTo("SPY 1Day split-adjusted");
    assertThat(reply.at("/data/faults/0/says").asText()).contains("not stored any more");
  }

  @Test
  void barsTheLedgerDoesNotTellOfAreAWarning() throws IOException {
    Files.delete(bench.ledger());
    JsonNode reply = bench.json("data", "verify");
    assertThat(reply.get("exit_code").asInt()).isZero();
    assertThat(reply.at("/warnings/0/code").asText()).isEqualTo("bars_untold");
  }
}

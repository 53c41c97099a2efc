package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands say the same with a checkpoint of the books, without one, and with a damaged one.
class CheckpointCommandsTest {

  @TempDir private static Path directory;
  private static String name = "";

  @BeforeAll
  static void aRehearsalHasRun() throws IOException {
    RehearsalBench rehearsal =
        RehearsalBench.in(directory, new RehearsalBench.Period("2018-01-02", "2018-12-31"));
    assertThat(rehearsal.run().at("/exit_code").asInt()).isZero();
    name = rehearsal.name();
  }

  @Test
  void aRunnerKeepsOneBesideItsLedger() {
    assertThat(kept()).isRegularFile();
  }

  @Test
  void everyLookSaysTheSameWithItAndWithout() throws IOException {
    byte[] whole = Files.readAllBytes(kept());
    List<JsonNode> with = looks();

    Files.delete(kept());
    List<JsonNode> without = looks();
    assertThat(kept()).as("a look writes nothing").doesNotExist();
    Files.write(kept(), new byte[] {1, 2, 3});
    List<JsonNode> damaged = looks();
    Files.write(kept(), whole);

    assertThat(with).isEqualTo(without);
    assertThat(damaged).isEqualTo(without);
    assertThat(with.getFirst().at("/data/traded").asBoolean()).isTrue();
  }

  @Test
  void theOrdersOfTheNewestDayAreAmongAll() {
    JsonNode newest = bench().json("orders", "--rehearsal", name);
    JsonNode all = bench().json("orders", "--all", "--rehearsal", name);

    assertThat(newest.at("/data/orders")).isNotEmpty();
    assertThat(all.at("/data/orders").size()).isGreaterThan(newest.at("/data/orders").size());
    assertThat(all.at("/data/orders")).containsAll(newest.at("/data/orders"));
    assertThat(all.at("/data/open")).isEqualTo(newest.at("/data/open"));
    assertThat(newest.get("summary").asText())
        .startsWith(all.at("/data/orders").size() + " orders sent");
  }

  private static List<JsonNode> looks() {
    List<JsonNode> said = new ArrayList<>();
    for (List<String> words :
        List.of(
            List.of("status"),
            List.of("orders"),
            List.of("positions"),
            List.of("incidents", "list"),
            List.of("risk", "headroom"),
            List.of("trade", "kill-switch", "status"))) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--rehearsal", name));
      said.add(bench().json(all.toArray(String[]::new)));
    }
    return said;
  }

  private static Bench bench() {
    return new Bench(directory);
  }

  private static Path kept() {
    Path folder = bench().workspace().resolve("data/rehearsals").resolve(name);
    return folder.resolve("ledger.db.books");
  }
}

package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tour is run, not told: other markets give other figures, and the operator's data stay.
class DemoCommandTest {

  @TempDir private Path directory;

  @Test
  void everySeedIsMadeAnewAndTheOperatorsFilesStay() {
    Bench bench = Bench.in(directory);
    bench.importSpy();
    Map<String, String> before = bench.files();
    JsonNode first = bench.json("demo", "--seed", "-7");
    JsonNode second = bench.json("demo", "--seed", "" + Long.MAX_VALUE);
    assertThat(first.get("exit_code").asInt()).isZero();
    assertThat(second.get("exit_code").asInt()).isZero();
    assertThat(metrics(first)).isNotEmpty().isNotEqualTo(metrics(second));
    Map<String, String> after = bench.files();
    after.keySet().removeIf(name -> name.startsWith("data/demo/"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aDirectoryThatIsNoDemoIsNotReplaced() throws IOException {
    Bench bench = Bench.in(directory);
    Path mine = bench.workspace().resolve("data/demo/mine.txt");
    Files.createDirectories(mine.resolveSibling(""));
    Files.writeString(mine, "mine");
    Said said = bench.run("demo");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("The demo would replace");
    assertThat(mine).hasContent("mine");
  }

  private static String metrics(JsonNode reply) {
    return reply.at("/data/steps").findValues("metrics").toString();
  }
}

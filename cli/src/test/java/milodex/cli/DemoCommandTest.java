package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    JsonNode first = bench.json("demo");
    JsonNode second = bench.json("demo", "--seed", "" + Long.MAX_VALUE);
    assertThat(first.get("exit_code").asInt()).isZero();
    assertThat(second.get("exit_code").asInt()).isZero();
    assertThat(metrics(first)).isNotEmpty().isNotEqualTo(metrics(second));
    requireLuckRefusedAndSkillAccepted(first);
    requireTextThatFollowsFromTheAnswer(second);
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

  /// The best of a hundred variants on noise looks good enough by itself, and luck refuses it.
  private static void requireLuckRefusedAndSkillAccepted(JsonNode reply) {
    JsonNode noise = reply.at("/data/noise");
    assertThat(noise.at("/naive/promotes").asBoolean()).as(noise.toString()).isTrue();
    assertThat(noise.at("/naive/sharpe").asDouble()).isBetween(0.5, 1.5);
    assertThat(noise.at("/naive/drawdown").asDouble()).isBetween(0.001, 0.15);
    assertThat(noise.at("/naive/trades").asInt()).isGreaterThanOrEqualTo(30);
    assertThat(noise.at("/refused").asBoolean()).isTrue();
    assertThat(noise.at("/grade").asText()).isIn("REJECT", "INSUFFICIENT");
    assertThat(noise.at("/reasons").toString()).contains("luck: p ");
    assertThat(answers(reply, "sim_noise")).containsExactly(noise.at("/grade").asText());
    assertThat(reply.at("/data/edge/accepted").asBoolean()).isTrue();
    assertThat(reply.at("/data/edge/grade").asText()).isIn("CONDITIONAL", "PASS");
    assertThat(answers(reply, "sim_edge")).containsExactly(reply.at("/data/edge/grade").asText());
  }

  /// Whatever another seed comes to, the scene says what the gate said.
  private static void requireTextThatFollowsFromTheAnswer(JsonNode reply) {
    JsonNode naive = reply.at("/data/noise/naive");
    assertThat(naive.at("/promotes").asBoolean())
        .isEqualTo(
            naive.at("/sharpe").asDouble() >= 0.5
                && naive.at("/drawdown").asDouble() <= 0.15
                && naive.at("/trades").asInt() >= 30);
    assertThat(reply.at("/data/noise/refused").asBoolean())
        .isEqualTo(
            !List.of("CONDITIONAL", "PASS").contains(answers(reply, "sim_noise").getFirst()));
  }

  /// The grades that `promotion check` itself gave to the strategies of a variant.
  private static List<String> answers(JsonNode reply, String variant) {
    List<String> grades = new ArrayList<>();
    for (JsonNode step : reply.at("/data/steps")) {
      String command = step.get("command").asText();
      if (command.startsWith("promotion check") && command.contains(variant)) {
        grades.add(step.at("/data/grade").asText());
      }
    }
    return grades;
  }

  private static String metrics(JsonNode reply) {
    return reply.at("/data/steps").findValues("metrics").toString();
  }
}

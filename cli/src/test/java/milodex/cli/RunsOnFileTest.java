package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are done are looked at again; damage to their records is named.
class RunsOnFileTest {

  @TempDir private static Path directory;
  private static Bench bench = new Bench(Path.of(""));
  private static JsonNode done = NullNode.getInstance();
  private static String run = "";

  @BeforeAll
  static void twoRunsAreDone() throws IOException {
    bench = Sample.in(directory);
    done = bench.json("backtest", PULLBACK, "--walk-forward");
    run = done.at("/refs/run").asText();
    assertThat(bench.run(SHORT).exit()).isZero();
  }

  @Test
  void theListFitsTheTerminalAndKeepsEveryId() {
    Said said = bench.run("analytics", "list");
    assertThat(said.out())
        .contains(run.substring(0, 12), PULLBACK, "2017-01-03", "OOS", "in sample")
        .contains("2 trials in this workspace.");
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(bench.json("analytics", "list").at("/data/runs")).hasSize(2);
  }

  @Test
  void theNumbersAreThoseThatTheBacktestPrinted() {
    JsonNode again = bench.json("analytics", "metrics", run);
    assertThat(again.at("/data")).isEqualTo(done.at("/data"));
    assertThat(again.at("/summary")).isEqualTo(done.at("/summary"));
  }

  @Test
  void theTradesAreThoseThatWereCounted() {
    JsonNode all = bench.json("analytics", "trades", run);
    int closed = done.at("/data/run/metrics/trades/closed").asInt();
    assertThat(all.at("/data/trades")).hasSize(closed);
    assertThat(bench.run("analytics", "trades", run, "--last", "2").out())
        .contains("2 of " + closed + " closed trades");
    assertThat(bench.json("analytics", "trades", run, "--last", "-1").at("/error_code").asText())
        .isEqualTo("invalid_last");
  }

  @Test
  void aRunNobodyKnowsAndOneThatIsNotUniqueAreRefused() {
    assertThat(bench.json("analytics", "metrics", "zzz").at("/error_code").asText())
        .isEqualTo("unknown_run");
    Said said = bench.run("analytics", "trades", "");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("2 runs begin with", "analytics list");
  }

  @Test
  void refusalsAreThoseOfTheSummaryAndEachShowsEveryCheck() {
    JsonNode reply = bench.json("analytics", "refusals", run);
    int refused = 0;
    for (JsonNode window : done.at("/data/run/windows")) {
      for (JsonNode count : window.get("refusals")) {
        refused += count.asInt();
      }
    }
    assertThat(refused).isPositive();
    assertThat(reply.at("/data/refusals")).hasSize(refused);
    assertThat(bench.json("analytics", "refusals", run, "--show", "999").at("/error_code").asText())
        .isEqualTo("unknown_refusal");
    assertThat(bench.run("analytics", "refusals", run, "--show", "1").out())
        .contains("BREACH", "unknown order");
  }

  @Test
  void aRecordThatIsGoneOrChangedByOneByteIsAnIntegrityFailureUntilItIsRestored()
      throws IOException {
    Path artifact = artifact();
    byte[] whole = Files.readAllBytes(artifact);
    assertThat(artifact.toFile().setWritable(true)).isTrue();
    byte[] changed = whole.clone();
    changed[changed.length / 2] ^= 1;
    Files.write(artifact, changed);
    JsonNode wrong = bench.json("analytics", "trades", run);
    assertThat(wrong.get("exit_code").asInt()).as("%s", wrong).isEqualTo(7);
    Files.delete(artifact);
    assertThat(bench.json("analytics", "trades", run).at("/error_code").asText())
        .isEqualTo("artifact_missing");
    Files.write(artifact, whole);
    assertThat(bench.run("analytics", "trades", run).exit()).isZero();
  }

  private static Path artifact() {
    String hash = done.at("/refs/artifact").asText();
    return bench.files().keySet().stream()
        .filter(name -> name.contains("artifacts") && name.contains(hash))
        .map(name -> bench.workspace().resolve(name))
        .findFirst()
        .orElseThrow();
  }
}

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
    assertThat(again.at("/data/run")).isEqualTo(done.at("/data/run"));
    assertThat(again.at("/data/label")).isEqualTo(done.at("/data/label"));
    assertThat(again.at("/summary")).isEqualTo(done.at("/summary"));
  }

  @Test
  void howManyTrialsThereAreStandsBesideTheSharpe() {
    assertThat(done.at("/data/trials").asInt()).isEqualTo(1);
    assertThat(bench.json("analytics", "metrics", run).at("/data/trials").asInt()).isEqualTo(2);
    assertThat(bench.run("analytics", "metrics", run).out())
        .containsPattern("Sharpe: +-?[0-9.]+, trial 1 of 2")
        .contains("OOS aggregate, look 1 of this family");
  }

  @Test
  void theTradesAreThoseThatWereCounted() {
    JsonNode all = bench.json("analytics", "trades", run);
    for (JsonNode trade : all.at("/data/trades")) {
      assertThat(trade.get("mae").asDouble()).isLessThanOrEqualTo(trade.get("mfe").asDouble());
      assertThat(trade.get("mae").isNumber()).isTrue();
    }
    assertThat(bench.run("analytics", "trades", run).out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
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
    String slip = run.substring(0, 7) + (run.charAt(7) == '0' ? '1' : '0');
    assertThat(bench.run("analytics", "attribution", slip, "--by", "symbol").err())
        .contains("No run begins with `" + slip + "`.")
        .contains("Did you mean `" + run.substring(0, 8) + "`?");
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

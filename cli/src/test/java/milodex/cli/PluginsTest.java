package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import milodex.PluginProject;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example is built, dropped into a workspace, and used like a rule that ships.
class PluginsTest {

  private static final Path EXAMPLE = Project.root().resolve("examples/plugin-gap-fade");
  private static final String ID = "meanrev.daily.gap_fade.sim_stocks.v1";
  private static final String FILE = "configs/strategies/" + ID + ".yaml";
  private static final String SOURCE = "src/main/java/example/gapfade/GapFade.java";
  private static final String[] BACKTEST = {
    "backtest", ID, "--start", "2012-01-03", "--end", "2014-12-31"
  };

  @TempDir private static Path directory;
  private static Bench bench = new Bench(Path.of(""));

  @BeforeAll
  static void theExampleIsBuiltAndDroppedIntoAWorkspace() throws IOException {
    bench = Sample.in(directory);
    copy("src/main/resources/META-INF/services/milodex.strategy.Template");
    copy(SOURCE);
    Files.copy(EXAMPLE.resolve(ID + ".yaml"), bench.workspace().resolve(FILE));
    build();
  }

  @Test
  void itsFileIsReadLikeAnyOther() {
    assertThat(bench.run("config", "validate", "--all").exit()).isZero();
    assertThat(bench.run("config", "validate", FILE).out()).contains("is sound");
  }

  @Test
  void itIsListedAndShownWithTheJarItComesFrom() {
    JsonNode listed = row(bench.json("strategy", "list").at("/data/strategies"), ID);
    assertThat(listed.get("origin").asText()).isEqualTo("plugin");
    assertThat(listed.get("jar").asText()).isEqualTo("gap-fade.jar");
    assertThat(bench.run("strategy", "list").out())
        .contains("daily.gap_fade (meanrev, plug-in gap-fade.jar)", ID);
    assertThat(bench.run("strategy", "show", ID).out())
        .contains(
            "daily.gap_fade, plug-in gap-fade.jar",
            "meanrev.gap_filled",
            "a symbol needs 101 closed bars");
  }

  @Test
  void itRunsThroughTheLoopAndEveryTradeNamesARuleOfIts() {
    JsonNode run = bench.json(BACKTEST);
    assertThat(run.get("exit_code").asInt()).as("%s", run).isZero();
    assertThat(run.at("/data/run/metrics/trades/closed").asInt()).isGreaterThan(50);

    String id = run.at("/refs/run").asText();
    Set<String> exits = new TreeSet<>();
    for (JsonNode trade : bench.json("analytics", "trades", id).at("/data/trades")) {
      exits.add(trade.get("exit_rule").asText());
    }
    assertThat(exits)
        .containsExactly("meanrev.gap_filled", "meanrev.max_hold", "meanrev.stop_loss");
    assertThat(bench.run("explain", id + ":1").out()).contains("meanrev.gap_entry", "gap");
  }

  @Test
  void theSameCodeIsTheSameRunAndOtherCodeIsAnotherTrialAndDrift() throws IOException {
    JsonNode first = bench.json(BACKTEST);
    assertThat(bench.run("promotion", "freeze", ID).exit()).isZero();

    build();
    JsonNode again = bench.json(BACKTEST);
    assertThat(again.at("/refs/run")).isEqualTo(first.at("/refs/run"));
    assertThat(again.at("/refs/artifact")).isEqualTo(first.at("/refs/artifact"));
    assertThat(bench.run("promotion", "manifest", ID).exit()).isZero();

    String source = Files.readString(project().folder().resolve(SOURCE));
    Files.writeString(
        project().folder().resolve(SOURCE),
        source.replace("close\", close, \">=\"", "close\", close, \">\""));
    build();
    JsonNode other = bench.json(BACKTEST);
    JsonNode drift = bench.json("promotion", "manifest", ID);
    Said told = bench.run("promotion", "manifest", ID);
    Files.writeString(project().folder().resolve(SOURCE), source);
    build();

    assertThat(other.at("/refs/run")).isNotEqualTo(first.at("/refs/run"));
    assertThat(other.at("/refs/plugin_code")).isNotEqualTo(first.at("/refs/plugin_code"));
    assertThat(drift.get("error_code").asText()).isEqualTo("manifest_drift");
    assertThat(drift.at("/data/differences")).hasSize(1);
    assertThat(drift.at("/data/differences/0/key").asText()).isEqualTo("strategy.plugin_code");
    assertThat(drift.at("/data/differences/0/now")).isEqualTo(other.at("/refs/plugin_code"));
    assertThat(told.out()).contains("strategy.plugin_code");
  }

  @Test
  void aRuleThatBreaksIsItsAuthorsToMendAndTheRunIsKeptAsFailed() throws IOException {
    String source = Files.readString(project().folder().resolve(SOURCE));
    Files.writeString(
        project().folder().resolve(SOURCE),
        source.replace("double before = bars.close(1)", "double before = bars.close(lookback())"));
    build();
    JsonNode broken = bench.json(BACKTEST);
    JsonNode runs = bench.json("analytics", "list");
    Files.writeString(project().folder().resolve(SOURCE), source);
    build();

    assertThat(broken.get("exit_code").asInt()).isEqualTo(3);
    assertThat(broken.get("error_code").asText()).isEqualTo("plugin_failed");
    assertThat(broken.at("/data/failure/why").asText())
        .contains("example.gapfade.GapFade.judge, line ", "bar 101 lies outside a window of 101");
    assertThat(runs.toString()).contains("failed");
  }

  @Test
  void aJarThatIsRefusedStopsWhatNeedsTemplatesAndNothingElse() throws IOException {
    Path bad = bench.workspace().resolve("plugins/clock.jar");
    new PluginProject(directory.resolve("clock"))
        .source(
            "demo.Clock",
            "package demo; public class Clock { public long now() { return System.nanoTime(); } }")
        .build(bad);
    JsonNode refused = bench.json("backtest", Sample.ROTATION);
    Said told = bench.run("strategy", "list");
    List<Integer> others = new ArrayList<>();
    for (String command : List.of("risk selftest", "data status", "ledger verify", "init")) {
      others.add(bench.run(command.split(" ")).exit());
    }
    Files.writeString(bad, "no jar");
    JsonNode broken = bench.json("strategy", "templates");
    Files.delete(bad);

    assertThat(refused.get("exit_code").asInt()).isEqualTo(7);
    assertThat(refused.get("error_code").asText()).isEqualTo("plugin_refused");
    assertThat(refused.at("/data/failure/why").asText())
        .contains("plugins/clock.jar", "demo.Clock", "java.lang.System.nanoTime()", "has no clock");
    assertThat(told.err() + told.out()).contains("take it out of plugins/");
    assertThat((told.err() + told.out()).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(others).containsOnly(0);
    assertThat(broken.get("exit_code").asInt()).isEqualTo(3);
    assertThat(broken.get("error_code").asText()).isEqualTo("plugin_invalid");
  }

  private static JsonNode row(JsonNode rows, String id) {
    for (JsonNode row : rows) {
      if (row.get("id").asText().equals(id)) {
        return row;
      }
    }
    throw new AssertionError(id + " is not among " + rows);
  }

  private static PluginProject project() {
    return new PluginProject(directory.resolve("project"));
  }

  private static void build() {
    project().build(bench.workspace().resolve("plugins/gap-fade.jar"));
  }

  private static void copy(String file) throws IOException {
    Path to = project().folder().resolve(file);
    Files.createDirectories(to.resolveSibling(""));
    Files.copy(EXAMPLE.resolve(file), to);
  }
}

package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs are compared, divided into their parts, and taken out of the workspace.
class AnalyticsTest {

  @TempDir private static Path directory;
  private static Bench bench = new Bench(Path.of(""));
  private static String forward = "";
  private static String brief = "";

  @BeforeAll
  static void aWalkForwardAndAShortRunAreDone() throws IOException {
    bench = Sample.in(directory);
    forward = bench.json("backtest", PULLBACK, "--walk-forward").at("/refs/run").asText();
    brief = bench.json(SHORT).at("/refs/run").asText();
  }

  @Test
  void fragilityNamesItsCulprits() {
    JsonNode reply = bench.json("analytics", "metrics", forward);
    JsonNode fragility = reply.at("/data/run/fragility");
    JsonNode best = fragility.at("/best_trade_list/0");
    JsonNode trade =
        bench
            .json("analytics", "trades", forward)
            .at("/data/trades")
            .get(best.get("number").asInt() - 1);

    assertThat(best.get("symbol")).isEqualTo(trade.get("symbol"));
    assertThat(best.get("pnl").asDouble())
        .isCloseTo(new BigDecimal(trade.get("net").asText()).doubleValue(), within(1e-9));
    assertThat(fragility.get("pnl").asDouble() - best.get("pnl").asDouble())
        .isCloseTo(fragility.get("pnl_without_best_trade").asDouble(), within(1e-6));
    assertThat(fragility.at("/best_trade_list")).hasSize(fragility.get("best_trades").asInt());
    assertThat(bench.run("analytics", "metrics", forward).out())
        .contains("(trade " + best.get("number").asInt() + " in " + best.get("symbol").asText());
  }

  @Test
  void spyThatIsNotStoredMakesTheComparisonUndefinedAndSaysWhy() {
    JsonNode spy =
        bench.json("analytics", "metrics", forward, "--compare-spy").at("/data/compare_spy");

    assertThat(spy.get("beta").isNull()).isTrue();
    assertThat(spy.at("/undefined/beta").asText())
        .isEqualTo("no bar of SPY is stored for these sessions");
    assertThat(bench.run("analytics", "metrics", forward, "--compare-spy").out())
        .contains("Against holding SPY, as stored now", "undefined (no bar of SPY is stored");
    assertThat(bench.json("analytics", "metrics", forward).at("/data").has("compare_spy"))
        .isFalse();
  }

  @Test
  void spyThatIsStoredIsComparedThoughTheRunDeclaredAnotherBenchmark(@TempDir Path elsewhere)
      throws IOException {
    Bench other = Sample.in(elsewhere);
    Path index = elsewhere.resolve("market/daily-raw/SIM-IDX.csv");
    Files.copy(index, elsewhere.resolve("market/daily-raw/SPY.csv"));
    String run = other.json(Sample.with(SHORT, "--benchmark", "SIM-IDX")).at("/refs/run").asText();
    assertThat(other.run("data", "import", "market", "--source", "sample").exit()).isZero();
    JsonNode data = other.json("analytics", "metrics", run, "--compare-spy").at("/data");

    assertThat(data.at("/run/benchmark/symbol").asText()).isEqualTo("SIM-IDX");
    assertThat(data.at("/compare_spy/symbol").asText()).isEqualTo("SPY");
    assertThat(data.at("/compare_spy/correlation").asDouble())
        .isCloseTo(data.at("/run/benchmark/correlation").asDouble(), within(5e-3));
  }

  @Test
  void runsStandSideBySideWithWhatMakesThemHardToCompare() {
    JsonNode reply = bench.json("analytics", "compare", forward, brief);
    JsonNode both = reply.at("/data/correlations/0");

    assertThat(reply.at("/data/runs")).hasSize(2);
    assertThat(reply.at("/data/runs/0/metrics/sharpe"))
        .isEqualTo(bench.json("analytics", "metrics", forward).at("/data/run/metrics/sharpe"));
    assertThat(reply.at("/data/runs/0/metrics/sharpe").asDouble())
        .isBetween(
            reply.at("/data/runs/0/sharpe_low").asDouble(),
            reply.at("/data/runs/0/sharpe_high").asDouble());
    assertThat(bench.json("analytics", "list").at("/data/runs/0/sharpe_low"))
        .isEqualTo(reply.at("/data/runs/0/sharpe_low"));
    assertThat(reply.at("/data/runs/1/trial").asInt()).isEqualTo(2);
    assertThat(reply.at("/data/trials").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(reply.at("/warnings").findValuesAsText("code"))
        .contains("period_mismatch", "kind_mismatch")
        .doesNotContain("limits_mismatch");
    assertThat(both.get("common_sessions").asInt()).isBetween(200, 520);
    assertThat(both.get("correlation").asDouble()).isBetween(-1.0, 1.0);
    Said said = bench.run("analytics", "compare", forward, brief);
    assertThat(said.out())
        .contains("Max drawdown", "Data grade", forward.substring(0, 12), "trial 2 of ")
        .contains("different periods");
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void fourRunsAreLaidInTwoTables() {
    String third = bench.json(Sample.with(SHORT, "--slippage", "0.002")).at("/refs/run").asText();
    String fourth = bench.json(Sample.with(SHORT, "--slippage", "0.003")).at("/refs/run").asText();
    JsonNode reply = bench.json("analytics", "compare", forward, brief, third, fourth);

    assertThat(reply.at("/data/correlations")).hasSize(6);
    assertThat(reply.at("/warnings").findValuesAsText("code")).contains("cost_mismatch");
    assertThat(bench.run("analytics", "compare", forward, brief, third, fourth).out().lines())
        .filteredOn(line -> line.startsWith("Sharpe"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void aRunIsNotComparedWithItself() {
    assertThat(bench.json("analytics", "compare", brief, brief).at("/error_code").asText())
        .isEqualTo("same_run");
    assertThat(bench.json("analytics", "compare", brief).at("/exit_code").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"strategy", "symbol", "regime", "hold"})
  void theProfitIsDividedWithoutARest(String by) {
    JsonNode data = bench.json("analytics", "attribution", forward, "--by", by).at("/data");
    BigDecimal sum = new BigDecimal(data.get("in_no_closed_trade").asText());
    int trades = 0;
    for (JsonNode group : data.get("groups")) {
      sum = sum.add(new BigDecimal(group.get("net").asText()));
      trades += group.get("trades").asInt();
    }
    JsonNode run = bench.json("analytics", "metrics", forward).at("/data/run");
    BigDecimal won = BigDecimal.ZERO;
    for (JsonNode window : run.get("windows")) {
      won =
          won.add(new BigDecimal(window.at("/parts/end").asText()))
              .subtract(new BigDecimal(window.at("/parts/start").asText()));
    }

    assertThat(sum).isEqualByComparingTo(data.get("total").asText()).isEqualByComparingTo(won);
    assertThat(trades).isEqualTo(run.at("/metrics/trades/closed").asInt()).isPositive();
    assertThat(bench.run("analytics", "attribution", forward, "--by", by).out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void attributionSaysHowItIsDefined() {
    assertThat(bench.run("analytics", "attribution", forward, "--by", "regime").out())
        .contains("SIM-IDX above its average", "SIM-IDX not above it", "last 200 closes");
    assertThat(bench.run("analytics", "attribution", forward, "--by", "hold").out())
        .contains("2 to 5 sessions", "in no closed trade");
    assertThat(bench.run("analytics", "attribution", forward, "--by", "luck").err())
        .contains("SYMBOL", "REGIME");
  }

  @ParameterizedTest
  @CsvSource({"csv", "json", "parquet"})
  void aRunIsTakenOutAndNothingIsWrittenOver(String format) throws IOException {
    String[] export = {
      "analytics", "export", forward, "--format", format, "--out", "out-" + format
    };
    JsonNode files = bench.json(export).at("/data/files");
    List<String> names = new ArrayList<>();
    files.forEach(file -> names.add(file.get("file").asText()));

    assertThat(names)
        .hasSize(3)
        .allSatisfy(name -> assertThat(Path.of(name)).isNotEmptyFile())
        .allSatisfy(name -> assertThat(name).endsWith("." + format));
    assertThat(files.at("/0/rows").asInt())
        .isEqualTo(bench.json("analytics", "trades", forward).at("/data/trades").size());
    byte[] before = Files.readAllBytes(Path.of(names.getFirst()));
    JsonNode again = bench.json(export);
    assertThat(again.at("/error_code").asText()).isEqualTo("file_exists");
    assertThat(Files.readAllBytes(Path.of(names.getFirst()))).isEqualTo(before);
    assertThat(bench.run("analytics", "export", brief, "--out", "out-" + format).exit()).isZero();
  }

  @Test
  void theEquityTakenOutEndsWithTheTotalReturnOfTheRun() throws IOException {
    JsonNode files =
        bench.json("analytics", "export", forward, "--out", "out-equity").at("/data/files");
    List<String> lines = Files.readAllLines(Path.of(files.at("/1/file").asText()));
    JsonNode metrics = bench.json("analytics", "metrics", forward).at("/data/run/metrics");

    assertThat(lines.getFirst())
        .isEqualTo("window,session,equity,stitched_equity,invested,traded,daily_return");
    assertThat(lines).hasSize(metrics.get("sessions").asInt() + 1);
    assertThat(Double.parseDouble(lines.getLast().split(",")[3]) / 100_000 - 1)
        .isCloseTo(metrics.get("total_return").asDouble(), within(1e-9));
  }

  @Test
  void everyCommandAsksForARunThatIsDone() {
    for (String[] command :
        List.of(
            new String[] {"analytics", "compare", "zzz", brief},
            new String[] {"analytics", "export", "zzz", "--out", "nowhere"},
            new String[] {"analytics", "refusals", "zzz"})) {
      assertThat(bench.json(command).at("/error_code").asText()).isEqualTo("unknown_run");
    }
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }
}

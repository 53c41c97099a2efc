package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static milodex.cli.Sample.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A strategy is run over the sample market, or not, and the operator hears why.
class BacktestCommandTest {

  @TempDir private static Path directory;
  private static Bench bench = new Bench(Path.of(""));

  @BeforeAll
  static void theSampleMarketIsImported() throws IOException {
    bench = Sample.in(directory);
  }

  @Test
  void aRunOverTheWholePeriodIsLabelledInSample() {
    Said said = bench.run(SHORT);
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains(
            "Backtest of " + ROTATION + ", SIMULATED",
            "In sample, whole period, look ",
            "slippage 0.05 % of each price, no commission",
            "8 % of the account",
            "What luck could have made of it",
            "Best by luck: ")
        .doesNotContain("OOS", "UNLIMITED");
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void aWalkForwardIsLabelledOutOfSampleWithItsLook() {
    JsonNode reply =
        bench.json(Sample.with(SHORT, "--walk-forward", "--windows", "2", "--trial-note", "why"));
    assertThat(reply.at("/data/label").asText()).startsWith("OOS aggregate, look ");
    assertThat(reply.at("/summary").asText()).startsWith("OOS aggregate, look ");
    assertThat(reply.at("/data/run/windows")).hasSize(2);
    assertThat(reply.at("/broker").asText()).isEqualTo("SIMULATED");
    assertThat(reply.at("/data/run/metrics/sharpe").isNumber()).isTrue();
  }

  @Test
  void aRepeatIsALookAndGivesTheSameRunSummaryAndArtifact() {
    String[] command = Sample.with(SHORT, "--initial-equity", "54321");
    JsonNode first = bench.json(command);
    JsonNode again = bench.json(command);
    assertThat(again.at("/refs/run")).isEqualTo(first.at("/refs/run"));
    assertThat(again.at("/refs/artifact")).isEqualTo(first.at("/refs/artifact"));
    assertThat(again.at("/data/run")).isEqualTo(first.at("/data/run"));
    assertThat(again.at("/data/trial")).isEqualTo(first.at("/data/trial"));
    assertThat(again.at("/data/looks_at_this_run").asInt()).isEqualTo(2);
  }

  @Test
  void limitsSwitchedOffAreSaidInCapitalsAndInJson() {
    String[] command = Sample.with(SHORT, "--limits", "unlimited");
    assertThat(bench.run(command).out()).contains("UNLIMITED: every numeric limit was off.");
    assertThat(bench.json(command).at("/data/run/unlimited").asBoolean()).isTrue();
    assertThat(bench.json(SHORT).at("/data/run/unlimited").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--limits junk|3|invalid_limits",
        "--windows 4|3|windows_without_walk_forward",
        "--walk-forward --windows 0|3|invalid_windows",
        "--walk-forward --windows 101|3|invalid_windows",
        "--initial-equity -5|3|invalid_plan",
        "--initial-equity 0|3|invalid_plan",
        "--initial-equity 1e400|3|invalid_plan",
        "--start 2025-01-02|4|no_bars",
        "--initial-equity many|3|invalid_argument",
        "--slippage 1|3|invalid_plan",
        "--slippage -0.1|3|invalid_plan",
        "--commission -1|3|invalid_plan",
        "--start 2019-01-02 --end 2018-01-02|3|invalid_plan",
        "--start 1950-01-01 --end 1960-01-01|3|invalid_plan",
        "--end 2099-01-01|3|invalid_plan",
        "--start 2018-13-01|3|invalid_argument",
        "--start 2018-01-06 --end 2018-01-07|4|no_session",
        "--start 2024-01-02 --end 2024-12-31|4|universe_incomplete",
        "--start 2008-01-02 --end 2008-06-30|4|warm_up_too_short",
        "--start 2018-01-02 --end 2018-01-05 --walk-forward --windows 50|4|too_few_sessions",
        "--benchmark NOPE|4|no_bars"
      })
  void whatCannotBeRunIsAnsweredFourTimesAndCountsNothing(String options, int exit, String code) {
    String before = head();
    String[] asked = Sample.with(new String[] {"backtest", ROTATION}, options.split(" ", -1));
    JsonNode reply = bench.json(asked);
    assertThat(reply.get("exit_code").asInt()).as("%s", reply).isEqualTo(exit);
    assertThat(reply.get("error_code").asText()).isEqualTo(code);
    Said said = bench.run(asked);
    assertThat(said.exit()).isEqualTo(exit);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("  Why:  ", "  Done:  Nothing was ", "  Next:  ");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void anUnknownStrategySuggestsTheNearest() {
    Said said = bench.run("backtest", PULLBACK.replace("stocks", "stock"));
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err().replaceAll("\\s+", " "))
        .contains("The nearest name is " + PULLBACK + ".", "Nothing was done.");
  }

  @Test
  void aLockedLedgerStopsTheRunBeforeItIsRegistered() throws SQLException {
    long artifacts = artifacts();
    String before = head();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + bench.ledger());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      JsonNode reply = bench.json(Sample.with(SHORT, "--initial-equity", "777"));
      assertThat(reply.get("exit_code").asInt()).as("%s", reply).isEqualTo(8);
      statement.execute("ROLLBACK");
    }
    assertThat(head()).isEqualTo(before);
    assertThat(artifacts()).isEqualTo(artifacts);
  }

  private static String head() {
    return bench.run("ledger", "verify").out();
  }

  private static long artifacts() {
    return bench.files().keySet().stream().filter(name -> name.contains("artifacts")).count();
  }
}

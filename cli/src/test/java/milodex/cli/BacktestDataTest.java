package milodex.cli;

import static milodex.cli.Bench.DAILY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.StreamSupport;
import milodex.cli.Shell.Said;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What bars must be before a backtest runs on them, told from the command line.
///
/// Five symbols over three years of sessions, numbered from 0; the run is over the last of them.
class BacktestDataTest {

  private static final List<Session> SESSIONS =
      ExchangeCalendar.nyse()
          .sessions(LocalDate.parse("2019-01-02"), LocalDate.parse("2021-12-31"));
  private static final LocalDate BEGIN = LocalDate.parse("2021-01-04");
  private static final int FIRST = ExchangeCalendar.nyse().sessionsBetween(date(0), BEGIN);
  private static final String ID = "meanrev.daily.pullback_rsi2.five.v1";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void fiveSymbolsAndAStrategyOnThem() throws IOException {
    bench = Bench.in(directory);
    Path strategies = bench.workspace().resolve("configs/strategies");
    Files.writeString(
        strategies.resolve(ID + ".yaml"),
        Files.readString(strategies.resolve(Sample.PULLBACK + ".yaml"))
            .replace("sim_stocks", "five")
            .replace(
                "universe_ref: universe.sim_market.v1", "universe: [AAA, BBB, CCC, DDD, EEE]"));
    for (String symbol : List.of("AAA", "BBB", "CCC", "DDD", "EEE")) {
      offer("daily-raw", symbol, BacktestDataTest::always);
    }
  }

  @Test
  void wholeBarsAreCleanAndNothingIsExcluded() {
    JsonNode data = ready();
    assertThat(data.get("grade").asText()).isEqualTo("clean");
    assertThat(data.get("excluded")).isEmpty();
    assertThat(data.get("findings")).isEmpty();
    assertThat(data.get("absent")).isEmpty();
  }

  @Test
  void aSevereFindingRefusesTheRunAndCountsNothing() {
    bench.offer(
        "daily-raw/EEE.csv", DAILY, rows(SESSIONS, BacktestDataTest::always, "10,11,9,12,100,"));
    JsonNode refused = run();
    assertThat(refused.get("exit_code").asInt()).isEqualTo(4);
    assertThat(refused.get("error_code").asText()).isEqualTo("bad_data");
    assertThat(refused.at("/data/failure/why").asText())
        .contains("the first: EEE price_outside_range from 2019-11-19, 534 of 534 bars");
    assertThat(bench.json("analytics", "list").at("/data/runs")).isEmpty();
  }

  @Test
  void aVendorAdjustedSeriesIsTheGradeOfTheRun() throws IOException {
    Files.delete(directory.resolve("market/daily-raw/EEE.csv"));
    offer("daily", "EEE", BacktestDataTest::always);
    assertThat(ready().get("grade").asText()).isEqualTo("vendor-adjusted");
  }

  @Test
  void fourOfFivePresentAreEnoughAndTheAbsentOneIsListed() throws IOException {
    Files.delete(directory.resolve("market/daily-raw/EEE.csv"));
    JsonNode reply = run();
    assertThat(reply.get("exit_code").asInt()).isZero();
    assertThat(reply.at("/data/run/data/absent/0").asText()).isEqualTo("EEE");
    assertThat(reply.at("/warnings").findValuesAsText("code")).contains("symbols_absent");
  }

  @Test
  void aSymbolIsPresentWithASingleBarInThePeriod() {
    offer("daily-raw", "DDD", i -> i < FIRST + 1);
    offer("daily-raw", "EEE", i -> i < FIRST);
    JsonNode reply = run();
    assertThat(reply.get("exit_code").asInt()).isZero();
    assertThat(reply.at("/data/run/data/absent")).hasSize(1);
  }

  @Test
  void threeOfFivePresentAreTooFew() throws IOException {
    Files.delete(directory.resolve("market/daily-raw/DDD.csv"));
    Files.delete(directory.resolve("market/daily-raw/EEE.csv"));
    JsonNode refused = run();
    assertThat(refused.get("exit_code").asInt()).isEqualTo(4);
    assertThat(refused.get("error_code").asText()).isEqualTo("universe_incomplete");
    assertThat(refused.at("/data/failure/why").asText())
        .contains("Only 3 of 5", "missing: DDD, EEE.");
  }

  @Test
  void twoHundredFiftyTwoBarsAreWhatSeasoningTakes() {
    int listed = FIRST - 200;
    offer("daily-raw", "EEE", i -> i >= listed);
    assertThat(excluded("EEE"))
        .containsExactly("too_few_bars %s %s".formatted(date(FIRST), date(listed + 250)));
  }

  @Test
  void aGapOfTwoSessionsIsAHoleAndOneOfThreeExcludesForAYear() {
    int gap = FIRST + 20;
    offer("daily-raw", "DDD", i -> i < gap || i > gap + 1);
    offer("daily-raw", "EEE", i -> i < gap || i > gap + 2);
    JsonNode data = ready();
    assertThat(stretches(data, "DDD"))
        .containsExactly(
            "no_bar_today %s %s".formatted(date(gap), date(gap + 1)),
            "hole %s %s".formatted(date(gap + 2), date(gap + 201)));
    assertThat(stretches(data, "EEE"))
        .containsExactly(
            "no_bar_today %s %s".formatted(date(gap), date(gap + 2)),
            "hole %s %s".formatted(date(gap + 3), date(gap + 202)),
            "gap %s %s".formatted(date(gap + 203), date(SESSIONS.size() - 1)));
    assertThat(data.get("grade").asText()).isEqualTo("noted");
    assertThat(data.at("/findings").findValuesAsText("code")).containsExactly("gap");
  }

  /// Of 252 sessions five may lack their bar; the window of the rule must be whole beside it.
  @Test
  void coverageUnderNinetyEightPercentExcludesUntilItIsReachedAgain() {
    int hole = FIRST - 220;
    offer("daily-raw", "DDD", i -> isWhole(i, hole, 5));
    offer("daily-raw", "EEE", i -> isWhole(i, hole, 6));
    JsonNode data = ready();
    assertThat(stretches(data, "DDD")).isEmpty();
    assertThat(stretches(data, "EEE"))
        .containsExactly("low_coverage %s %s".formatted(date(FIRST), date(hole + 251)));
  }

  @Test
  void nothingIsFilledForward() {
    offer("daily-raw", "EEE", i -> i != FIRST + 50);
    run();
    JsonNode status = bench.json("data", "bars", "EEE", "--from", date(FIRST + 49).toString());
    assertThat(status.at("/data/series/0/shown").findValuesAsText("session"))
        .doesNotContain(date(FIRST + 50).toString());
  }

  @Test
  void aZeroByteOrTornFileStopsTheRunByNameAndCountsNothing() throws IOException {
    run();
    Path file = bench.bars().resolve("EEE_1Day_raw.parquet");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 3, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      Said said = bench.run(command());
      assertThat(said.exit()).as("%d bytes", length).isEqualTo(4);
      assertThat(said.err().replaceAll("\\s+", ""))
          .contains("EEE_1Day_raw.parquet", "importtheseriesagain");
      assertThat(bench.run("data", "verify").exit()).isEqualTo(7);
    }
    JsonNode runs = bench.json("analytics", "list").at("/data/runs");
    assertThat(runs.findValuesAsText("bars")).containsExactly("unknown");
    Files.delete(file);
    assertThat(run().get("exit_code").asInt()).isZero();
    assertThat(bench.json("analytics", "list").at("/data/runs")).hasSize(1);
  }

  @Test
  void aWorkspaceThatCannotBeWrittenRunsNothing() throws IOException {
    run();
    Path data = bench.workspace().resolve("data");
    assumeTrue(data.toFile().setWritable(false) && !Files.isWritable(data), "runs as root");
    Map<String, String> before = bench.files();
    try {
      assertThat(bench.run(command()).exit()).isEqualTo(4);
      assertThat(bench.run("data", "bars", "AAA").exit()).isZero();
      assertThat(bench.files()).isEqualTo(before);
    } finally {
      assertThat(data.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aStoreThatCannotBeLockedTakesNothingIn() throws IOException {
    run();
    Files.delete(bench.bars().resolve(".lock"));
    Files.createDirectories(bench.bars().resolve(".lock"));
    Map<String, String> before = bench.files();
    offer("daily-raw", "FFF", BacktestDataTest::always);
    JsonNode reply = bench.json("data", "import", "market");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(4);
    assertThat(bench.files()).isEqualTo(before);
    assertThat(run().get("exit_code").asInt()).isEqualTo(4);
    assertThat(bench.json(command()).get("exit_code").asInt()).isZero();
  }

  @Test
  void twoImportersAtOnceLeaveAStoreThatHoldsWhatItClaims() throws InterruptedException {
    List<Integer> exits = new ArrayList<>();
    List<Thread> importers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Thread importer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    int exit = bench.run("data", "import", "market").exit();
                    synchronized (exits) {
                      exits.add(exit);
                    }
                  });
      importers.add(importer);
    }
    for (Thread importer : importers) {
      importer.join();
    }
    assertThat(exits).hasSize(2).contains(0).isSubsetOf(0, 4);
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    assertThat(bench.run("data", "verify").exit()).isZero();
    assertThat(bench.json("data", "verify").at("/warnings")).isEmpty();
    assertThat(bench.json("data", "status").at("/data/series")).hasSize(5);
  }

  @Test
  void theDailyBarOfTodayIsLeftOutOfAnImportUntilItHasSettled() {
    bench.offer(
        "daily-raw/AAA.csv", DAILY, "2024-02-29,10,11,9,10,100,", "2024-03-01,10,11,9,10,100,");
    JsonNode imported = bench.json("data", "import", "market");
    assertThat(imported.at("/data/provisional/0").asText()).isEqualTo("2024-03-01");
    assertThat(imported.at("/warnings/0/code").asText()).isEqualTo("bars_provisional");
    assertThat(imported.at("/data/series/0/last").asText()).isEqualTo("2024-02-29");
  }

  @Test
  void aBarOfTodayThatIsStoredAllTheSameIsSeenByNoRun() {
    List<Session> untilToday =
        ExchangeCalendar.nyse()
            .sessions(LocalDate.parse("2022-01-03"), LocalDate.parse("2024-03-01"));
    for (String symbol : List.of("AAA", "BBB", "CCC", "DDD", "EEE")) {
      bench.offer(
          "daily-raw/" + symbol + ".csv", DAILY, rows(untilToday, BacktestDataTest::always, ""));
    }
    new CsvImport(new ParquetBarStore(bench.bars()), ImportOptions.STRICT)
        .run(directory.resolve("market"));

    JsonNode asked = bench.json("backtest", ID, "--start", "2024-01-02", "--end", "2024-03-01");
    assertThat(asked.get("error_code").asText()).isEqualTo("bars_end_early");
    assertThat(asked.at("/data/failure/why").asText()).contains("newer than 2024-02-29");
    JsonNode open = bench.json("backtest", ID, "--start", "2024-01-02");
    assertThat(open.at("/data/run/last_session").asText()).isEqualTo("2024-02-29");
    JsonNode status = bench.json("data", "status");
    assertThat(status.at("/data/newest_final").asText()).isEqualTo("2024-02-29");
    assertThat(status.at("/warnings/0/code").asText()).isEqualTo("bars_provisional");
    assertThat(status.at("/warnings/0/says").asText())
        .startsWith("no run sees the daily bars after 2024-02-29: AAA raw, BBB raw");
  }

  private static boolean always(int session) {
    return session >= 0;
  }

  /// Whether a session is none of `count` holes, every second one from `first` on.
  private static boolean isWhole(int session, int first, int count) {
    int since = session - first;
    return since < 0 || since >= 2 * count || since % 2 != 0;
  }

  private JsonNode ready() {
    JsonNode reply = run();
    assertThat(reply.get("exit_code").asInt()).as("%s", reply).isZero();
    return reply.at("/data/run/data");
  }

  private JsonNode run() {
    JsonNode imported = bench.json("data", "import", "market");
    return imported.get("exit_code").asInt() == 0 ? bench.json(command()) : imported;
  }

  private static String[] command() {
    return new String[] {"backtest", ID, "--start", BEGIN.toString(), "--end", "2021-12-31"};
  }

  private List<String> excluded(String symbol) {
    return stretches(ready(), symbol);
  }

  private static List<String> stretches(JsonNode data, String symbol) {
    return StreamSupport.stream(data.at("/excluded/" + symbol).spliterator(), false)
        .map(
            one ->
                one.get("reason").asText()
                    + " "
                    + one.get("from").asText()
                    + " "
                    + one.get("to").asText())
        .toList();
  }

  private void offer(String folder, String symbol, IntPredicate present) {
    bench.offer(folder + "/" + symbol + ".csv", DAILY, rows(SESSIONS, present, ""));
  }

  /// A row for each session that is present; prices sway unless they are given.
  private static String[] rows(List<Session> sessions, IntPredicate present, String given) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      if (present.test(i)) {
        double close = Math.round(100 * (50 + 3 * Math.sin(i * 0.7))) / 100.0;
        String bar = given.isEmpty() ? close + ",60,40," + close + ",1000000," : given;
        rows.add(sessions.get(i).date() + "," + bar);
      }
    }
    return rows.toArray(String[]::new);
  }

  private static LocalDate date(int session) {
    return SESSIONS.get(session).date();
  }
}

package milodex.cli;

import static milodex.cli.Bench.ACTIONS;
import static milodex.cli.Bench.DAILY;
import static milodex.cli.Bench.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.cli.Shell.Said;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files become stored bars and facts in the ledger, all of them or none.
class DataImportCommandTest {

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aFreshWorkspace() {
    bench = Bench.in(directory);
  }

  @Test
  void manySessionsThatAreNotFinalAreNamedByTheirEnds() {
    bench.offer(
        "daily-raw/SPY.csv",
        DAILY,
        Stream.of("02-29", "03-01", "03-04", "03-05", "03-06", "03-07", "03-08")
            .map(day -> "2024-" + day + ",10,11,9,10,100,")
            .toArray(String[]::new));

    Said said = bench.run("data", "import", "market");

    assertThat(said.exit()).isZero();
    assertThat(said.out().replaceAll("\\s+", " "))
        .contains("the daily bars of 6 sessions, 2024-03-01 to 2024-03-08, were left out");
  }

  @Test
  void aFolderIsTakenInAndTheLedgerIsTold() {
    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    bench.offer("daily-raw/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    bench.offer("corporate-actions/SPY.csv", ACTIONS, "2024-01-02,dividend,1,reported");
    bench.offer("intraday/SPY-20240102-1min.csv", MINUTES, "2024-01-02T09:30:00-05:00,1,1,1,1,1");

    Said said = bench.run("data", "import", "market");

    assertThat(said)
        .isEqualTo(
            new Said(
                0,
                """
                Kind                 Symbols  Rows  New  Longer  Same  Revised  Bars added
                -------------------  -------  ----  ---  ------  ----  -------  ----------
                1Min raw                   1     1    1       0     0        0           1
                1Day raw                   1     1    1       0     0        0           1
                1Day split-adjusted        1     1    1       0     0        0           1
                corporate actions          1     1    1       0     0        0

                Stored as offered: 3 series and the actions of 1 symbol. The ledger was told 4
                facts.
                """,
                ""));
    assertThat(facts())
        .containsExactly(
            "SPY 1Min raw: 1 bars from csv, 2024-01-02 to 2024-01-02.",
            "SPY 1Day raw: 1 bars from csv, 2024-01-02 to 2024-01-02.",
            "SPY 1Day split-adjusted: 1 bars from csv, 2024-01-02 to 2024-01-02.",
            "SPY: 1 corporate action.");
  }

  @Test
  void corporateActionsAreToldAsTheyGrowAndAreRevised() {
    bench.importSpy();
    actions("2024-01-02,dividend,1,reported");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    assertThat(bench.json("data", "import", "market").at("/data/facts").asInt()).isZero();
    actions("2024-01-02,dividend,1,reported", "2024-01-03,dividend,2,reported");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    actions("2024-01-02,dividend,3,reported");
    assertThat(bench.run("data", "import", "market").exit()).isEqualTo(3);
    assertThat(bench.run("data", "import", "market", "--revise", "a wrong amount").exit()).isZero();

    assertThat(facts().subList(1, 4))
        .satisfiesExactly(
            one -> assertThat(one).isEqualTo("SPY: 1 corporate action."),
            two -> assertThat(two).isEqualTo("SPY: 2 corporate actions."),
            three ->
                assertThat(three)
                    .startsWith("SPY: corporate actions ")
                    .endsWith("Reason: a wrong amount"));
    assertThat(bench.run("data", "verify").exit()).isZero();
    assertThat(bench.json("data", "verify").at("/warnings")).isEmpty();
  }

  @Test
  void actionsThatCameInPastMilodexAreFound() throws IOException {
    bench.importSpy();
    actions("2024-01-02,dividend,1,reported");
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    Path stored = bench.bars().resolve("SPY_actions.csv");
    Files.writeString(stored, Files.readString(stored).replace("dividend,1", "dividend,9"));
    JsonNode wrong = bench.json("data", "verify");
    assertThat(wrong.get("exit_code").asInt()).isEqualTo(7);
    assertThat(wrong.at("/data/faults/0/where").asText()).isEqualTo("SPY actions");
    Files.delete(stored);
    assertThat(bench.json("data", "verify").get("exit_code").asInt()).isEqualTo(7);
  }

  private void actions(String... rows) {
    bench.offer("corporate-actions/SPY.csv", ACTIONS, rows);
  }

  @Test
  void theSameImportAgainChangesNothing() {
    bench.importSpy();
    Map<String, String> before = bench.files();
    JsonNode again = bench.json("data", "import", "market");
    assertThat(again.at("/data/facts").asInt()).isZero();
    assertThat(again.at("/data/series/0/outcome").asText()).isEqualTo("unchanged");
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void laterBarsAreToldAsOneMoreImport() {
    bench.importSpy();
    bench.offer(
        "daily/SPY.csv", DAILY, "2024-01-03,10,11,9,10.5,120,", "2024-01-04,10,11,9,10,130,");
    assertThat(bench.run("data", "import", "market", "--source", "other").exit()).isZero();
    assertThat(facts())
        .last()
        .isEqualTo("SPY 1Day split-adjusted: 3 bars from csv+other, 2024-01-02 to 2024-01-04.");
  }

  @Test
  void barsThatDifferAreRefusedUntilAReasonIsGiven() {
    bench.importSpy();
    Map<String, String> before = bench.files();
    bench.offer("daily/SPY.csv", DAILY, "2024-01-03,10,11,9,10.25,120,");

    Said refused = bench.run("data", "import", "market");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.out())
        .contains("Nothing was imported.", "close stored 10.5,", "add --revise REASON");
    assertThat(bench.json("data", "import", "market").get("error_code").asText())
        .isEqualTo("import_disagrees");
    assertThat(bench.files()).isEqualTo(before);

    assertThat(bench.run("data", "import", "market", "--revise", "a corrected close").exit())
        .isZero();
    assertThat(facts()).last().asString().endsWith("Reason: a corrected close");
    assertThat(causes()).containsExactly(0, 1);
  }

  @Test
  void barsThatComeBackAfterARevisionAreToldAgain() {
    bench.importSpy();
    revise("10.25");
    revise("10.5");
    revise("10.25");
    revise("10.5");
    assertThat(causes()).containsExactly(0, 1, 2, 3, 4);
    assertThat(bench.run("data", "verify").exit()).isZero();
  }

  @Test
  void oneBrokenRowMeansThatNothingIsWritten() {
    Map<String, String> before = bench.files();
    bench.offer("daily/QQQ.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    bench.offer(
        "daily/SPY.csv",
        DAILY,
        "2024-01-02,10,9,11,10,100,",
        "2024-01-03,10,11,9,10,100,",
        "2024-01-03,10,11,9,10,100,",
        "2024-01-04,10");

    Said said = bench.run("data", "import", "market");

    assertThat(said)
        .isEqualTo(
            new Said(
                3,
                """
                Nothing was imported.

                  Why:   Broken rows or files: 3. They are listed below.
                  Done:  Nothing was written; what was stored before stays as it was.
                  Next:  Mend the files and repeat, or add --keep-going to take in what is
                         sound.

                Broken rows and files (3)
                File:line               What is wrong
                ----------------------  -------------------------
                market/daily/SPY.csv:2  high 9 is below low 11
                market/daily/SPY.csv:4  2024-01-03 is there twice
                market/daily/SPY.csv:5  has 2 columns, not 7
                """,
                ""));
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void manyBrokenRowsAreCountedAndAllInTheJson() {
    bench.offer("daily/SPY.csv", DAILY + "x\n".repeat(50));
    assertThat(bench.run("data", "import", "market").out())
        .contains("Broken rows and files (50)", "SPY.csv:21 ", "and 30 more; --json lists all")
        .doesNotContain("SPY.csv:22 ");
    JsonNode faults = bench.json("data", "import", "market").at("/data/faults");
    assertThat(faults).hasSize(50);
    assertThat(faults.get(49).get("line").asInt()).isEqualTo(51);
  }

  @Test
  void keepingGoingTakesInWhatIsSoundAndStillSaysThatNotAllIsThere() {
    bench.offer("daily/QQQ.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10");
    JsonNode reply = bench.json("data", "import", "market", "--keep-going");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(3);
    assertThat(reply.get("error_code").asText()).isEqualTo("import_incomplete");
    assertThat(reply.at("/data/facts").asInt()).isEqualTo(1);
    assertThat(facts()).singleElement().asString().startsWith("QQQ 1Day");
  }

  @Test
  void aSingleFileSaysWithAnOptionWhatItsPricesAre() {
    bench.offer("spy/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    String file = "market/spy/SPY.csv";
    assertThat(bench.run("data", "import", file).out()).contains("does not say whether");
    assertThat(bench.run("data", "import", file, "--raw", "--split-adjusted").err())
        .contains("--raw and --split-adjusted exclude each other");
    assertThat(bench.run("data", "import", file, "--raw").exit()).isZero();
    assertThat(bench.run("data", "import", file, "--split-adjusted").exit()).isZero();
    assertThat(facts()).hasSize(2).first().asString().startsWith("SPY 1Day raw");
  }

  @Test
  void optionsThatCannotBeUsedAreRefusedBeforeAnythingIsRead() {
    for (List<String> options :
        List.of(List.of("--source", "My Vendor"), List.of("--revise", " "))) {
      List<String> line = new ArrayList<>(List.of("data", "import", "market"));
      line.addAll(options);
      JsonNode reply = bench.json(line.toArray(String[]::new));
      assertThat(reply.get("exit_code").asInt()).as("%s", options).isEqualTo(3);
      assertThat(reply.at("/data/failure/did").asText()).isEqualTo("Nothing was done.");
    }
    assertThat(bench.json("data", "import").get("error_code").asText())
        .isEqualTo("missing_argument");
  }

  @Test
  void whatAnImportStoredBeforeItDiedIsToldByTheNext() {
    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    storeWithoutTelling(Optional.empty());
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    assertThat(facts()).hasSize(1);

    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,", "2024-01-03,10,11,9,10,100,");
    storeWithoutTelling(Optional.empty());
    assertThat(bench.run("data", "verify").exit()).isEqualTo(7);
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    assertThat(facts())
        .last()
        .isEqualTo("SPY 1Day split-adjusted: 2 bars from csv, 2024-01-02 to 2024-01-03.");

    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10.5,100,");
    storeWithoutTelling(Optional.of("lost with the process"));
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    assertThat(facts()).last().asString().contains("replaced by", "Reason: unknown: an earlier");
    assertThat(bench.run("data", "verify").exit()).isZero();
  }

  @Test
  void aLedgerInUseIsWaitedForThenTheNextImportMakesUpForIt() throws SQLException {
    bench.importSpy();
    bench.offer("daily/QQQ.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + bench.ledger());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      JsonNode reply = bench.json("data", "import", "market");
      assertThat(reply.get("exit_code").asInt()).isEqualTo(8);
      assertThat(reply.at("/data/failure/why").asText())
          .startsWith("The bars are stored, but the ledger does not tell of them yet");
      statement.execute("ROLLBACK");
    }
    assertThat(facts()).hasSize(1);
    assertThat(bench.run("data", "import", "market").exit()).isZero();
    assertThat(facts()).hasSize(2);
  }

  @Test
  void aLedgerThatCannotBeTrustedStopsTheImportBeforeItWrites() throws IOException {
    Files.writeString(bench.ledger(), "not a ledger");
    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    Map<String, String> before = bench.files();
    JsonNode reply = bench.json("data", "import", "market");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(7);
    assertThat(reply.at("/data/failure/what").asText())
        .isEqualTo("The ledger file cannot be trusted.");
    assertThat(bench.files()).isEqualTo(before);
  }

  @Test
  void aStoreThatCannotBeWrittenIsUnavailable() throws IOException {
    Files.writeString(bench.bars(), "a file in its place");
    bench.offer("daily/SPY.csv", DAILY, "2024-01-02,10,11,9,10,100,");
    Map<String, String> before = bench.files();
    JsonNode reply = bench.json("data", "import", "market");
    assertThat(reply.get("exit_code").asInt()).isEqualTo(4);
    assertThat(reply.get("error_code").asText()).isEqualTo("data_unavailable");
    assertThat(bench.files()).isEqualTo(before);
  }

  private void revise(String close) {
    bench.offer("daily/SPY.csv", DAILY, "2024-01-03,10,11,9," + close + ",120,");
    assertThat(bench.run("data", "import", "market", "--revise", "a correction").exit()).isZero();
  }

  /// What an import does up to the moment its process is killed.
  private void storeWithoutTelling(Optional<String> reason) {
    ImportOptions options =
        new ImportOptions("csv", Optional.empty(), false, reason, Optional.empty());
    assertThat(
            new CsvImport(new ParquetBarStore(bench.bars()), options)
                .run(directory.resolve("market"))
                .isComplete())
        .isTrue();
  }

  private List<String> facts() {
    return bench.json("ledger", "tail").at("/data/events").findValuesAsText("says");
  }

  private List<Integer> causes() {
    return bench.json("ledger", "tail").at("/data/events").findValues("cause").stream()
        .map(JsonNode::asInt)
        .toList();
  }
}

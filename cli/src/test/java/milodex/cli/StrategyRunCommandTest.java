package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import milodex.cli.Shell.Said;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An operator rehearses what is frozen, and is told why something cannot be.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrategyRunCommandTest {

  private static final String DRAFT = "breakout.daily.donchian_20_10.sim_stocks.v1";
  private static final String WITHOUT_BARS = "regime.daily.sma200_rotation.spy_shy.v1";

  @TempDir private static Path directory;

  private static Bench bench() {
    return new Bench(directory);
  }

  @BeforeAll
  static void aWorkspaceWithTheSampleMarket() throws IOException {
    Sample.in(directory);
  }

  @Test
  @Order(1)
  void whatIsNotAskedForWellIsRefusedAndNothingIsMade() {
    Map<String, String> before = bench().files();

    assertThat(refused(3, rehearse())).isEqualTo("no_strategy");
    assertThat(refused(3, rehearse(PULLBACK, "--all"))).isEqualTo("no_strategy");
    assertThat(refused(3, "strategy", "run", PULLBACK, "--rehearse")).isEqualTo("no_start");
    assertThat(refused(3, rehearse(PULLBACK, "--speed", "0"))).isEqualTo("invalid_speed");
    assertThat(bench().files()).isEqualTo(before);
  }

  @Test
  @Order(1)
  void aStartThatFailsBeforeItIsKnownWhatWouldRunIsPutOnRecordOnce() {
    String unknown = PULLBACK.replace("rsi2", "rsi3");
    assertThat(refused(3, rehearse(unknown))).isEqualTo("unknown_strategy");
    assertThat(refused(2, rehearse("--all"))).isEqualTo("no_frozen_manifest");
    assertThat(refused(2, rehearse(DRAFT))).isEqualTo("no_frozen_manifest");
    Map<String, String> before = bench().files();
    assertThat(refused(2, rehearse(DRAFT))).isEqualTo("no_frozen_manifest");

    assertThat(bench().files()).isEqualTo(before);
    assertThat(bench().json("ledger", "tail", "3").at("/data/events").valueStream())
        .hasSize(3)
        .allSatisfy(
            event -> {
              assertThat(event.get("type").asText()).isEqualTo("runner.started");
              assertThat(event.get("says").asText())
                  .startsWith("A start failed at configuration: ");
            })
        .extracting(event -> event.at("/fact/strategies/0").asText())
        .containsOnly(unknown, "", DRAFT);
  }

  @Test
  @Order(1)
  void anUnknownStrategyIsSaidToBeUnknownAndNotAllThatAreKnown() {
    String slip = PULLBACK.replace("rsi2", "rsi3");
    Said near = bench().run("strategy", "run", slip);
    assertThat(flat(near.err()))
        .contains("failed configuration: No file in configs/strategies has the id " + slip)
        .contains("No strategy is called " + slip + ".", "The nearest name is " + PULLBACK + ".")
        .doesNotContain(ROTATION);

    Said far = bench().run("strategy", "run", "nope");
    assertThat(far.exit()).isEqualTo(3);
    assertThat(flat(far.err()))
        .contains("No strategy is called nope.", "`milodex strategy list`")
        .doesNotContain(PULLBACK);
    for (String command : List.of("backtest", "promotion freeze", "promotion check")) {
      String[] asked = Sample.with(command.split(" "), "a.b.c.d.v1");
      assertThat(bench().json(asked).get("error_code").asText())
          .as(command)
          .isEqualTo("unknown_strategy");
    }
  }

  @Test
  @Order(1)
  void aStrategyThatIsNotOnPaperIsNotStartedThereAndThatIsOnRecord() {
    assertThat(refused(2, "strategy", "run", "--all")).isEqualTo("strategy_stage_ineligible");
    assertThat(refused(2, "strategy", "run", PULLBACK)).isEqualTo("strategy_stage_ineligible");

    JsonNode newest = bench().json("ledger", "tail", "1").at("/data/events/0");
    assertThat(newest.get("says").asText()).startsWith("A start failed at configuration: ");
    assertThat(newest.at("/fact/strategies/0").asText()).isEqualTo(PULLBACK);
  }

  @Test
  @Order(1)
  void aStartThatTheLedgerDoesNotTakeIsSaidNotToBeOnRecord(@TempDir Path elsewhere)
      throws SQLException {
    Said fresh = Bench.in(elsewhere).run(rehearse(DRAFT));
    assertThat(flat(fresh.err()))
        .contains("This start is not on record: ", "does not exist; the first import");

    Map<String, String> before = bench().files();
    try (Connection other =
            DriverManager.getConnection(
                "jdbc:sqlite:" + bench().workspace().resolve("data/ledger.db"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      Said said = bench().run(rehearse(PULLBACK.replace("rsi2", "rsi4")));

      assertThat(said.exit()).isEqualTo(3);
      assertThat(flat(said.err())).contains("This start is not on record: ");
      statement.execute("ROLLBACK");
    }
    assertThat(bench().files().get("data/ledger.db")).isEqualTo(before.get("data/ledger.db"));
  }

  @Test
  @Order(2)
  void whatIsFrozenRunsAndSaysThatItIsSimulatedAndProvesNoSkill() {
    freeze(PULLBACK, ROTATION, WITHOUT_BARS);

    JsonNode done = bench().json(rehearse(PULLBACK, ROTATION, PULLBACK));

    assertThat(done.get("exit_code").asInt()).as("" + done).isZero();
    assertThat(done.get("broker").asText()).isEqualTo("SIMULATED");
    assertThat(done.get("strategies")).hasSize(2);
    assertThat(done.at("/data/sessions").asInt()).isEqualTo(23);
    assertThat(done.at("/data/compared").asInt()).isPositive();
    assertThat(done.at("/data/facts/moment.passed").asInt()).isEqualTo(3 * 23);
    assertThat(done.at("/data/facts/strategy.evaluated").asInt()).isEqualTo(2 * 23);
    assertThat(done.at("/refs/rehearsal").asText()).startsWith(done.at("/data/name").asText());
    assertThat("" + done).doesNotContain("sharpe", "profit", "equity", "cagr");
    assertThat(done.at("/data/start_up").valueStream().map(one -> one.get("step").asText()))
        .containsExactly(
            "configuration",
            "ledger",
            "calendar",
            "clock",
            "data",
            "books",
            "broker",
            "account",
            "reconcile",
            "gate",
            "incidents");
    assertThat(done.at("/data/start_up").valueStream().map(one -> one.get("outcome").asText()))
        .containsOnly("ok");
    JsonNode recorded = bench().json("ledger", "tail", "2").at("/data/events");
    assertThat(recorded.valueStream().map(one -> one.get("type").asText()))
        .containsExactlyInAnyOrder("runner.started", "rehearsal.completed");
  }

  @Test
  @Order(11)
  void everyStepOfTheStartIsToldInOneLineAndACheckThatCannotVetoStopsIt() throws IOException {
    Path risk = bench().workspace().resolve("configs/risk.yaml");
    String before = Files.readString(risk);
    Files.writeString(risk, before.replace("max_positions: 10", "max_positions: 0"));
    freeze(PULLBACK);
    try {
      Said said = bench().run(rehearse(PULLBACK));

      assertThat(said.exit()).isEqualTo(7);
      assertThat(said.err().lines())
          .contains("ok     clock: no offset to measure: recorded moments make the time")
          .anyMatch(line -> line.startsWith("failed gate: an order in order is refused for"));
      assertThat(flat(said.err())).contains("Nothing was done and no order was sent.");
      JsonNode last = bench().json("ledger", "tail", "1").at("/data/events/0");
      assertThat(last.get("says").asText()).startsWith("A start failed at gate: ");
    } finally {
      Files.writeString(risk, before);
      freeze(PULLBACK);
    }
  }

  @Test
  @Order(3)
  void aSecondTimeItFindsItDoneAndPutsNothingMoreOnRecord() {
    Map<String, String> before = bench().files();

    Said said = bench().run(rehearse(PULLBACK, ROTATION));

    assertThat(flat(said.out()))
        .contains("Gone on: after ", "equal those of a backtest", "nothing here is evidence");
    assertThat(said.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    assertThat(bench().files()).isEqualTo(before);
  }

  @Test
  @Order(4)
  void itsLedgerIsReadByNameAndTheOperatorsHoldsItsEndAlone() {
    String name = bench().json(rehearse(PULLBACK, ROTATION)).at("/data/name").asText();

    JsonNode operators = bench().json("ledger", "tail", "1");
    assertThat("" + operators).contains("rehearsal.completed", name);
    JsonNode own = bench().json("ledger", "tail", "5", "--rehearsal", name.substring(0, 6));
    assertThat("" + own).contains("moment.passed");
    assertThat(bench().run("explain", "3", "--rehearsal", name).exit()).isZero();
    assertThat(refused(3, "ledger", "tail", "--rehearsal", "nothing"))
        .isEqualTo("unknown_rehearsal");
  }

  @Test
  @Order(5)
  void withoutBarsThereIsNothingToRehearseOn() {
    assertThat(refused(4, rehearse(WITHOUT_BARS))).isEqualTo("no_bars");
    assertThat(refused(4, rehearse(PULLBACK, "--from", "1995-01-03", "--to", "1995-03-01")))
        .isNotEqualTo("internal_error");
  }

  @Test
  @Order(6)
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    assertThat(refused(3, rehearse(PULLBACK, "--to", "2018-09-01"))).isEqualTo("invalid_plan");
    assertThat(refused(3, rehearse(PULLBACK, "--account-equity", "0"))).isEqualTo("invalid_plan");
    assertThat(refused(3, rehearse(PULLBACK, "--from", "1990-01-02"))).isEqualTo("invalid_plan");
  }

  @Test
  @Order(7)
  void strategiesThatAreGivenMoreThanTheAccountHasAreRefused() throws IOException {
    Path risk = bench().workspace().resolve("configs/risk.yaml");
    String before = Files.readString(risk);
    Files.writeString(
        risk, before.replace("standard_allocation_pct: 0.08", "standard_allocation_pct: 0.6"));
    freeze(PULLBACK, ROTATION);

    assertThat(refused(2, rehearse(PULLBACK, ROTATION))).isEqualTo("allocation_exceeded");
    assertThat(bench().json(rehearse(PULLBACK)).get("exit_code").asInt()).isZero();
    Files.writeString(risk, before);
    freeze(PULLBACK, ROTATION);
  }

  @Test
  @Order(8)
  void filesThatDifferFromWhatIsFrozenAreRefused() throws IOException {
    Path file = bench().workspace().resolve("configs/strategies/" + ROTATION + ".yaml");
    String before = Files.readString(file);
    Files.writeString(file, before.replace("ma_filter_length: 200", "ma_filter_length: 150"));

    assertThat(refused(2, rehearse(ROTATION))).isEqualTo("manifest_drift");
    Files.writeString(file, before);
  }

  @Test
  @Order(9)
  void aDisabledStrategyDoesNotRun() {
    assertThat(
            bench()
                .run("promotion", "demote", ROTATION, "--to", "disabled", "--reason", "no use")
                .exit())
        .isZero();

    assertThat(refused(2, rehearse(ROTATION))).isEqualTo("strategy_disabled");
    assertThat(refused(2, rehearse(PULLBACK, ROTATION))).isEqualTo("strategy_disabled");
  }

  @Test
  @Order(10)
  void aSealedHoldoutIsNotRehearsedOn() {
    String[] experiment = {"experiment", "create", "dips", "--hypothesis", "a fall is taken back"};
    assertThat(bench().run(experiment).exit()).isZero();
    LocalDate last = new Wiring(new Workspace(bench().workspace())).researchEnds().orElseThrow();
    String seal = last.plusDays(1).toString();

    assertThat(refused(2, rehearse(PULLBACK, "--to", seal))).isEqualTo("holdout_sealed");
    assertThat(refused(2, rehearse(PULLBACK, "--from", seal, "--to", seal)))
        .isEqualTo("holdout_sealed");
    String from = last.minusDays(20).toString();
    JsonNode open = bench().json("strategy", "run", PULLBACK, "--rehearse", "--from", from);
    assertThat(open.at("/data/to").asText()).as("" + open).isLessThan(seal);
  }

  private static void freeze(String... ids) {
    for (String id : ids) {
      assertThat(bench().run("promotion", "freeze", id).exit()).isZero();
    }
  }

  /// The command with `more`, over one month if it does not say from when, or to when.
  private static String[] rehearse(String... more) {
    String[] asked = Sample.with(new String[] {"strategy", "run", "--rehearse"}, more);
    List<String> said = List.of(more);
    String[] since = said.contains("--from") ? asked : Sample.with(asked, "--from", "2018-10-01");
    return said.contains("--to") ? since : Sample.with(since, "--to", "2018-10-31");
  }

  /// The code of a refusal that answers all four questions.
  private static String refused(int exit, String... command) {
    JsonNode reply = bench().json(command);
    assertThat(reply.get("exit_code").asInt()).as("" + reply).isEqualTo(exit);
    for (String answer : List.of("what", "why", "did", "next")) {
      assertThat(reply.at("/data/failure/" + answer).asText()).as(answer).isNotBlank();
    }
    return reply.get("error_code").asText();
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}

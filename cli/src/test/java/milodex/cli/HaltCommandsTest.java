package milodex.cli;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import milodex.cli.Shell.Said;
import milodex.execution.Books;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator stops, looks, and lets go on.
class HaltCommandsTest {

  private static final String ROTATION = "regime.daily.sma200_rotation.spy_shy.v1";
  private static final String NOBODY =
      "No broker is attached to this workspace: there was nothing to cancel.";

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aWorkspaceIsMade() {
    bench = Bench.in(directory);
  }

  @Test
  void withoutATripNothingIsStoppedAndNoLedgerIsMade() {
    JsonNode status = bench.json("trade", "kill-switch", "status");

    assertThat(status.at("/data/tripped").asBoolean()).isFalse();
    assertThat(status.at("/data/broker_attached").asBoolean()).isFalse();
    assertThat(bench.json("incidents", "list").at("/data/incidents")).isEmpty();
    assertThat(bench.ledger()).doesNotExist();
  }

  @Test
  void aHaltIsLatchedAndSaysModeMeaningAndThatThereWasNothingToCancel() {
    Said said = bench.run("halt", "--reason", "the feed looks wrong");
    String id = id();

    assertThat(said.exit()).isZero();
    assertThat(flat(said.out()))
        .contains(
            "The kill switch is tripped: incident "
                + id
                + ", the whole account, mode halt (no"
                + " automated order is sent; your own covered sales still work).",
            NOBODY,
            "milodex trade kill-switch reset --incident " + id);
    assertThat(flat(bench.run("trade", "kill-switch", "status").out()))
        .contains("The kill switch is tripped: 1 incident is open.", "the feed looks wrong");
  }

  @Test
  void aSecondTripIsTheSameIncident() {
    JsonNode first = bench.json("trade", "kill-switch", "trip", "--reason", "one");
    JsonNode second = bench.json("halt", "--reason", "two");

    assertThat(first.at("/data/new").asBoolean()).isTrue();
    assertThat(second.at("/data/new").asBoolean()).isFalse();
    assertThat(second.at("/exit_code").asInt()).isZero();
    assertThat(second.at("/data/incident")).isEqualTo(first.at("/data/incident"));
    assertThat(second.at("/refs/ledger_head")).isEqualTo(first.at("/refs/ledger_head"));
  }

  @Test
  void oneStrategyCanBeReducedOnly() {
    JsonNode trip =
        bench.json(
            "halt", "--reason", "it bleeds", "--strategy", ROTATION, "--mode", "reduce-only");

    assertThat(trip.at("/data/incident/scope").asText()).isEqualTo(ROTATION);
    assertThat(trip.at("/data/incident/mode").asText()).isEqualTo("reduce-only");
    assertThat(trip.at("/data/incident/means").asText())
        .isEqualTo("entries stop, automated exits go on");
    assertThat(trip.at("/strategies/0").asText()).isEqualTo(ROTATION);
    try (Ledger ledger = SqliteLedger.openReadOnly(bench.ledger())) {
      assertThat(new Books(ledger).halts().facing(StrategyId.parse(ROTATION)).reduceOnly())
          .isPresent();
    }
  }

  @Test
  void onlyAConfirmedResetThatNamesItEndsIt() {
    bench.json("halt", "--reason", "the feed looks wrong");
    String id = id();
    Map<String, String> before = bench.files();

    JsonNode preview = reset(id);
    assertThat(preview.at("/exit_code").asInt()).isEqualTo(3);
    assertThat(preview.at("/error_code").asText()).isEqualTo("confirmation_required");
    assertThat(reset("2024-03-01-9", "--confirm").at("/error_code").asText())
        .isEqualTo("unknown_incident");
    assertThat(bench.files().get("data/ledger.db")).isEqualTo(before.get("data/ledger.db"));

    JsonNode done = reset(id, "--confirm");
    assertThat(done.at("/exit_code").asInt()).isZero();
    assertThat(done.at("/data/incident/open").asBoolean()).isFalse();
    assertThat(done.at("/data/incident/reset/reason").asText()).isEqualTo("looked into it");
    assertThat(done.at("/warnings/0/code").asText()).isEqualTo("not_verified");
    assertThat(bench.json("trade", "kill-switch", "status").at("/data/tripped").asBoolean())
        .isFalse();

    JsonNode again = reset(id, "--confirm");
    assertThat(again.at("/exit_code").asInt()).isZero();
    assertThat(again.at("/summary").asText()).contains("was reset at", "Nothing was written.");
    assertThat(again.at("/refs/ledger_head")).isEqualTo(done.at("/refs/ledger_head"));
  }

  @Test
  void aResetSaysWhatIsStillTripped() {
    bench.json("halt", "--reason", "one", "--mode", "reduce-only");
    String first = id();
    String second = bench.json("halt", "--reason", "two").at("/refs/incident").asText();

    JsonNode done = reset(second, "--confirm");

    assertThat(done.at("/data/still_open/0").asText()).isEqualTo(first);
    assertThat(done.at("/summary").asText())
        .contains("Still tripped: " + first + ", the whole account, mode reduce-only (entries");
  }

  @Test
  void anIncidentTellsItsStory() {
    bench.json("halt", "--reason", "the feed looks wrong");
    String id = id();
    reset(id, "--confirm");

    assertThat(flat(bench.run("incidents", "show", id).out()))
        .contains("over: it was reset", "operator", "the feed looks wrong", "looked into it");
    assertThat(flat(bench.run("incidents", "list").out())).contains("1 incident, 0 open.", id);
    assertThat(bench.json("incidents", "show", "nothing").at("/error_code").asText())
        .isEqualTo("unknown_incident");
  }

  @Test
  void anOrderTheBooksKnowNoEndOfIsNotSaidToBeNothing() {
    try (Ledger ledger = SqliteLedger.open(bench.ledger())) {
      ledger.append(
          Shell.NOW,
          Draft.of(
              "order/a",
              new Fact.OrderSubmitted(
                  new ClientOrderId("mx-a"),
                  "wish",
                  StrategyId.parse(ROTATION),
                  Symbol.of("SPY"),
                  Side.BUY,
                  Quantity.of(1))));
    }

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/exit_code").asInt()).isEqualTo(9);
    assertThat(trip.at("/status").asText()).isEqualTo("unknown");
    assertThat(trip.at("/error_code").asText()).isEqualTo("orders_still_working");
    assertThat(trip.at("/data/orders_say").asText()).contains("mx-a");
    assertThat(trip.at("/data/new").asBoolean()).isTrue();
  }

  @Test
  void aStrategyIsPausedAndUnpausedAndTwiceIsOnce() {
    JsonNode paused = bench.json("strategy", "pause", ROTATION, "--reason", "earnings");
    JsonNode again = bench.json("strategy", "pause", ROTATION, "--reason", "more");

    assertThat(paused.at("/data/written").asBoolean()).isTrue();
    assertThat(paused.at("/summary").asText())
        .isEqualTo(ROTATION + " is now paused: its entries stop, its exits go on.");
    assertThat(again.at("/data/written").asBoolean()).isFalse();
    assertThat(again.at("/exit_code").asInt()).isZero();
    assertThat(bench.json("trade", "kill-switch", "status").at("/data/paused/0/reason").asText())
        .isEqualTo("earnings");

    JsonNode unpaused = bench.json("strategy", "unpause", ROTATION, "--reason", "over");
    assertThat(unpaused.at("/data/paused").asBoolean()).isFalse();
    assertThat(bench.json("trade", "kill-switch", "status").at("/data/paused")).isEmpty();
  }

  @Test
  void unpausingEndsNoHaltAndSaysSo() {
    bench.json("halt", "--reason", "x");

    assertThat(bench.json("strategy", "unpause", ROTATION, "--reason", "y").at("/warnings/0/code"))
        .hasToString("\"halted\"");
  }

  @Test
  void whatCannotBeMeantIsRefusedAndNothingIsStopped() {
    String slip = ROTATION.replace("spy_shy", "spy_shi");

    assertThat(errorOf("halt", "--reason", " ")).isEqualTo("invalid_reason");
    assertThat(errorOf("halt", "--reason", "x", "--strategy", slip)).isEqualTo("unknown_strategy");
    assertThat(errorOf("strategy", "pause", slip, "--reason", "x")).isEqualTo("unknown_strategy");
    assertThat(bench.json("halt", "--reason", "x", "--mode", "off").at("/exit_code").asInt())
        .isEqualTo(3);
    assertThat(bench.json("trade", "kill-switch", "status").at("/data/tripped").asBoolean())
        .isFalse();
  }

  @Test
  void aNameThatIsNoneIsRefusedWithTheWayToTheNames() {
    for (String[] command :
        List.of(
            new String[] {"strategy", "pause", "nope", "--reason", "x"},
            new String[] {"strategy", "unpause", "nope", "--reason", "x"},
            new String[] {"halt", "--strategy", "nope", "--reason", "x"})) {
      JsonNode refused = bench.json(command);

      assertThat(refused.get("error_code").asText()).isEqualTo("unknown_strategy");
      assertThat(refused.at("/data/failure/what").asText())
          .isEqualTo("No strategy is called nope.");
      assertThat(refused.at("/data/failure/next").asText())
          .isEqualTo("See `milodex strategy list`.");
    }
  }

  @Test
  void brokenFilesStopNobodyFromStopping() throws IOException {
    Files.writeString(bench.workspace().resolve("configs/risk.yaml"), "risk: [");
    Files.writeString(
        bench.workspace().resolve("configs/strategies/" + ROTATION + ".yaml"), "strategy: [");

    assertThat(bench.run("halt", "--reason", "x", "--strategy", ROTATION).exit()).isZero();
  }

  @Test
  void aBrokerThatCannotBeReadStopsNobodyFromStopping() throws IOException {
    bench.opensBooks();
    Path broker = bench.workspace().resolve("data/paper/broker.jsonl");
    Files.createDirectories(broker.resolveSibling(""));
    Files.writeString(broker, "{\"torn\n{}\n");

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/data/new").asBoolean()).as("" + trip).isTrue();
    assertThat(trip.at("/exit_code").asInt()).isEqualTo(9);
    assertThat(trip.at("/error_code").asText()).isEqualTo("broker_unanswered");
    assertThat(trip.at("/data/orders_say").asText())
        .contains("broker.jsonl")
        .doesNotContain("StreamReadFeature");
    assertThat(bench.json("trade", "kill-switch", "status").at("/data/tripped").asBoolean())
        .isTrue();
    assertThat(bench.json("status").at("/data/condition").asText()).isEqualTo("halted");
  }

  @Test
  void aLedgerThatTakesNoHaltIsSaidInCapitals() throws IOException {
    Files.writeString(bench.ledger(), "this is no ledger");

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/exit_code").asInt()).isEqualTo(7);
    assertThat(trip.at("/error_code").asText()).isEqualTo("ledger_corrupt");
    assertThat(trip.at("/data/failure/what").asText()).isEqualTo("NOTHING WAS HALTED.");
    assertThat(trip.at("/data/failure/next").asText()).contains("kill PID");
  }

  @Test
  void aShortLedgerThatCannotBeAddedUpIsHaltedAllTheSame() {
    try (Ledger ledger = SqliteLedger.open(bench.ledger())) {
      Fact funded =
          new Fact.StrategyFunded(
              StrategyId.parse(ROTATION), LocalDate.parse("2024-03-01"), Money.of(1));
      ledger.append(
          Shell.NOW, List.of(Draft.of("funded/once", funded), Draft.of("funded/twice", funded)));
    }

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/error_code").asText()).as("" + trip).isEqualTo("halt_only_latched");
    assertThat(trip.at("/exit_code").asInt()).isEqualTo(7);
    try (Ledger ledger = SqliteLedger.openReadOnly(bench.ledger())) {
      assertThat(FactType.of(ledger.event(3).orElseThrow().fact()))
          .isEqualTo(FactType.HALT_TRIPPED);
    }
  }

  @Test
  void aLedgerThatCanBeReadButTakesNoFactIsSaidInCapitalsToo() throws SQLException {
    bench.run("strategy", "pause", ROTATION, "--reason", "earnings");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + bench.ledger());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'full'); END");
    }

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/data/failure/what").asText())
        .as("" + trip)
        .isEqualTo("NOTHING WAS HALTED.");
  }

  private String id() {
    return bench.json("trade", "kill-switch", "status").at("/data/incidents/0/incident").asText();
  }

  private JsonNode reset(String incident, String... more) {
    String[] words = {
      "trade", "kill-switch", "reset", "--incident", incident, "--reason", "looked into it"
    };
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return bench.json(all);
  }

  private String errorOf(String... words) {
    return bench.json(words).at("/error_code").asText();
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}

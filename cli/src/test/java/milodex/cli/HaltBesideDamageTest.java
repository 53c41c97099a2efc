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
import java.util.Optional;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact;
import milodex.ledger.RiskFact;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is damaged beside the newest events of the ledger, a halt is latched; where it cannot
/// be, that is said.
class HaltBesideDamageTest {

  private static final String ROTATION = "regime.daily.sma200_rotation.spy_shy.v1";
  private static final String[] OF_ROTATION = {"halt", "--reason", "x", "--strategy", ROTATION};

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aWorkspaceIsMade() {
    bench = Bench.in(directory);
  }

  @Test
  void twoFilesOfOneIdStopNobodyFromStopping() throws IOException {
    Path strategies = bench.workspace().resolve("configs/strategies");
    Files.copy(strategies.resolve(ROTATION + ".yaml"), strategies.resolve("copy.yaml"));

    JsonNode trip = bench.json(OF_ROTATION);

    assertThat(trip.at("/data/new").asBoolean()).as("" + trip).isTrue();
    assertThat(trip.at("/warnings/0/code").asText()).isEqualTo("strategy_unchecked");
    assertThat("" + trip.at("/warnings/0")).contains(ROTATION, "change one");
    assertThat(bench.json("strategy", "pause", ROTATION, "--reason", "x").at("/data/paused"))
        .hasToString("true");
  }

  @Test
  void stepsThatCannotBeReadStopNobodyFromStopping() throws SQLException {
    try (Ledger ledger = SqliteLedger.open(bench.ledger())) {
      ledger.append(
          Shell.NOW,
          Draft.of(
              "stage/demoted",
              new PromotionFact.StageDemoted(
                  StrategyId.parse(ROTATION), "paper", "idle", "it bleeds", Optional.empty())));
      for (int i = 0; i < 300; i++) {
        ledger.append(
            Shell.NOW,
            Draft.of(
                "pause/" + i,
                new RiskFact.StrategyPaused(StrategyId.parse(ROTATION), "fact " + i)));
      }
    }
    sql("DROP TRIGGER event_stays_as_written", "UPDATE event SET payload = '{}' WHERE seq = 1");

    JsonNode trip = bench.json(OF_ROTATION);

    assertThat(trip.at("/error_code").asText()).as("" + trip).isEqualTo("halt_only_latched");
    JsonNode newest = bench.json("ledger", "tail", "1").at("/data/events/0");
    assertThat(newest.get("type").asText()).isEqualTo("halt.tripped");

    JsonNode again = bench.json(OF_ROTATION);

    assertThat(again.at("/error_code").asText()).as("" + again).isEqualTo("halt_only_latched");
    assertThat(again.at("/data/failure/did").asText())
        .isEqualTo(
            "It was halted already, incident %s, and nothing else was done."
                .formatted(newest.at("/fact/incident").asText()));
    assertThat(bench.json("ledger", "tail", "1").at("/data/events/0")).isEqualTo(newest);
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidInCapitals() throws IOException {
    Path data = bench.workspace().resolve("data");
    if (Files.exists(data)) {
      Files.delete(data);
    }
    Files.writeString(data, "no folder");

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/data/failure/what").asText())
        .as("" + trip)
        .isEqualTo("NOTHING WAS HALTED.");
    assertThat(trip.at("/exit_code").asInt()).isEqualTo(4);
  }

  @Test
  void aBrokersFileThatIsAFolderStopsNobodyFromStopping() throws IOException {
    bench.opensBooks();
    Files.createDirectories(bench.workspace().resolve("data/paper/broker.jsonl"));

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/data/new").asBoolean()).as("" + trip).isTrue();
    assertThat(trip.at("/error_code").asText()).isEqualTo("broker_unanswered");
  }

  @Test
  void aLedgerThatTakesNothingAfterTheHaltIsSaidToBeHaltedAndNotVerified() throws SQLException {
    bench.opensBooks();
    sql(
        "CREATE TRIGGER full BEFORE INSERT ON event WHEN NEW.type = 'halt.verified'"
            + " BEGIN SELECT RAISE(ABORT, 'full'); END");

    JsonNode trip = bench.json("halt", "--reason", "x");

    assertThat(trip.at("/exit_code").asInt()).as("" + trip).isEqualTo(9);
    assertThat(trip.at("/error_code").asText()).isEqualTo("halt_not_verified");
    String incident = bench.json("incidents", "list").at("/data/incidents/0/incident").asText();
    assertThat(trip.at("/data/failure/did").asText())
        .startsWith("The halt is latched, incident " + incident);

    sql("DROP TRIGGER full");
    JsonNode again = bench.json("halt", "--reason", "x");

    assertThat(again.at("/exit_code").asInt()).isZero();
    assertThat(again.at("/refs/incident").asText()).isEqualTo(incident);
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + bench.ledger());
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}

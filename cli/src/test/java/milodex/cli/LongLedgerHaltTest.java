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
import java.util.ArrayList;
import java.util.List;
import milodex.cli.Shell.Said;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A halt beside a long ledger of which nothing was kept is latched before the ledger is added up.
class LongLedgerHaltTest {

  private static final int FACTS = 2_500;
  private static final StrategyId ROTATION =
      StrategyId.parse("regime.daily.sma200_rotation.spy_shy.v1");

  @TempDir private Path directory;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void aLongLedgerIsThere() {
    bench = Bench.in(directory);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < FACTS; i++) {
      drafts.add(Draft.of("pause/" + i, new RiskFact.StrategyPaused(ROTATION, "fact " + i)));
    }
    try (Ledger ledger = SqliteLedger.open(bench.ledger())) {
      ledger.append(Shell.NOW, drafts);
    }
  }

  @Test
  void itSaysThatItIsLatchedAndThenWhatBecameOfTheOrders() {
    Said said = bench.run("halt", "--reason", "enough");

    assertThat(said.exit()).isZero();
    assertThat(said.err()).contains("The halt is latched: incident ");
    assertThat(said.out()).contains("The kill switch is tripped", "there was nothing to cancel");
    JsonNode incident = bench.json("incidents", "list").at("/data/incidents/0");
    assertThat(bench.json("incidents", "show", incident.get("incident").asText()).toString())
        .contains("not added up yet when it latched");
  }

  @Test
  void withWhatWasKeptOfTheBooksItHasThem() {
    bench.run("halt", "--reason", "enough", "--mode", "reduce-only");
    assertThat(bench.ledger().resolveSibling("ledger.db.books")).isRegularFile();

    Said said = bench.run("halt", "--reason", "all of it");

    assertThat(said.err()).doesNotContain("latched");
    JsonNode all = bench.json("incidents", "list").at("/data/incidents");
    assertThat(all).hasSize(2);
    assertThat(books(all.get(0)) + books(all.get(1)))
        .containsOnlyOnce("account/cash")
        .containsOnlyOnce("not added up yet");
  }

  @Test
  void aSecondTripIsTheSameIncident() throws IOException {
    JsonNode first = bench.json("halt", "--reason", "one");
    Files.delete(bench.ledger().resolveSibling("ledger.db.books"));

    Said said = bench.run("halt", "--reason", "two");
    JsonNode all = bench.json("incidents", "list").at("/data/incidents");

    assertThat(first.at("/data/new").asBoolean()).isTrue();
    assertThat(said.err()).contains("It was halted already.");
    assertThat(all).hasSize(1);
  }

  @Test
  void aLedgerThatCannotBeAddedUpIsHaltedAllTheSame() throws SQLException {
    sql(
        "DROP TRIGGER event_stays_as_written",
        "UPDATE event SET payload = replace(payload, 'fact', 'lie') WHERE seq = 2");

    JsonNode reply = bench.json("halt", "--reason", "enough");

    assertThat(reply.get("exit_code").asInt()).isEqualTo(7);
    assertThat(reply.get("error_code").asText()).isEqualTo("halt_only_latched");
    assertThat(reply.at("/data/failure/did").asText()).startsWith("The halt is latched, incident ");
    assertThat(bench.json("ledger", "tail", "1").at("/data/events/0/type").asText())
        .isEqualTo("halt.tripped");
  }

  private String books(JsonNode incident) {
    return bench
        .json("incidents", "show", incident.get("incident").asText())
        .at("/data/incident/books")
        .toString();
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

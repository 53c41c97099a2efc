package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.ledger.Draft;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact.TroubleFound;
import milodex.market.ExchangeCalendar;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Something went wrong in the evening, and the operator reads of it in the morning.
class AlertsCommandTest {

  private static final String EVENING = "2018-10-01T18:00";
  private static final String MORNING = "2018-10-02T08:00";

  @TempDir private Path directory;

  @Test
  void whereNothingWentWrongNothingIsListedAndNoLedgerIsMade() {
    Bench bench = Bench.in(directory);

    assertThat(bench.run("alerts", "list").out()).contains("No alert is open.");
    assertThat(bench.ledger()).doesNotExist();
    JsonNode none = bench.json("alerts", "ack", "--all", "--reason", "in order");

    assertThat(none.get("exit_code").asInt()).as("" + none).isZero();
    assertThat(none.get("summary").asText())
        .isEqualTo("Nothing is left to acknowledge. Nothing was written. No alert is open.");
  }

  @Test
  void everythingIsListedHoweverMuchThereIsAndWhatStopsAllComesFirst() throws IOException {
    PaperBench paper = troubled();
    for (int i = 0; i < 30; i++) {
      found(paper, "runtime_errors", HaltScope.of(StrategyId.parse("a.daily.b.c.v" + (i + 1))));
    }
    found(paper, "broker_lost", HaltScope.ACCOUNT);

    JsonNode list = paper.at(MORNING).json("alerts", "list");

    assertThat(list.at("/data/alerts")).hasSize(32);
    assertThat(list.at("/data/alerts/0/what").asText()).isEqualTo("broker_lost");
    assertThat(paper.at(MORNING).run("alerts", "list").out())
        .contains("32 alerts are not acknowledged.", "a.daily.b.c.v30", "milodex alerts ack");
  }

  @Test
  void statusAsksForItUntilItIsAcknowledged() throws IOException {
    PaperBench paper = troubled();

    JsonNode before = paper.at(MORNING).json("status");
    assertThat(before.at("/data/condition").asText()).isEqualTo("review_required");
    assertThat(before.at("/data/action_needed").asBoolean()).isTrue();
    assertThat(before.at("/data/alerts/0/times").asInt()).isEqualTo(2);
    assertThat(paper.at(MORNING).run("status").out())
        .contains("data_quality, found 2 times: no bar of SIM-IDX", "`milodex alerts list`");

    JsonNode seen = paper.at(MORNING).json("alerts", "ack", id(paper), "--reason", "a halt");
    assertThat(seen.at("/data/acknowledged")).as("" + seen).hasSize(1);

    JsonNode after = paper.at(MORNING).json("status");
    assertThat(after.at("/data/alerts")).isEmpty();
    assertThat(after.at("/data/action_needed").asBoolean()).isFalse();
  }

  @Test
  void theSecondTimeItSaysSoAndWritesNothing() throws IOException {
    PaperBench paper = troubled();
    String id = id(paper);
    paper.at(MORNING).json("alerts", "ack", id, "--reason", "a halt");
    int facts = paper.events().size();

    JsonNode again = paper.at(MORNING).json("alerts", "ack", id, "--reason", "a halt");

    assertThat(again.get("exit_code").asInt()).isZero();
    assertThat(again.get("summary").asText()).contains("Nothing was written.");
    assertThat(paper.events()).hasSize(facts);
    assertThat(paper.at(MORNING).run("explain", "" + facts).out()).contains("a halt");
  }

  @Test
  void zerosInFrontOfANumberChangeNothing() throws IOException {
    PaperBench paper = troubled();

    JsonNode seen = paper.at(MORNING).json("alerts", "ack", "00" + id(paper), "--reason", "a halt");

    assertThat(seen.at("/data/acknowledged")).as("" + seen).hasSize(1);
  }

  @Test
  void whoeverNamesAnOldNumberIsToldTheNewOne() throws IOException {
    PaperBench paper = troubled();
    String id = id(paper);
    found(paper, "data_quality", HaltScope.of(StrategyId.parse(PULLBACK)));

    JsonNode refused = paper.at(MORNING).json("alerts", "ack", id, "--reason", "a halt");

    assertThat(refused.get("exit_code").asInt()).isEqualTo(3);
    assertThat(refused.get("error_code").asText()).isEqualTo("alert_found_again");
    assertThat(refused.at("/data/failure/next").asText()).contains("milodex explain " + id(paper));
  }

  @Test
  void oneThatIsUnknownLetsNoneOfThemBeAcknowledged() throws IOException {
    PaperBench paper = troubled();
    int facts = paper.events().size();

    assertThat(paper.refused(MORNING, 3, "alerts", "ack", id(paper), "1", "--reason", "seen"))
        .isEqualTo("unknown_alert");
    assertThat(paper.refused(MORNING, 3, "alerts", "ack", "x", "--reason", "seen"))
        .isEqualTo("unknown_alert");
    assertThat(paper.refused(MORNING, 3, "alerts", "ack", "--reason", "seen"))
        .isEqualTo("invalid_argument");
    assertThat(paper.refused(MORNING, 3, "alerts", "ack", "7", "--all", "--reason", "seen"))
        .isEqualTo("invalid_argument");
    assertThat(paper.refused(MORNING, 3, "alerts", "ack", "--all", "--reason", " "))
        .isEqualTo("invalid_reason");
    assertThat(paper.events()).hasSize(facts);
  }

  /// Two strategies, and something was found twice about the first.
  private PaperBench troubled() throws IOException {
    PaperBench paper = PaperBench.without(directory);
    found(paper, "data_quality", HaltScope.of(StrategyId.parse(PULLBACK)));
    found(paper, "data_quality", HaltScope.of(StrategyId.parse(PULLBACK)));
    return paper;
  }

  private static void found(PaperBench paper, String trigger, HaltScope scope) {
    try (Ledger ledger = SqliteLedger.open(paper.at(EVENING).ledger())) {
      TroubleFound fact =
          new TroubleFound(
              ExchangeCalendar.nyse().firstCovered(), trigger, scope, "no bar of SIM-IDX");
      ledger.append(PaperBench.instant(EVENING), Draft.of("trouble/" + ledger.head().seq(), fact));
    }
  }

  /// The number of the first alert that is listed.
  private static String id(PaperBench paper) {
    List<String> ids = new ArrayList<>();
    paper
        .at(MORNING)
        .json("alerts", "list")
        .at("/data/alerts")
        .forEach(alert -> ids.add(alert.get("alert").asText()));
    return ids.getFirst();
  }
}

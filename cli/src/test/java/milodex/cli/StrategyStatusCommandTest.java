package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.files.ProcessLock;
import milodex.ledger.Draft;
import milodex.ledger.Fact.BooksOpened;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.RiskFact.TroubleFound;
import milodex.market.ExchangeCalendar;
import milodex.money.Money;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator asks why a strategy does not trade.
class StrategyStatusCommandTest {

  private static final String NOW = "2018-10-01T18:00";

  @TempDir private Path directory;

  @Test
  void whereNothingStandsAtPaperItSaysSo() {
    Bench bench = Bench.in(directory);

    assertThat(bench.run("strategy", "status").out()).contains("No strategy stands at paper.");
    assertThat(bench.json("strategy", "status", ROTATION).at("/data/strategies/0/stage").asText())
        .isEqualTo("backtest");
    assertThat(bench.ledger()).doesNotExist();
  }

  @Test
  void whatStopsEntriesAndWhatStopsExitsIsToldOfEach() {
    PaperBench paper = PaperBench.without(directory);
    Bench bench = paper.at(NOW);
    bench.json("strategy", "pause", ROTATION, "--reason", "earnings");
    trouble(paper);
    bench.json("trade", "kill-switch", "trip", "--strategy", PULLBACK, "--reason", "odd");

    JsonNode found = bench.json("strategy", "status").at("/data/strategies");

    JsonNode pullback = of(found, PULLBACK);
    assertThat(texts(pullback, "exits_stopped_by")).singleElement().asString().contains("odd");
    assertThat(texts(pullback, "entries_stopped_by"))
        .satisfiesExactly(
            halt -> assertThat(halt).contains("odd"),
            alert -> assertThat(alert).contains("data_quality", "not acknowledged", "no bar"));
    JsonNode rotation = of(found, ROTATION);
    assertThat(texts(rotation, "entries_stopped_by")).containsExactly("paused: earnings");
    assertThat(texts(rotation, "exits_stopped_by")).isEmpty();
    assertThat(rotation.get("next").isNull()).isTrue();
  }

  /// The session of today opened over the alert, and is gone through only once its bars are there.
  @Test
  void whatIsAcknowledgedAfterTheOpenStillStopsTheSessionThatIsDue() {
    PaperBench paper = PaperBench.without(directory);
    StrategyId id = StrategyId.parse(PULLBACK);
    try (Ledger ledger = SqliteLedger.open(paper.at("2018-09-28T18:00").ledger())) {
      LocalDate due = LocalDate.parse("2018-10-01");
      ledger.append(
          PaperBench.instant("2018-09-28T18:00"),
          List.of(
              Draft.of("opened", opened(due, id)),
              Draft.of(
                  "trouble", new TroubleFound(due, "data_quality", HaltScope.of(id), "no bar"))));
    }
    paper.at("2018-10-01T12:00").json("alerts", "ack", "--all", "--reason", "seen");

    JsonNode today = paper.at(NOW).json("strategy", "status", PULLBACK);

    assertThat(today.at("/data/strategies/0/next/session").asText()).isEqualTo("2018-10-01");
    assertThat(texts(today.at("/data/strategies/0"), "entries_stopped_by"))
        .singleElement()
        .asString()
        .contains("data_quality");
  }

  @Test
  void aHaltThatWasResetAfterTheOpenStillStopsTheSessionThatIsDue() {
    PaperBench paper = PaperBench.without(directory);
    try (Ledger ledger = SqliteLedger.open(paper.at("2018-09-28T18:00").ledger())) {
      ledger.append(
          PaperBench.instant("2018-09-28T18:00"),
          Draft.of("opened", opened(LocalDate.parse("2018-10-01"), StrategyId.parse(PULLBACK))));
    }
    JsonNode halt = paper.at("2018-10-01T08:00").json("halt", "--reason", "storm");
    String incident = halt.at("/refs/incident").asText();
    String[] reset = {
      "trade", "kill-switch", "reset", "--incident", incident, "--reason", "over", "--confirm"
    };
    assertThat(paper.at("2018-10-01T12:00").run(reset).exit()).isZero();

    JsonNode today = paper.at(NOW).json("strategy", "status", PULLBACK);

    assertThat(texts(today.at("/data/strategies/0"), "entries_stopped_by"))
        .containsExactly("incident " + incident + " was open when the session opened");
    assertThat(texts(today.at("/data/strategies/0"), "exits_stopped_by")).isEmpty();
  }

  private static BooksOpened opened(LocalDate from, StrategyId id) {
    return new BooksOpened(
        0,
        "paper",
        from,
        ExchangeCalendar.nyse().lastCovered(),
        Money.ZERO,
        new TreeMap<>(Map.of(id, Money.of(10_000))));
  }

  @Test
  void itNamesTheProcessThatRunsIt() throws IOException {
    PaperBench paper = PaperBench.without(directory);
    PaperFolder folder = new PaperFolder(new Workspace(paper.at(NOW).workspace()));
    Path lock = folder.lock(StrategyId.parse(ROTATION));

    try (ProcessLock _ = ProcessLock.tryHold(lock, "process 7 since noon").orElseThrow()) {
      JsonNode found = paper.at(NOW).json("strategy", "status", ROTATION, PULLBACK);
      assertThat(of(found.at("/data/strategies"), ROTATION).get("runner").asText())
          .isEqualTo("process 7 since noon");
      assertThat(of(found.at("/data/strategies"), PULLBACK).get("runner").isNull()).isTrue();
      assertThat(found.get("summary").asText())
          .isEqualTo("2 strategies on paper: 1 run, entries of 0 are stopped.");
    }
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    PaperBench paper = PaperBench.without(directory);

    assertThat(paper.refused(NOW, 3, "strategy", "status", "rotation"))
        .isEqualTo("unknown_strategy");
    assertThat(paper.refused(NOW, 3, "strategy", "status", ROTATION.replace("v1", "v2")))
        .isEqualTo("unknown_strategy");
  }

  private static void trouble(PaperBench paper) {
    try (Ledger ledger = SqliteLedger.open(paper.at(NOW).ledger())) {
      TroubleFound fact =
          new TroubleFound(
              ExchangeCalendar.nyse().firstCovered(),
              "data_quality",
              HaltScope.of(StrategyId.parse(PULLBACK)),
              "no bar");
      ledger.append(PaperBench.instant(NOW), Draft.of("trouble", fact));
    }
  }

  private static JsonNode of(JsonNode strategies, String id) {
    Optional<JsonNode> found = Optional.empty();
    for (JsonNode one : strategies) {
      if (one.get("strategy").asText().equals(id)) {
        found = Optional.of(one);
      }
    }
    return found.orElseThrow();
  }

  private static List<String> texts(JsonNode of, String name) {
    List<String> texts = new ArrayList<>();
    of.get(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}

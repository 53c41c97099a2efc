package milodex.cli;

import static milodex.cli.Sample.PULLBACK;
import static milodex.cli.Sample.ROTATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import milodex.broker.BrokerState;
import milodex.broker.OrderReport;
import milodex.files.BrokerFile;
import milodex.ledger.Event;
import milodex.ledger.Fact.OrderSubmitted;
import milodex.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup on a Tuesday evening with an exit that waits, three more sessions, and then the disk
/// breaks the ledger.
class RestoreStoryTest {

  private static final String FRIDAY = "2018-10-05T18:00";

  @TempDir private Path directory;

  @Test
  void booksEqualTheBrokerInTheEndAndNoWishIsOrderedTwice() throws IOException {
    PaperBench paper = PaperBench.in(directory);
    paper.daily(PaperBench.START, PULLBACK, ROTATION);
    paper.evening("2018-10-01");
    paper.evening("2018-10-02");
    assertThat(paper.at("2018-10-02T18:00").run("backup", "safe").exit()).isZero();
    for (String day : List.of("2018-10-03", "2018-10-04", "2018-10-05")) {
      paper.evening(day);
    }
    List<String> sold = wishesOrderedAfter(paper, "2018-10-02T18:00");
    assertThat(sold).anyMatch(wish -> wish.contains("/SELL/2018-10-02"));
    List<OrderReport> before = broker(paper).orders();

    breakLedger(paper);
    JsonNode start = paper.daily(FRIDAY, PULLBACK, ROTATION);
    assertThat(start.get("error_code").asText()).isEqualTo("ledger_corrupt");
    assertThat(start.at("/data/failure/next").asText()).contains("`milodex restore DIRECTORY`");
    JsonNode preview = paper.at(FRIDAY).json("restore", "safe");
    assertThat(preview.at("/data/lost/known").asBoolean()).isFalse();
    JsonNode restored = paper.at(FRIDAY).json("restore", "safe", "--confirm");
    assertThat(restored.get("exit_code").asInt()).as("" + restored).isZero();
    assertThat(restored.at("/data/broker").asText()).isEqualTo("kept");
    String incident = restored.at("/data/incident").asText();

    assertThat(paper.at(FRIDAY).json("status").at("/data/condition").asText()).isEqualTo("halted");
    assertThat(paper.refused(FRIDAY, 2, "reconcile", "adopt", "--reason", "x", "--confirm"))
        .isEqualTo("session_not_begun");
    paper.imports(FRIDAY);
    assertThat(paper.daily(FRIDAY, PULLBACK, ROTATION).get("exit_code").asInt()).isZero();
    assertThat(broker(paper).orders()).isEqualTo(before);
    assertThat(paper.at(FRIDAY).json("reconcile").at("/data/differences")).isNotEmpty();
    assertThat(paper.at(FRIDAY).run("reconcile", "adopt", "--reason", "restored", "--confirm"))
        .matches(said -> said.exit() == 0, "adopted");
    assertThat(paper.at(FRIDAY).json("reconcile").at("/data/differences")).isEmpty();
    for (JsonNode alert : paper.at(FRIDAY).json("alerts", "list").at("/data/alerts")) {
      paper.at(FRIDAY).run("alerts", "ack", alert.get("alert").asText(), "--reason", "seen");
    }
    assertThat(
            paper
                .at(FRIDAY)
                .run(
                    "trade",
                    "kill-switch",
                    "reset",
                    "--incident",
                    incident,
                    "--reason",
                    "looked",
                    "--confirm")
                .exit())
        .isZero();

    for (String day : List.of("2018-10-08", "2018-10-09")) {
      assertThat(paper.evening(day).get("exit_code").asInt()).isZero();
    }

    assertThat(broker(paper).orders()).hasSizeGreaterThan(before.size());
    assertThat(wishesOrderedAfter(paper, FRIDAY)).isNotEmpty().doesNotContainAnyElementsOf(sold);
    assertThat(paper.at("2018-10-09T18:00").json("reconcile").at("/data/differences")).isEmpty();
    assertThat(paper.at("2018-10-09T18:00").json("status").at("/data/condition").asText())
        .isEqualTo("healthy");
    assertThat(paper.at("2018-10-09T18:00").run("backup", "later").exit()).isZero();
  }

  /// Every wish that an order was sent for since.
  private static List<String> wishesOrderedAfter(PaperBench paper, String time) {
    List<String> wishes = new ArrayList<>();
    for (Event event : paper.events()) {
      if (event.fact() instanceof OrderSubmitted order
          && event.at().isAfter(PaperBench.instant(time))) {
        wishes.add(order.intent());
      }
    }
    return wishes;
  }

  private static BrokerState broker(PaperBench paper) throws IOException {
    Path file = paper.at(FRIDAY).workspace().resolve("data/paper/broker.jsonl");
    return BrokerFile.read(file, Money.of(100_000));
  }

  /// Nothing after its first third can be read any more.
  private static void breakLedger(PaperBench paper) throws IOException {
    Path ledger = paper.at(FRIDAY).ledger();
    byte[] bytes = Files.readAllBytes(ledger);
    for (int i = bytes.length / 3; i < bytes.length; i++) {
      bytes[i] = 0;
    }
    Files.write(ledger, bytes);
  }
}

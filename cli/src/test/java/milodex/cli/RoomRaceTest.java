package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.cli.Shell.Said;
import milodex.execution.Contender;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Finding;
import milodex.ledger.Ledger;
import milodex.sqlite.SqliteLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes want the last room under a limit of the account at the same instant.
class RoomRaceTest {

  private static final int RACES = 500;

  @TempDir private Path directory = Path.of("");

  @Test
  void ofTwoProcessesExactlyOneTakesTheLastRoom() throws IOException {
    Path blank = directory.resolve("blank.db");
    try (Ledger ledger = SqliteLedger.open(blank)) {
      ledger.append(Contender.NOW, RoomRacer.FIELD.opened());
    }
    for (int race = 1; race <= RACES; race++) {
      Files.copy(blank, RoomRacer.ledger(directory, race));
    }

    ChildProcess one = racer(0);
    ChildProcess other = racer(1);

    for (ChildProcess racer : List.of(one, other)) {
      Said said = racer.ended();
      assertThat(said.exit()).as(said.err()).isZero();
    }
    for (int race = 1; race <= RACES; race++) {
      List<Event> events = events(RoomRacer.ledger(directory, race));
      assertThat(events.stream().filter(event -> event.fact() instanceof Fact.OrderSubmitted))
          .as("orders of race " + race)
          .hasSize(1);
      assertThat(refusals(events)).as("race " + race).contains("max_total_exposure_exceeded");
    }
  }

  private ChildProcess racer(int number) {
    return ChildProcess.start(
        directory.resolve("children"), RoomRacer.class, "" + directory, "" + number, "" + RACES);
  }

  private static List<Event> events(Path file) {
    List<Event> events = new ArrayList<>();
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      ledger.verify(Optional.of(ledger.head()));
      ledger.replay(events::add);
    }
    return events;
  }

  /// What the one that came too late was told.
  private static List<String> refusals(List<Event> events) {
    return events.stream()
        .map(Event::fact)
        .filter(fact -> fact instanceof Fact.ProposalJudged judged && !judged.approved())
        .flatMap(fact -> ((Fact.ProposalJudged) fact).findings().stream())
        .filter(finding -> finding.outcome() == Finding.Outcome.BREACH)
        .map(Finding::code)
        .toList();
  }
}

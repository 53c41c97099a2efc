package milodex.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.ledger.Draft;
import milodex.ledger.Head;
import milodex.ledger.LedgerContract;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.RandomFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill or a full disk while SQLite brings its log into the file damages no ledger, though the
/// first page there tells of pages that only the log has; and a new ledger needs no log.
class HalfwayCheckpointTest {

  private static final int PAGE = 4_096;

  @TempDir private Path folder;
  private Path file = Path.of("");
  private Head head = Head.EMPTY;

  @BeforeEach
  void onlyTheFirstPageCameIntoTheFile() throws IOException {
    Path whole = folder.resolve("whole.db");
    file = folder.resolve("ledger.db");
    append(whole, 1).close();
    byte[] before = Files.readAllBytes(whole);
    byte[] log;
    try (SqliteLedger ledger = append(whole, 200)) {
      head = ledger.head();
      log = Files.readAllBytes(whole.resolveSibling("whole.db-wal"));
    }
    byte[] after = Files.readAllBytes(whole);
    assertThat(after.length).isGreaterThan(before.length);
    byte[] halfway = before.clone();
    System.arraycopy(after, 0, halfway, 0, PAGE);
    Files.write(file, halfway);
    Files.write(file.resolveSibling("ledger.db-wal"), log);
  }

  @Test
  void whoReadsItFindsAllOfIt() {
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThat(ledger.verify(Optional.empty())).isEqualTo(head);
    }
  }

  @Test
  void whoAppendsToItGoesOn() {
    try (SqliteLedger ledger = append(file, 1)) {
      assertThat(ledger.verify(Optional.empty()).seq()).isEqualTo(head.seq() + 1);
    }
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThat(ledger.wasAt(head)).isTrue();
    }
  }

  @Test
  void whatIsNoLedgerIsStillFoundBesideALog() throws IOException {
    Files.writeString(file, "this is no ledger");
    Files.writeString(file.resolveSibling("ledger.db-wal"), "and this is no log");

    assertThatThrownBy(() -> SqliteLedger.open(file)).isInstanceOf(LedgerCorruptException.class);
    assertThatThrownBy(() -> SqliteLedger.openReadOnly(file))
        .isInstanceOf(LedgerCorruptException.class);
    assertThat(file).hasContent("this is no ledger");
  }

  @Test
  void aNewLedgerIsWholeBeforeItIsClosedAndLeavesNothingBeside() throws Exception {
    Path made = Files.createDirectory(folder.resolve("new")).resolve("made.db");
    Path copy = folder.resolve("copy.db");
    try (Connection connection = LedgerFile.made(made, Duration.ofSeconds(1))) {
      assertThat(connection.isClosed()).isFalse();
      Files.copy(made, copy);
    }

    try (SqliteLedger ledger = append(copy, 1)) {
      assertThat(ledger.verify(Optional.empty()).seq()).isEqualTo(1);
    }
    try (Stream<Path> files = Files.list(made.resolveSibling(""))) {
      assertThat(files).containsExactly(made);
    }
  }

  private static SqliteLedger append(Path path, int count) {
    SqliteLedger ledger = SqliteLedger.open(path);
    long seq = ledger.head().seq();
    RandomFacts facts = new RandomFacts(seq + 1);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      drafts.add(Draft.of("fact-" + (seq + i), facts.next()));
    }
    ledger.append(LedgerContract.OPEN, drafts);
    return ledger;
  }
}

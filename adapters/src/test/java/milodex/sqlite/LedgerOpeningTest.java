package milodex.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import milodex.ledger.FactType;
import milodex.ledger.LedgerContract;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the operator is told when a ledger cannot be opened or written.
class LedgerOpeningTest {

  private static final Duration BRIEFLY = Duration.ofMillis(20);

  @TempDir private Path folder;

  @Test
  void aMissingLedgerIsMadeForWritingAndNotForReading() {
    Path file = folder.resolve("my ledger 100%?.db");

    assertThatThrownBy(() -> SqliteLedger.openReadOnly(file))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("There is no ledger at " + file);
    assertThat(file).doesNotExist();

    SqliteLedger.open(file).close();
    assertThat(file).exists();
  }

  @Test
  void ofSeveralThatOpenAMissingLedgerAtOnceEachFindsAWholeOne() throws Exception {
    try (ExecutorService openers = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 40; round++) {
        Path file = folder.resolve("ledger-%d.db".formatted(round));
        Callable<Long> opener =
            () -> {
              try (SqliteLedger ledger = SqliteLedger.open(file)) {
                return ledger.head().seq();
              }
            };
        for (Future<Long> opened : openers.invokeAll(Collections.nCopies(4, opener))) {
          assertThat(opened.get()).isZero();
        }
      }
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp*");
  }

  @Test
  void aMissingFolderIsNotMade() {
    Path file = folder.resolve("data").resolve("ledger.db");

    assertThatThrownBy(() -> SqliteLedger.open(file))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("its folder does not exist")
        .hasMessageContaining("Nothing was made");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void readingMakesNoFileAndSeesAClosedLedger() throws IOException {
    Path file = written("ledger.db");

    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThat(ledger.head().seq()).isEqualTo(1);
      assertThat(ledger.verify(Optional.empty()).seq()).isEqualTo(1);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
    }
  }

  @Test
  void readingSeesWhatAWriterThatIsStillOpenHasAppended() {
    try (SqliteLedger writer = SqliteLedger.open(folder.resolve("ledger.db"))) {
      writer.append(LedgerContract.OPEN, LedgerContract.draft("a", FactType.RUN_FAILED));

      try (SqliteLedger reader = SqliteLedger.openReadOnly(folder.resolve("ledger.db"))) {
        assertThat(reader.head()).isEqualTo(writer.head());
        writer.append(LedgerContract.OPEN, LedgerContract.draft("b", FactType.RUN_FAILED));
        assertThat(reader.head()).isEqualTo(writer.head());
      }
    }
  }

  @Test
  void whatAProcessAppendedBeforeItDiedIsThere() throws IOException {
    Path file = folder.resolve("ledger.db");
    Path left = Files.createDirectory(folder.resolve("left")).resolve("ledger.db");
    try (SqliteLedger writer = SqliteLedger.open(file)) {
      writer.append(LedgerContract.OPEN, LedgerContract.draft("a", FactType.RUN_FAILED));
      Files.copy(file, left);
      Files.copy(folder.resolve("ledger.db-wal"), left.resolveSibling("ledger.db-wal"));
    }

    try (SqliteLedger reader = SqliteLedger.openReadOnly(left)) {
      assertThat(reader.verify(Optional.empty()).seq()).isEqualTo(1);
    }
    try (SqliteLedger ledger = SqliteLedger.open(left)) {
      assertThat(ledger.event(1)).isPresent();
    }
  }

  @Test
  void pagesThatAWriterChangedUnderAReaderAreNotCalledDamage() throws IOException {
    Path file = written("ledger.db");
    try (SqliteLedger reader = SqliteLedger.openReadOnly(file)) {
      byte[] bytes = Files.readAllBytes(file);
      Arrays.fill(bytes, 4096, bytes.length, (byte) 0);
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));

      assertThatThrownBy(() -> reader.verify(Optional.empty()))
          .isInstanceOf(LedgerUnavailableException.class)
          .hasMessageContaining("was written to while it was read")
          .hasMessageContaining("Read it again");
    }
  }

  @Test
  void aLedgerOpenedForReadingCannotBeAppendedTo() {
    Path file = written("ledger.db");

    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThatThrownBy(
              () ->
                  ledger.append(
                      LedgerContract.OPEN, LedgerContract.draft("b", FactType.RUN_FAILED)))
          .isInstanceOf(LedgerUnavailableException.class)
          .hasMessageContaining("opened for reading")
          .hasMessageContaining("Nothing was appended");
    }
  }

  @Test
  void aFolderWithoutTheRightToWriteIsNamed() {
    Path file = Path.of("/proc/ledger.db");
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "no /proc on this system");

    assertThatThrownBy(() -> SqliteLedger.open(file))
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("cannot be made")
        .hasMessageContaining("this user may write there");
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.db"), "buy low, sell high\n".repeat(99));

    assertThatThrownBy(() -> SqliteLedger.open(file))
        .isInstanceOf(LedgerCorruptException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("Milodex changed nothing");
    assertThat(file).hasContent("buy low, sell high\n".repeat(99));
  }

  @Test
  void aDatabaseOfSomeoneElseIsLeftAlone() throws IOException, SQLException {
    Path file = folder.resolve("songs.db");
    Sql.run(file, "CREATE TABLE song (title TEXT)");
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> SqliteLedger.open(file))
        .isInstanceOf(LedgerCorruptException.class)
        .hasMessageContaining("is no Milodex ledger");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aLedgerOfANewerMilodexIsRefusedWithBothVersions() throws SQLException {
    Path file = written("ledger.db");
    Sql.run(file, "PRAGMA user_version = 7");

    for (ThrowingOpen open : new ThrowingOpen[] {SqliteLedger::open, SqliteLedger::openReadOnly}) {
      assertThatThrownBy(() -> open.at(file))
          .isInstanceOf(LedgerUnavailableException.class)
          .hasMessageContaining("schema version 7")
          .hasMessageContaining("versions up to 1")
          .hasMessageContaining("Nothing was changed");
    }
  }

  @Test
  void aLedgerThatAnotherProcessIsWritingToIsNotWaitedForForEver() throws SQLException {
    Path file = written("ledger.db");
    try (SqliteLedger ledger = SqliteLedger.open(file, BRIEFLY);
        Connection other = Sql.connect(file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatThrownBy(
              () ->
                  ledger.append(
                      LedgerContract.OPEN, LedgerContract.draft("b", FactType.RUN_FAILED)))
          .isInstanceOf(LedgerUnavailableException.class)
          .hasMessageContaining("another process is writing to it")
          .hasMessageContaining("Nothing was appended");
      assertThat(ledger.head().seq()).isEqualTo(1);

      statement.execute("ROLLBACK");
      ledger.append(LedgerContract.OPEN, LedgerContract.draft("b", FactType.RUN_FAILED));
      assertThat(ledger.head().seq()).isEqualTo(2);
    }
  }

  private Path written(String name) {
    Path file = folder.resolve(name);
    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      ledger.append(LedgerContract.OPEN, LedgerContract.draft("a", FactType.RUN_FAILED));
    }
    return file;
  }

  @FunctionalInterface
  private interface ThrowingOpen {
    SqliteLedger at(Path file);
  }
}

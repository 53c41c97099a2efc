package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import milodex.cli.Shell.Ears;
import milodex.data.DataUnavailableException;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.terminal.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is thrown becomes an exit code and four answers.
class ErrorReporterTest {

  private static final int SQLITE_BUSY_SNAPSHOT = 517;
  private static final int SQLITE_FULL = 13;

  @TempDir private Path crashes;

  @Test
  void everyKnownExceptionHasItsExitCode() {
    Exception busy = new SQLException("database is locked", "", SQLITE_BUSY_SNAPSHOT);
    Exception full = new SQLException("disk full", "", SQLITE_FULL);
    assertThat(explain(new LedgerCorruptException(7, "hash differs")).exit())
        .isEqualTo(ExitCode.INTEGRITY);
    assertThat(explain(new LedgerUnavailableException("in use", busy)).exit())
        .isEqualTo(ExitCode.LOCKED);
    assertThat(explain(new LedgerUnavailableException("no room", full)).exit())
        .isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(explain(new DataUnavailableException("torn")).exit())
        .isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(explain(new NoSuchFileException("bars")).exit()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(explain(new UncheckedIOException(new IOException("no room"))).exit())
        .isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(crashes).isEmptyDirectory();
  }

  @Test
  void aFailureStaysWhatItIs() {
    Failure failure = Failure.usage("code", "What.", "Why.", "Next.");
    assertThat(explain(failure)).isSameAs(failure);
  }

  @Test
  void aBugIsToldWithoutItsStackWhichIsInTheCrashFile() throws IOException {
    Failure failure = explain(new IllegalStateException("lots do not add up"));
    Path file = crashes.resolve("20240301T210500.123Z.txt");
    assertThat(failure.exit()).isEqualTo(ExitCode.INTERNAL_ERROR);
    assertThat(text(failure))
        .contains("IllegalStateException: lots do not add up", file.toString())
        .doesNotContain("\tat ");
    assertThat(Files.readString(file))
        .contains("arguments [backtest, --start, 2020-01-01]", "\tat milodex.cli.");
  }

  @Test
  void aBugThatCannotBeWrittenDownIsStillTold() throws IOException {
    Path file = Files.writeString(crashes.resolve("taken"), "");
    Failure failure = reporter(file).explain(new StackOverflowError());
    assertThat(failure.exit()).isEqualTo(ExitCode.INTERNAL_ERROR);
    assertThat(text(failure)).contains("a crash file could not be written");
  }

  private Failure explain(Throwable thrown) {
    return reporter(crashes).explain(thrown);
  }

  private ErrorReporter reporter(Path directory) {
    Environment environment = new Shell(crashes).environment(new Ears());
    return new ErrorReporter(environment, directory, List.of("backtest", "--start", "2020-01-01"));
  }

  private static String text(Failure failure) {
    Screen screen = new Screen(1000, true, false);
    return failure.reply().blocks().stream().map(b -> b.lines(screen)).toList().toString();
  }
}

package milodex.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.LongConsumer;
import milodex.ledger.Head;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.core.DB;

/// The operator's ledger as it is at one moment, to be copied while others append to it.
public final class LedgerSnapshot implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LedgerFile file;
  private final Head head;

  private LedgerSnapshot(LedgerFile file, Head head) {
    this.file = file;
    this.head = head;
  }

  /// The ledger as it is now; what is appended from here on is not in it.
  ///
  /// @throws LedgerUnavailableException if it cannot be used
  /// @throws LedgerCorruptException if it is damaged
  public static LedgerSnapshot of(Path path) {
    LedgerFile file = LedgerFile.writable(path, PATIENCE);
    try (Statement statement = file.connection().createStatement()) {
      statement.execute("BEGIN");
      return new LedgerSnapshot(file, new EventTable(file.connection()).head());
    } catch (SQLException e) {
      RuntimeException failure = SqlFailure.of(e, path, 0);
      close(file, failure);
      throw failure;
    }
  }

  /// Its newest event.
  public Head head() {
    return head;
  }

  /// Copies it, page by page, as it is.
  ///
  /// @param target a new file
  /// @param progress is told how many thousandths are copied, from time to time
  /// @throws IOException if it cannot be written; a part of it may be left
  /// @throws LedgerUnavailableException if it cannot be read now
  public void copyTo(Path target, LongConsumer progress) throws IOException {
    try {
      DB database = file.connection().unwrap(SQLiteConnection.class).getDatabase();
      int code =
          database.backup(
              "main",
              target.toString(),
              (left, all) -> progress.accept(all == 0 ? 0 : 1000L * (all - left) / all));
      if (code != SQLiteErrorCode.SQLITE_OK.code) {
        SQLiteErrorCode error = SQLiteErrorCode.getErrorCode(code);
        throw new SQLiteException(error.message, error);
      }
    } catch (SQLException e) {
      throw SqlFailure.copying(e, file.path(), target);
    }
  }

  @Override
  public void close() {
    try {
      file.connection().close();
    } catch (SQLException e) {
      throw SqlFailure.of(e, file.path(), 0);
    }
  }

  private static void close(LedgerFile file, Exception reason) {
    try {
      file.connection().close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}

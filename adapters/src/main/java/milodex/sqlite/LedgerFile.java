package milodex.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import milodex.files.AtomicFile;
import milodex.ledger.LedgerUnavailableException;
import org.sqlite.SQLiteConfig;

/// A connection to the file of a ledger.
///
/// @param unlockedSince when the file was last written before it was opened without locks; empty
///     if SQLite's locks keep readers and writers apart
record LedgerFile(Path path, Connection connection, Optional<FileTime> unlockedSince) {

  /// Opens a ledger for appending; one that is missing is made beside and comes into its place
  /// whole, so that no process ever meets half of it.
  static LedgerFile writable(Path path, Duration patience) {
    requireFolder(path);
    if (!Files.exists(path)) {
      make(path, patience);
    }
    requireLedger(path, patience);
    return new LedgerFile(path, connect(path, writing(patience), ""), Optional.empty());
  }

  /// Makes an empty ledger, unless another process does so first.
  private static void make(Path path, Duration patience) {
    try {
      AtomicFile.writeIfMissing(
          path,
          temp -> {
            try {
              made(temp, patience).close();
            } catch (SQLException e) {
              throw SqlFailure.of(e, path, 0);
            }
          });
    } catch (IOException e) {
      throw new LedgerUnavailableException(
          "The ledger "
              + path
              + " cannot be made ("
              + e
              + "). Nothing was made. Check that its folder exists and that this user may write"
              + " there, and that the disk has space and knows hard links.",
          e);
    }
  }

  /// An empty ledger in an empty file, which is whole before the connection is closed: what waits
  /// in a log for that is lost without a word where the disk is full.
  static Connection made(Path path, Duration patience) throws SQLException {
    SQLiteConfig config = config(patience);
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    Connection connection = connect(path, config, "");
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      LedgerSchema.migrate(connection);
      statement.execute("COMMIT");
      statement.execute("PRAGMA journal_mode = WAL");
      return connection;
    } catch (SQLException | RuntimeException e) {
      close(connection, e);
      throw e;
    }
  }

  private static SQLiteConfig writing(Duration patience) {
    SQLiteConfig config = config(patience);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setPragma(SQLiteConfig.Pragma.RECURSIVE_TRIGGERS, "true");
    return config;
  }

  /// Opens a ledger for reading, without making any file where no writer has left its log.
  static LedgerFile readOnly(Path path, Duration patience) {
    if (!Files.isRegularFile(path)) {
      throw new LedgerUnavailableException(
          "There is no ledger at " + path + ". Nothing was made. Check the folder you work in.");
    }
    if (hasLog(path)) {
      return new LedgerFile(path, required(path, locked(path, patience)), Optional.empty());
    }
    Optional<FileTime> written = Optional.of(lastWritten(path));
    return new LedgerFile(path, required(path, unlocked(path)), written);
  }

  /// What is asked of the database.
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /// Does all of `work` or nothing, alone among writers.
  <T> T transaction(Work<T> work) throws SQLException {
    execute("BEGIN IMMEDIATE");
    try {
      T answer = work.run();
      execute("COMMIT");
      return answer;
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  /// Whether a writer may have changed pages while they were read without locks.
  boolean changedWhileRead() {
    return unlockedSince.isPresent() && !unlockedSince.get().equals(lastWritten(path));
  }

  private void rollBack(Exception reason) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void requireFolder(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new LedgerUnavailableException(
          "The ledger "
              + path
              + " cannot be opened: its folder does not exist. Nothing was made."
              + " Make the folder, or check the one you work in.");
    }
  }

  /// Reads the log of a writer too, if there is one: until all of it is in the file, and a kill or
  /// a full disk can come between, the file alone looks damaged.
  private static void requireLedger(Path path, Duration patience) {
    try {
      required(path, hasLog(path) ? locked(path, patience) : unlocked(path)).close();
    } catch (SQLException e) {
      throw SqlFailure.of(e, path, 0);
    }
  }

  /// The connection, if it is to a ledger; otherwise it is closed.
  private static Connection required(Path path, Connection connection) {
    try {
      LedgerSchema.require(connection, path);
      return connection;
    } catch (SQLException e) {
      close(connection, e);
      throw SqlFailure.of(e, path, 0);
    } catch (RuntimeException e) {
      close(connection, e);
      throw e;
    }
  }

  private static void close(Connection connection, Exception reason) {
    try {
      connection.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /// The last writer that closes takes the log away.
  private static boolean hasLog(Path path) {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    try {
      return Files.size(log) > 0;
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw unreadable(log, e);
    }
  }

  private static FileTime lastWritten(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static LedgerUnavailableException unreadable(Path path, IOException e) {
    return new LedgerUnavailableException(
        "The ledger cannot be read: "
            + path
            + " ("
            + e.getMessage()
            + "). Nothing was changed. Check that the file is there and that this user may read it.",
        e);
  }

  private static SQLiteConfig config(Duration patience) {
    SQLiteConfig config = plain();
    config.setBusyTimeout((int) patience.toMillis());
    return config;
  }

  /// The ledger holds no dates of SQLite's, and the driver is slow to learn a format with names.
  private static SQLiteConfig plain() {
    Properties properties = new Properties();
    properties.setProperty(SQLiteConfig.Pragma.DATE_STRING_FORMAT.getPragmaName(), "yyyy");
    return new SQLiteConfig(properties);
  }

  private static Connection locked(Path path, Duration patience) {
    SQLiteConfig config = config(patience);
    config.setReadOnly(true);
    return connect(path, config, "");
  }

  private static Connection unlocked(Path path) {
    SQLiteConfig config = plain();
    config.setReadOnly(true);
    return connect(path, config, "?immutable=1");
  }

  private static Connection connect(Path path, SQLiteConfig config, String query) {
    try {
      return config.createConnection("jdbc:sqlite:" + path.toUri() + query);
    } catch (SQLException e) {
      throw SqlFailure.of(e, path, 0);
    }
  }
}

package milodex.sqlite;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import milodex.ledger.Chain;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What an error of SQLite means to the operator.
final class SqlFailure {

  private static final String NOTHING = "Nothing was appended. ";

  private SqlFailure() {}

  /// The exception to throw for `e`.
  ///
  /// @param seq the event that was worked on; 0 for the file as a whole
  static RuntimeException of(SQLException e, Path file, long seq) {
    if (noRoomBeside(e)) {
      return full(e, file);
    }
    return switch (primaryCode(e)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB -> corrupt(e, file, seq);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          unavailable(
              e,
              file,
              "another process is writing to it",
              NOTHING + "Wait for that process to end, or stop it, and try again.");
      case SQLITE_READONLY, SQLITE_PERM ->
          unavailable(
              e,
              file,
              "it was opened for reading, or this user may not write to it or to its folder",
              NOTHING + "Give this user the right to write there.");
      case SQLITE_CANTOPEN ->
          unavailable(
              e,
              file,
              "it cannot be opened or made",
              NOTHING + "Check that its folder exists and that this user may write there.");
      case SQLITE_FULL -> full(e, file);
      case SQLITE_IOERR ->
          unavailable(
              e,
              file,
              "the disk failed",
              "Check the disk, then verify the ledger: it tells whether the last append is kept.");
      default -> unavailable(e, file, "SQLite refused", NOTHING + "Verify the ledger.");
    };
  }

  /// The exception to throw where `from` could not be copied to the new file `to`, if its disk is
  /// full or fails; all else is thrown as [#of] has it.
  static IOException copying(SQLException e, Path from, Path to) {
    IOException failure =
        switch (primaryCode(e)) {
          case SQLITE_FULL -> new FileSystemException(to.toString(), null, "the disk is full");
          case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
              new FileSystemException(from.toString(), to.toString(), e.getMessage());
          default -> throw of(e, from, 0);
        };
    failure.initCause(e);
    return failure;
  }

  /// The report of a file that is damaged as a whole, or where no event lies.
  static LedgerCorruptException damaged(Path file, String why) {
    return new LedgerCorruptException(
        0,
        "The ledger file "
            + file
            + " is damaged: "
            + why
            + ". Milodex changed nothing. Keep it as evidence and go on from a copy.");
  }

  private static LedgerUnavailableException full(SQLException e, Path file) {
    return unavailable(e, file, "the disk is full", NOTHING + "Free some space.");
  }

  /// Whether the file that processes share beside the ledger could not be made as large as it is.
  private static boolean noRoomBeside(SQLException e) {
    return e instanceof SQLiteException failure
        && failure.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
  }

  private static SQLiteErrorCode primaryCode(SQLException e) {
    return e instanceof SQLiteException failure
        ? SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static LedgerUnavailableException unavailable(
      SQLException e, Path file, String why, String next) {
    return new LedgerUnavailableException(
        "The ledger " + file + " is not available: " + why + " (" + e.getMessage() + "). " + next,
        e);
  }

  private static LedgerCorruptException corrupt(SQLException e, Path file, long seq) {
    LedgerCorruptException found =
        seq > 0
            ? Chain.corrupt(seq, "SQLite cannot read on (" + e.getMessage() + ")")
            : damaged(file, String.valueOf(e.getMessage()));
    found.initCause(e);
    return found;
  }
}

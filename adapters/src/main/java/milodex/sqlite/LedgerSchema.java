package milodex.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;

/// The table of events, the triggers that let it only grow, and the versions of both.
final class LedgerSchema {

  /// `MLDX`: tells a ledger from any other SQLite file.
  private static final int APPLICATION_ID = 0x4D4C4458;

  /// Seqs and keys are checked by a trigger because `INSERT OR REPLACE` deletes before it
  /// inserts, unseen by delete triggers unless the connection asked for recursive ones. What a
  /// fact is about is read from its payload, so that the two cannot disagree.
  private static final String VERSION_1 =
      """
      CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        type TEXT NOT NULL,
        version INTEGER NOT NULL,
        key TEXT NOT NULL UNIQUE,
        cause INTEGER NOT NULL,
        at TEXT NOT NULL,
        payload TEXT NOT NULL,
        hash TEXT NOT NULL,
        strategy TEXT AS (coalesce(
          payload ->> '$.strategy', payload ->> '$.intent.strategy', payload ->> '$.fill.strategy')),
        symbol TEXT AS (coalesce(
          payload ->> '$.symbol', payload ->> '$.intent.symbol', payload ->> '$.fill.symbol'))
      ) STRICT;
      CREATE INDEX event_of_type ON event (type);
      CREATE INDEX event_of_strategy ON event (strategy);
      CREATE INDEX event_of_symbol ON event (symbol);
      CREATE TRIGGER event_stays_as_written BEFORE UPDATE ON event BEGIN
        SELECT RAISE(ABORT, 'the ledger only grows: no event is changed');
      END;
      CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN
        SELECT RAISE(ABORT, 'the ledger only grows: no event is removed');
      END;
      CREATE TRIGGER event_is_next BEFORE INSERT ON event
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
        OR EXISTS (SELECT 1 FROM event WHERE key = NEW.key)
      BEGIN
        SELECT RAISE(ABORT, 'the ledger only grows: an event has the next seq and a new key');
      END;
      """;

  /// What lifts a schema to the next version; the first makes version 1.
  private static final List<String> STEPS = List.of(VERSION_1);

  private LedgerSchema() {}

  /// Checks that the file is a ledger that this version of Milodex can read.
  ///
  /// @throws LedgerCorruptException if it is no ledger
  /// @throws LedgerUnavailableException if a newer Milodex made it
  static void require(Connection connection, Path file) throws SQLException {
    if (pragma(connection, "application_id") != APPLICATION_ID) {
      throw new LedgerCorruptException(
          0,
          "The file "
              + file
              + " is no Milodex ledger, or was emptied. Milodex changed nothing. Put a copy of the"
              + " ledger in its place.");
    }
    int version = pragma(connection, "user_version");
    if (version > STEPS.size()) {
      throw new LedgerUnavailableException(
          "The ledger "
              + file
              + " has schema version "
              + version
              + ", this Milodex knows versions up to "
              + STEPS.size()
              + ". Nothing was changed. Use the newer Milodex.");
    }
  }

  /// Makes the schema in a new file, or lifts an older one inside a write transaction.
  ///
  /// @return the version it has now
  static int migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String step : STEPS.subList(pragma(connection, "user_version"), STEPS.size())) {
        statement.executeUpdate(step);
      }
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + STEPS.size());
      return STEPS.size();
    }
  }

  static boolean isCurrent(Connection connection) throws SQLException {
    return pragma(connection, "user_version") == STEPS.size();
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      row.next();
      return row.getInt(1);
    }
  }
}

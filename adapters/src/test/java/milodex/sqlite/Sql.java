package milodex.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Someone with another tool: plain connections to a ledger's file, without Milodex's settings.
final class Sql {

  private Sql() {}

  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  static void run(Path file, String... statements) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  static final String DROP_UPDATE_TRIGGER = "DROP TRIGGER event_stays_as_written";
  static final String DROP_DELETE_TRIGGER = "DROP TRIGGER event_stays";
  static final String DROP_INSERT_TRIGGER = "DROP TRIGGER event_is_next";
}

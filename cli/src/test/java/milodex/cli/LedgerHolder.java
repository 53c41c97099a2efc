package milodex.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A program that writes to a ledger and does not come to an end.
public final class LedgerHolder {

  private LedgerHolder() {}

  /// Holds the ledger named by the first argument, says so, and waits until it is killed.
  public static void main(String[] arguments) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      System.out.println("held");
      System.out.flush();
      System.in.read();
    }
  }
}

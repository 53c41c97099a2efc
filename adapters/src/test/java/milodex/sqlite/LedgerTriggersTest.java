package milodex.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.LedgerContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database itself refuses to change what was written, whoever asks.
class LedgerTriggersTest {

  @TempDir private Path folder;
  private Path file = Path.of("");
  private Head head = Head.EMPTY;

  @BeforeEach
  void threeFactsAreWritten() {
    file = folder.resolve("ledger.db");
    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      ledger.append(LedgerContract.OPEN, LedgerContract.draft("a", FactType.ORDER_SUBMITTED));
      ledger.append(LedgerContract.OPEN, LedgerContract.draft("b", FactType.FILL_RECORDED));
      ledger.append(LedgerContract.OPEN, LedgerContract.draft("c", FactType.RUN_FAILED));
      head = ledger.head();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE event SET payload = '{}' WHERE seq = 2",
        "UPDATE OR REPLACE event SET key = 'a' WHERE seq = 2",
        "UPDATE OR IGNORE event SET seq = 9 WHERE seq = 3",
        "DELETE FROM event WHERE seq = 3",
        "DELETE FROM event",
        "INSERT INTO event VALUES (5, 'run.failed', 1, 'gap', 0, '', '{}', '')",
        "INSERT INTO event VALUES (3, 'run.failed', 1, 'again', 0, '', '{}', '')",
        "INSERT INTO event VALUES (4, 'run.failed', 1, 'b', 0, '', '{}', '')",
        "INSERT INTO event VALUES (NULL, 'run.failed', 1, 'unnumbered', 0, '', '{}', '')",
        "INSERT OR IGNORE INTO event VALUES (9, 'run.failed', 1, 'gap', 0, '', '{}', '')",
        "INSERT OR REPLACE INTO event VALUES (2, 'run.failed', 1, 'new', 0, '', '{}', '')",
        "INSERT OR REPLACE INTO event VALUES (4, 'run.failed', 1, 'b', 0, '', '{}', '')",
        "REPLACE INTO event VALUES (3, 'run.failed', 1, 'c', 0, '', '{}', '')"
      })
  void aStatementOfAnotherToolIsRefused(String sql) throws SQLException {
    assertThatThrownBy(() -> Sql.run(file, sql))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("the ledger only grows");

    try (SqliteLedger ledger = SqliteLedger.open(file)) {
      assertThat(ledger.verify(Optional.of(head))).isEqualTo(head);
    }
  }

  @Test
  void aForgedNextEventPassesTheTriggersAndFailsTheChain() throws SQLException {
    Sql.run(file, "INSERT INTO event VALUES (4, 'run.failed', 1, 'd', 0, '', '{}', 'f00d')");

    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      assertThatThrownBy(() -> ledger.verify(Optional.empty()))
          .hasMessageContaining("event 4 or its hash was changed");
    }
  }

  @Test
  void whatAFactIsAboutIsReadFromItsPayload() throws SQLException {
    try (Connection connection = Sql.connect(file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(strategy), count(symbol) FROM event")) {
      rows.next();
      assertThat(List.of(rows.getInt(1), rows.getInt(2))).containsExactly(3, 2);
    }
  }
}

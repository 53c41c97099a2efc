package milodex.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import milodex.ledger.Entry;
import milodex.ledger.FactType;
import milodex.ledger.Head;

/// The statements on the table of events. The short ones are prepared once; they end with their
/// connection.
final class EventTable {

  private static final String RISK_HEAD =
      Arrays.stream(FactType.values())
          .filter(FactType::movesRisk)
          .map(type -> "SELECT max(seq) AS newest FROM event WHERE type = '" + type.label() + "'")
          .collect(Collectors.joining(" UNION ALL ", "SELECT max(newest) FROM (", ")"));

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  EventTable(Connection connection) {
    this.connection = connection;
  }

  /// The newest event; [Head#EMPTY] without any.
  Head head() throws SQLException {
    PreparedStatement select = prepared("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1");
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? new Head(row.getLong(1), text(row, 2)) : Head.EMPTY;
    }
  }

  /// The event `seq` as a head, whether its hash is right or not; empty if it is missing.
  Optional<Head> head(long seq) throws SQLException {
    if (seq == 0) {
      return Optional.of(Head.EMPTY);
    }
    PreparedStatement select = prepared("SELECT hash FROM event WHERE seq = ?");
    select.setLong(1, seq);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(new Head(seq, text(row, 1))) : Optional.empty();
    }
  }

  long riskHead() throws SQLException {
    try (ResultSet row = prepared(RISK_HEAD).executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  boolean hasKey(String key) throws SQLException {
    PreparedStatement select = prepared("SELECT 1 FROM event WHERE key = ?");
    select.setString(1, key);
    try (ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  void insert(Entry entry) throws SQLException {
    PreparedStatement insert =
        prepared(
            "INSERT INTO event (seq, type, version, key, cause, at, payload, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.setLong(1, entry.seq());
    insert.setString(2, entry.type());
    insert.setInt(3, entry.version());
    insert.setString(4, entry.key());
    insert.setLong(5, entry.cause());
    insert.setString(6, entry.at());
    insert.setString(7, entry.payload());
    insert.setString(8, entry.hash());
    insert.executeUpdate();
  }

  /// Hands the entries above `after` up to `last` to `reader`, in order, one at a time.
  void read(long after, long last, Consumer<Entry> reader) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT seq, type, version, key, cause, at, payload, hash FROM event"
                + " WHERE seq > ? AND seq <= ? ORDER BY seq")) {
      select.setLong(1, after);
      select.setLong(2, last);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.accept(entry(row));
        }
      }
    }
  }

  /// The same of those types alone.
  void read(long after, long last, List<String> types, Consumer<Entry> reader) throws SQLException {
    String places = String.join(", ", Collections.nCopies(types.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT seq, type, version, key, cause, at, payload, hash FROM event"
                + " WHERE seq > ? AND seq <= ? AND type IN ("
                + places
                + ") ORDER BY seq")) {
      select.setLong(1, after);
      select.setLong(2, last);
      for (int i = 0; i < types.size(); i++) {
        select.setString(3 + i, types.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.accept(entry(row));
        }
      }
    }
  }

  /// What SQLite itself finds wrong with the file; empty if nothing.
  Optional<String> damage() throws SQLException {
    try (PreparedStatement check = connection.prepareStatement("PRAGMA integrity_check(1)");
        ResultSet row = check.executeQuery()) {
      row.next();
      return Optional.of(text(row, 1)).filter(says -> !says.equals("ok"));
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        text(row, 2),
        row.getInt(3),
        text(row, 4),
        row.getLong(5),
        text(row, 6),
        text(row, 7),
        text(row, 8));
  }

  /// A damaged row may hold nothing where a text was written; its hash then tells.
  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}

package milodex.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import milodex.ledger.Chain;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Entry;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;

/// The operator's ledger: one SQLite file that only grows, shared by all processes of the machine.
///
/// An append is on the disk when it returns. Whatever is read is checked against the hash chain on
/// its way. Every method throws [LedgerUnavailableException] when the file is locked, read-only or
/// failing, and [LedgerCorruptException] when what was written is no longer there.
public final class SqliteLedger implements Ledger {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// How many of the newest events are checked when a ledger is opened.
  private static final int TAIL = 200;

  private final LedgerFile file;
  private final EventTable events;

  private SqliteLedger(LedgerFile file) {
    this.file = file;
    this.events = new EventTable(file.connection());
  }

  /// Opens a ledger for appending, or makes it, and checks its newest events.
  public static SqliteLedger open(Path path) {
    return open(path, PATIENCE);
  }

  /// Opens a ledger for reading only, a damaged one too: what is sound of it can be read.
  public static SqliteLedger openReadOnly(Path path) {
    return new SqliteLedger(LedgerFile.readOnly(path, PATIENCE));
  }

  /// @param patience how long to wait for another process that is writing
  static SqliteLedger open(Path path, Duration patience) {
    SqliteLedger ledger = new SqliteLedger(LedgerFile.writable(path, patience));
    try {
      ledger.prepare();
      return ledger;
    } catch (RuntimeException e) {
      ledger.close();
      throw e;
    }
  }

  @Override
  public synchronized long append(Instant at, List<Draft> drafts) {
    return transaction(() -> insert(at, drafts));
  }

  @Override
  public synchronized OptionalLong appendIf(long riskHead, Instant at, List<Draft> drafts) {
    return transaction(
        () ->
            events.riskHead() == riskHead
                ? OptionalLong.of(insert(at, drafts))
                : OptionalLong.empty());
  }

  @Override
  public synchronized long riskHead() {
    return ask(events::riskHead);
  }

  @Override
  public synchronized Head head() {
    return ask(events::head);
  }

  /// The event `seq` as a head, whether its hash is right or not; empty if the ledger has none.
  public synchronized Optional<Head> headAt(long seq) {
    return ask(() -> events.head(seq));
  }

  /// The event is there, and its hash follows from what it holds and from the hash before it.
  @Override
  public synchronized boolean wasAt(Head head) {
    long seq = head.seq();
    if (!ask(() -> events.head(seq)).equals(Optional.of(head))) {
      return false;
    }
    return seq == 0 || follow(seq - 1, seq, Optional.empty(), entry -> {}).equals(head);
  }

  @Override
  public synchronized Optional<Event> event(long seq) {
    List<Event> found = new ArrayList<>();
    if (seq > 0) {
      follow(seq - 1, seq, Optional.empty(), entry -> found.add(entry.event()));
    }
    return found.stream().findFirst();
  }

  @Override
  public synchronized void replay(long after, Consumer<Event> reader) {
    follow(after, last(), Optional.empty(), entry -> reader.accept(entry.event()));
  }

  @Override
  public synchronized void replay(Set<FactType> kinds, Consumer<Event> reader) {
    Set<String> labels = kinds.stream().map(FactType::label).collect(Collectors.toSet());
    follow(
        0,
        last(),
        Optional.empty(),
        entry -> {
          if (labels.contains(entry.type())) {
            reader.accept(entry.event());
          }
        });
  }

  /// Hands the events of these kinds with a seq above `after` to `reader`, in order, for a quick
  /// look: the others are not read, so nothing is checked against the chain.
  public synchronized void replay(long after, Set<FactType> kinds, Consumer<Event> reader) {
    List<String> labels = kinds.stream().map(FactType::label).sorted().toList();
    long last = head().seq();
    ask(
        () -> {
          events.read(after, last, labels, entry -> reader.accept(entry.event()));
          return labels;
        });
  }

  /// Checks every event, in order, and the file itself.
  ///
  /// @param known a head quoted from this ledger before; without it a cut tail cannot be seen
  /// @return the newest head
  /// @throws LedgerCorruptException naming the first event that cannot be trusted
  public synchronized Head verify(Optional<Head> known) {
    Head head = follow(0, Long.MAX_VALUE, known, entry -> {});
    ask(events::damage)
        .ifPresent(
            says -> {
              throw SqlFailure.damaged(file.path(), says);
            });
    return head;
  }

  @Override
  public synchronized void close() {
    try {
      file.connection().close();
    } catch (SQLException e) {
      throw SqlFailure.of(e, file.path(), 0);
    }
  }

  private void prepare() {
    if (!ask(() -> LedgerSchema.isCurrent(file.connection()))) {
      transaction(() -> LedgerSchema.migrate(file.connection()));
    }
    long last = head().seq();
    follow(Math.max(0, last - TAIL), last, Optional.empty(), entry -> {});
  }

  private long insert(Instant at, List<Draft> drafts) throws SQLException {
    Chain chain = new Chain(events.head(), Optional.empty());
    long first = chain.head().seq() + 1;
    for (Event event : Draft.number(drafts, first, at)) {
      if (events.hasKey(event.key())) {
        throw new DuplicateKeyException(event.key());
      }
      events.insert(chain.append(event));
    }
    return first;
  }

  /// Hands the entries above `after` up to `last` to `reader`, each checked before it is handed on.
  private Head follow(long after, long last, Optional<Head> known, Consumer<Entry> reader) {
    Chain chain = new Chain(start(after), known);
    try {
      events.read(
          after,
          last,
          entry -> {
            chain.follow(entry);
            reader.accept(entry);
          });
      return chain.end();
    } catch (SQLException e) {
      throw orChanged(SqlFailure.of(e, file.path(), chain.head().seq() + 1));
    } catch (LedgerCorruptException e) {
      throw orChanged(e);
    }
  }

  private Head start(long after) {
    Optional<Head> start = ask(() -> events.head(after));
    if (start.isEmpty() && after < head().seq()) {
      throw Chain.corrupt(after, "event " + after + " is missing");
    }
    return start.orElse(new Head(after, Head.EMPTY.hash()));
  }

  /// A reader may append while it is read to; where nobody can, damage at the end does not hide
  /// what lies before it.
  private long last() {
    return ask(file.connection()::isReadOnly) ? Long.MAX_VALUE : head().seq();
  }

  /// Pages read without locks while a writer changed them look damaged and are not.
  private RuntimeException orChanged(RuntimeException found) {
    return file.changedWhileRead()
        ? new LedgerUnavailableException(
            "The ledger "
                + file.path()
                + " was written to while it was read. Nothing was changed. Read it again.",
            found)
        : found;
  }

  private <T> T transaction(SqlWork<T> work) {
    return ask(
        () -> {
          execute("BEGIN IMMEDIATE");
          try {
            T answer = work.run();
            execute("COMMIT");
            return answer;
          } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
          }
        });
  }

  private void rollBack(Exception reason) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private boolean execute(String sql) throws SQLException {
    try (Statement statement = file.connection().createStatement()) {
      return statement.execute(sql);
    }
  }

  private <T> T ask(SqlWork<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw SqlFailure.of(e, file.path(), 0);
    }
  }

  @FunctionalInterface
  private interface SqlWork<T> {
    T run() throws SQLException;
  }
}

package milodex.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
/// its way; where only some kinds of facts are asked for, what was checked before is not read again
/// for the sake of the others, but by its index. Every method throws [LedgerUnavailableException]
/// when the file is locked, read-only or failing, and [LedgerCorruptException] when what was
/// written is no longer there.
public final class SqliteLedger implements Ledger {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// How many of the newest events are checked when a ledger is opened.
  private static final int TAIL = 200;

  private final LedgerFile file;
  private final EventTable events;

  /// From the first event up to this one the chain was followed.
  private Head checked = Head.EMPTY;

  private SqliteLedger(LedgerFile file) {
    this.file = file;
    this.events = new EventTable(file.connection());
  }

  /// Opens a ledger for appending, or makes it, and checks its newest events.
  public static SqliteLedger open(Path path) {
    return open(path, PATIENCE);
  }

  /// Opens a ledger again that was [#checked] up to an event; if that is not there any more,
  /// nothing of it counts as checked.
  public static SqliteLedger reopen(Path path, Head checked) {
    return open(path, PATIENCE, checked);
  }

  /// Opens a ledger for reading only, a damaged one too: what is sound of it can be read.
  public static SqliteLedger openReadOnly(Path path) {
    return new SqliteLedger(LedgerFile.readOnly(path, PATIENCE));
  }

  /// @param patience how long to wait for another process that is writing
  static SqliteLedger open(Path path, Duration patience) {
    return open(path, patience, Head.EMPTY);
  }

  private static SqliteLedger open(Path path, Duration patience, Head checked) {
    SqliteLedger ledger = new SqliteLedger(LedgerFile.writable(path, patience));
    try {
      ledger.prepare(checked);
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
  public synchronized void replay(long after, Set<FactType> kinds, Consumer<Event> reader) {
    long last = last();
    long known = checked.seq();
    Set<String> labels = kinds.stream().map(FactType::label).collect(Collectors.toSet());
    select(after, known, kinds, reader);
    follow(
        Math.max(after, known),
        last,
        Optional.empty(),
        entry -> {
          if (labels.contains(entry.type())) {
            reader.accept(entry.event());
          }
        });
  }

  /// Hands the events of these kinds with a seq above `after` to `reader`, in order, for a quick
  /// look: the others are not read, so nothing is checked against the chain.
  public synchronized void glance(long after, Set<FactType> kinds, Consumer<Event> reader) {
    select(after, head().seq(), kinds, reader);
  }

  /// The newest event up to which all of the ledger was found to be what was written, since it was
  /// opened or before it was opened again; [Head#EMPTY] if it was not followed from its first one.
  public synchronized Head checked() {
    return checked;
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

  private void prepare(Head before) {
    if (!ask(() -> LedgerSchema.isCurrent(file.connection()))) {
      transaction(() -> LedgerSchema.migrate(file.connection()));
    }
    long last = head().seq();
    follow(Math.max(0, last - TAIL), last, Optional.empty(), entry -> {});
    if (before.seq() > checked.seq() && wasAt(before)) {
      checked = before;
    }
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
    Head start = start(after);
    Chain chain = new Chain(after == checked.seq() ? checked : start, known);
    return ask(
        () -> chain.head().seq() + 1,
        () -> {
          events.read(
              after,
              last,
              entry -> {
                chain.follow(entry);
                reader.accept(entry);
              });
          Head end = chain.end();
          if (after == checked.seq() || (after == 0 && end.seq() > checked.seq())) {
            checked = end;
          }
          return end;
        });
  }

  /// Hands the events of these kinds above `after` up to `last` to `reader`, by their index.
  private void select(long after, long last, Set<FactType> kinds, Consumer<Event> reader) {
    List<String> labels = kinds.stream().map(FactType::label).sorted().toList();
    ask(
        () -> {
          events.read(after, last, labels, entry -> reader.accept(entry.event()));
          return labels;
        });
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

  private <T> T transaction(LedgerFile.Work<T> work) {
    return ask(() -> file.transaction(work));
  }

  private <T> T ask(LedgerFile.Work<T> work) {
    return ask(() -> 0, work);
  }

  /// @param seq of the event that is asked for
  private <T> T ask(LongSupplier seq, LedgerFile.Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw orChanged(SqlFailure.of(e, file.path(), seq.getAsLong()));
    } catch (LedgerCorruptException e) {
      throw orChanged(e);
    }
  }
}

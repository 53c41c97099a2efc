package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import milodex.broker.BrokerState;
import milodex.broker.Brokerage;
import milodex.broker.RecordedBroker;
import milodex.execution.Books;
import milodex.execution.Checkpoint;
import milodex.execution.OrderLog;
import milodex.execution.SendLock;
import milodex.files.BrokerFile;
import milodex.files.FileSendLock;
import milodex.files.ProcessLock;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.ExchangeCalendar;
import milodex.money.Money;
import milodex.sqlite.SqliteLedger;

/// The account a command works on: its ledger, its brokerage, its lock and its time.
///
/// The time of a rehearsal is that of the newest fact in its ledger. The operator's own account is
/// the paper account of the workspace; its time is that of the clock.
///
/// @param rehearsal empty: the operator's own account
record Account(Invocation invocation, Wiring wiring, Optional<RehearsalFolder> rehearsal) {

  /// What a simulated account is called.
  static final String SIMULATED = "SIMULATED";

  /// How many facts are folded within a fraction of a second, even by a cold start.
  private static final long AT_ONCE = 2_000;

  /// Where it keeps what stays.
  AccountFolder folder() {
    return rehearsal.isPresent() ? rehearsal.get() : new PaperFolder(wiring.workspace());
  }

  /// The ledger, to be appended to.
  SqliteLedger ledger() throws IOException {
    relieve();
    return rehearsal.isPresent() ? SqliteLedger.open(rehearsal.get().ledger()) : wiring.ledger();
  }

  /// The ledger, to be read only; empty if there is none yet.
  Optional<SqliteLedger> ledgerIfAny() {
    return rehearsal.isPresent()
        ? Optional.of(SqliteLedger.openReadOnly(rehearsal.get().ledger()))
        : wiring.ledgerIfAny();
  }

  /// The ledger, to be read only; an empty one if there is none yet.
  Ledger ledgerToRead() {
    return ledgerIfAny().<Ledger>map(one -> one).orElseGet(MemoryLedger::new);
  }

  /// Nothing but the facts of these kinds, to be read only; none if there is no ledger yet.
  Ledger factsToRead(Set<FactType> kinds) {
    return ledgerIfAny().<Ledger>map(one -> new SomeFacts(one, kinds)).orElseGet(MemoryLedger::new);
  }

  /// Whether its books are known at once: what was kept of them lacks no more than so many facts.
  boolean isSoonKnown(Ledger ledger) {
    long all = ledger.head().seq();
    return all <= AT_ONCE
        || checkpoints()
            .read()
            .map(Checkpoint::head)
            .filter(head -> all - head.seq() <= AT_ONCE && ledger.wasAt(head))
            .isPresent();
  }

  /// Its books, as far as `ledger` tells of them; what was kept of them is not read again.
  Books books(Ledger ledger) {
    return new Books(ledger, checkpoints().read());
  }

  /// Its orders alone, sooner known than its books.
  OrderLog orders(Ledger ledger) {
    return OrderLog.of(ledger, checkpoints().read());
  }

  /// Keeps what the books have come to, so that they are sooner known the next time.
  ///
  /// @param books of the whole ledger
  void keep(Books books) {
    checkpoints().keep(books);
  }

  private Checkpoints checkpoints() {
    return Checkpoints.of(
        rehearsal.map(RehearsalFolder::ledger).orElseGet(() -> wiring.workspace().ledger()));
  }

  /// Where its orders are, as was written down last; empty if its books were never opened.
  Optional<Brokerage> brokerage() {
    Optional<Money> cash = opened();
    return rehearsal.isPresent()
        ? Optional.of(recorded(folder(), cash.orElse(Money.ZERO)))
        : cash.map(began -> recorded(folder(), began));
  }

  /// The same for what must not wait for it: one that cannot be read gives no answer.
  Optional<Brokerage> brokerageOrSilence() {
    try {
      return brokerage();
    } catch (RuntimeException e) {
      return Optional.of(new SilentBroker(e.getMessage() == null ? e.toString() : e.getMessage()));
    }
  }

  /// Lets one order of the account at a time be on its way.
  SendLock sendLock() {
    return new FileSendLock(folder().sendLock(), Wiring.SEND_PATIENCE);
  }

  /// Keeps everybody else from working on it until it is closed; throws [Failure] if somebody does.
  ProcessLock hold() throws IOException {
    relieve();
    String holder = "process %d".formatted(ProcessHandle.current().pid());
    return ProcessLock.tryHold(folder().lock(), holder).orElseThrow(() -> folder().locked());
  }

  private void relieve() {
    if (rehearsal.isEmpty()) {
      new PaperDisk(invocation).relieve();
    }
  }

  /// Now, by the clock of the account.
  Instant now(Ledger ledger) {
    Instant clock = invocation.environment().clock().instant();
    return rehearsal.isEmpty()
        ? clock
        : ledger.event(ledger.head().seq()).map(Event::at).orElse(clock);
  }

  /// The exchange session that `now` lies in, or the last one before it.
  static LocalDate session(Instant now) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate day = now.atZone(calendar.zone()).toLocalDate();
    return calendar.isSession(day) ? day : calendar.previous(day).date();
  }

  /// `this workspace`, or `rehearsal 0a1b2c3d4e5f`.
  String name() {
    return rehearsal.map(folder -> "rehearsal " + folder.name()).orElse("this workspace");
  }

  /// What has to be added to a command so that it means this account.
  String option() {
    return rehearsal.map(folder -> " --rehearsal " + folder.name()).orElse("");
  }

  /// A reply that names the account.
  Reply reply() {
    Reply reply = Reply.of();
    if (Files.exists(folder().broker())) {
      reply.broker(SIMULATED);
    }
    rehearsal.ifPresent(folder -> reply.broker(SIMULATED).ref("rehearsal", folder.name()));
    return reply;
  }

  /// Says that nothing was ever traded here.
  Reply neverTraded() {
    return reply()
        .say(
            "Nothing has been traded in this workspace; `milodex strategy run ID` trades on paper, and"
                + " a rehearsal is named with --rehearsal NAME.");
  }

  private static Brokerage recorded(AccountFolder folder, Money cash) {
    try {
      return new RecordedBroker(
          SIMULATED,
          Files.exists(folder.broker())
              ? BrokerFile.read(folder.broker(), cash)
              : BrokerState.of(cash));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What it began with. Only that fact is read: a ledger is long.
  private Optional<Money> opened() {
    AtomicReference<Optional<Money>> cash = new AtomicReference<>(Optional.empty());
    try (Ledger frame = factsToRead(Set.of(FactType.BOOKS_OPENED))) {
      frame.replay(event -> cash.set(began(event)));
    }
    return cash.get();
  }

  private static Optional<Money> began(Event event) {
    return event.fact() instanceof Fact.BooksOpened books
        ? Optional.of(books.allocated().values().stream().reduce(books.idleCash(), Money::plus))
        : Optional.empty();
  }
}

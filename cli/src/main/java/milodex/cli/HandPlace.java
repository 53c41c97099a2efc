package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerState;
import milodex.broker.SimulatedBroker;
import milodex.config.Nearest;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.execution.OperatorDesk;
import milodex.files.BrokerFile;
import milodex.files.ProcessLock;
import milodex.ledger.Ledger;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.risk.RiskGate;
import milodex.strategy.StrategyId;

/// Where the operator's hand reaches: the desk, the books and the market of an account, as it
/// stands.
///
/// @param stand what can be observed, and who trades
/// @param closing what is let go at the end, the last first
record HandPlace(
    Account account,
    Ledger ledger,
    Books books,
    AccountStand.Clear stand,
    OperatorDesk desk,
    HandPlace.Closing closing)
    implements AutoCloseable {

  /// What is let go at the end.
  @FunctionalInterface
  interface Closing {
    void close() throws IOException;
  }

  /// To look only: nothing is held, and what the brokerage would do is forgotten.
  static HandPlace toLook(Account account) {
    requireBroker(account);
    Ledger ledger = account.ledgerToRead();
    return onCopy(account, ledger);
  }

  /// To leave a wish: the ledger is appended to, the brokerage is not reached. Somebody else may be
  /// running the account meanwhile.
  static HandPlace toWish(Account account) throws IOException {
    requireBroker(account);
    Ledger ledger = account.ledger();
    return onCopy(account, ledger);
  }

  /// To act: nobody else runs the account meanwhile. Throws [Failure] if somebody does, or its
  /// session has not begun.
  static HandPlace toAct(Account account) throws IOException {
    AccountFolder folder = requireBroker(account);
    ProcessLock held = account.hold();
    Ledger ledger = account.ledger();
    Books books = account.books(ledger);
    AccountStand.Clear stand = clear(account, ledger, books);
    BrokerFile file = BrokerFile.open(folder.broker(), stand.plan().account());
    AccountHalves.requireOneStory(folder, ledger, file.state());
    Closing closing =
        () -> {
          file.close();
          ledger.close();
          held.close();
        };
    if (!stand.begun()) {
      closing.close();
      throw notBegun(stand);
    }
    SimulatedBroker broker = stand.plan().broker(stand.market(), file.state(), ledger, file);
    return place(account, ledger, books, stand, broker, closing);
  }

  /// By the clock of the account.
  Instant now() {
    return stand.now();
  }

  /// Whether the exchange is open, and its prices are known here.
  boolean isOpen() {
    return stand.market().session().isOpenAt(now());
  }

  /// The session that the exchange is open for while none of its prices is known here: on paper
  /// they come with its bars.
  Optional<Session> unpriced() {
    return ExchangeCalendar.nyse()
        .session(LocalDate.ofInstant(now(), ExchangeCalendar.nyse().zone()))
        .filter(session -> session.isOpenAt(now()) && !isOpen());
  }

  /// The next session, if the account goes on to it.
  Optional<Session> next() {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    Session next = calendar.next(stand.market().session().date());
    while (!next.opensAt().isAfter(now())) {
      next = calendar.next(next.date());
    }
    return next.date().isAfter(stand.plan().to()) ? Optional.empty() : Optional.of(next);
  }

  /// Throws [Failure] if `strategy` does not trade here.
  void require(StrategyId strategy) {
    if (stand.find(strategy).isEmpty()) {
      TreeSet<String> known = new TreeSet<>();
      stand.plan().strategies().forEach(one -> known.add(one.id().toString()));
      throw Failure.usage(
          "unknown_strategy",
          "No strategy of " + account.name() + " is called " + strategy + ".",
          Nearest.to(strategy.toString(), known)
              .map(near -> "The nearest name is " + near + ".")
              .orElse("It has " + String.join(", ", known) + "."),
          "Every order belongs to the book of one of its strategies.");
    }
  }

  @Override
  public void close() throws IOException {
    closing.close();
  }

  private static HandPlace onCopy(Account account, Ledger ledger) {
    Books books = account.books(ledger);
    AccountStand.Clear stand = clear(account, ledger, books);
    SimulatedBroker broker =
        stand.plan().broker(stand.market(), state(account, stand), ledger, HandPlace::forget);
    return place(account, ledger, books, stand, broker, ledger::close);
  }

  private static void forget(BrokerChange change) {}

  private static HandPlace place(
      Account account,
      Ledger ledger,
      Books books,
      AccountStand.Clear stand,
      SimulatedBroker broker,
      Closing closing) {
    Destination destination =
        new Destination(broker, broker.account().accountId(), account.sendLock());
    OperatorDesk desk =
        new OperatorDesk(
            books,
            stand.market(),
            destination,
            new RiskGate(stand.policy()),
            stand.plan().costs(),
            stand.plan().strategies());
    return new HandPlace(account, ledger, books, stand, desk, closing);
  }

  private static BrokerState state(Account account, AccountStand.Clear stand) {
    AccountFolder folder = account.folder();
    try {
      return Files.exists(folder.broker())
          ? BrokerFile.read(folder.broker(), stand.plan().account())
          : BrokerState.of(stand.plan().account());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AccountStand.Clear clear(Account account, Ledger ledger, Books books) {
    return switch (AccountStand.of(account, ledger, books)) {
      case AccountStand.Clear clear -> clear;
      case AccountStand.Unclear unclear ->
          throw new Failure(
              ExitCode.UNAVAILABLE,
              "account_unclear",
              "It is not clear how " + account.name() + " stands.",
              unclear.why() + ".",
              "Nothing was done.",
              "Put its files back as they were when it began, and repeat the command.");
    };
  }

  /// The files of the account; throws [Failure] if nothing was ever traded in it.
  static AccountFolder requireBroker(Account account) {
    if (account.rehearsal().isEmpty() && !Traded.isOpened(account)) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "no_broker",
          "Nothing was done.",
          "No broker is attached to this workspace: nothing was ever traded on paper here.",
          "Nothing was written.",
          "Start with `milodex strategy run ID`, or name a rehearsal with --rehearsal NAME.");
    }
    return account.folder();
  }

  private static Failure notBegun(AccountStand.Clear stand) {
    return new Failure(
        ExitCode.REFUSED,
        "session_not_begun",
        "Nothing was sent.",
        "The session of "
            + stand.market().session().date()
            + " has not begun in the books: what companies did is not booked yet.",
        "Nothing was written.",
        "Go on with the rehearsal past the start of that session, then repeat the command.");
  }
}

package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.RecordedBroker;
import milodex.execution.Adoption;
import milodex.execution.Books;
import milodex.execution.Difference;
import milodex.execution.OrderWatch;
import milodex.execution.SendLock;
import milodex.files.ProcessLock;
import milodex.ledger.CanonicalJson;
import milodex.ledger.FactCodec;
import milodex.ledger.Ledger;
import milodex.market.Symbol;
import milodex.money.Price;
import milodex.portfolio.Marks;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;
import milodex.trading.PaperLog;

/// Takes over into the books what was changed at the broker.
final class ReconcileAdoptCommand implements Action {

  /// At what shares of a symbol are booked.
  record PriceOf(Symbol symbol, Price price) {

    /// @throws IllegalArgumentException if `text` is not `SYMBOL=DOLLARS`
    static PriceOf parse(String text) {
      int sign = text.indexOf('=');
      if (sign < 0) {
        throw new IllegalArgumentException("'" + text + "' is not SYMBOL=DOLLARS");
      }
      return new PriceOf(
          Symbol.of(text.substring(0, sign).toUpperCase(Locale.ROOT)),
          Price.parse(text.substring(sign + 1)));
    }
  }

  private String reason = "";
  private List<PriceOf> prices = List.of();
  private boolean confirmed;
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "adopt";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Book what was bought, sold, paid in or out at the broker outside of Milodex.",
            "Cash and shares of the books then equal the broker's. What came belongs to no strategy; what"
                + " went is taken from strategies only if nothing else is left, oldest lots first.",
            "Without --confirm it shows what would be booked, and writes nothing.")
        .required(
            "--reason",
            "TEXT",
            String.class,
            "What happened at the broker; it is kept.",
            it -> reason = it)
        .options(
            "--price",
            "SYMBOL=DOLLARS",
            PriceOf.class,
            "Book the shares of this symbol at this price; default: its last stored close.",
            it -> prices = it)
        .flag("--confirm", "Do it.", () -> confirmed = true)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "Nothing was booked.");
    Account account = which.of(invocation);
    boolean sure = confirmed || invocation.options().yes;
    if (!Traded.isOpened(account)) {
      Reply reply = account.neverTraded();
      reply.data().flag("written", false).objects("bookings", List.of());
      return reply;
    }
    if (!sure) {
      try (Ledger ledger = account.ledgerToRead()) {
        Books books = account.books(ledger);
        return preview(account, adoption(account, ledger, books, broker(account, ledger)));
      }
    }
    try (ProcessLock _ = account.hold();
        Ledger ledger = account.ledger();
        SendLock.Turn turn = account.sendLock().take()) {
      ReconcileCommand.requireTurn(turn);
      Books books = account.books(ledger);
      Brokerage broker = broker(account, ledger);
      Instant now = account.now(ledger);
      new OrderWatch(books, broker).lookAtAll(now);
      Adoption adoption = adoption(account, ledger, books, broker);
      if (adoption instanceof Adoption.Ready ready && ready.book(books, now).isEmpty()) {
        throw moved();
      }
      return done(account, adoption).ref("ledger_head", ledger.head().toString());
    }
  }

  /// Throws [Failure] if a file of the account was cut, lost or put back: nothing came from outside
  /// then, and what is booked would still stand when the right file is back.
  private static Brokerage broker(Account account, Ledger ledger) {
    Brokerage broker = account.brokerage().orElseThrow(() -> ReconcileCommand.noBroker(account));
    if (broker instanceof RecordedBroker recorded) {
      AccountHalves.requireOneStory(account.folder(), ledger, recorded.state());
    }
    return broker;
  }

  /// The price that was given for it; the last, if there are several.
  private Optional<Price> said(Symbol symbol) {
    return prices.reversed().stream()
        .filter(one -> one.symbol().equals(symbol))
        .map(PriceOf::price)
        .findFirst();
  }

  private Adoption adoption(Account account, Ledger ledger, Books books, Brokerage broker) {
    Instant now = account.now(ledger);
    LocalDate session = Account.session(now);
    requireBegun(account, broker, account.rehearsal().isPresent() ? session : begun(ledger));
    Marks stored = StoredMarks.at(account, now);
    Marks marks = symbol -> said(symbol).or(() -> stored.price(symbol));
    try {
      return Adoption.of(books, broker, marks, session, reason);
    } catch (BrokerUnavailableException e) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "broker_unanswered",
          "Nothing was booked.",
          "The broker did not answer: " + e.why(),
          "Nothing was written.",
          "Try again when it answers.");
    }
  }

  /// The session that the books of the paper account are in, whatever the clock says: after a
  /// restore they may be sessions behind.
  private static LocalDate begun(Ledger ledger) {
    PaperLog log = new PaperLog(ledger);
    return log.begun().equals(LocalDate.MIN)
        ? log.opened().orElseThrow().from().minusDays(1)
        : log.begun();
  }

  /// What companies did by the session that the broker is in already is in its books and not yet in
  /// ours; it must not be taken for a stranger's.
  private static void requireBegun(Account account, Brokerage broker, LocalDate session) {
    if (broker instanceof RecordedBroker recorded
        && recorded.state().opened().filter(session::isBefore).isPresent()) {
      throw new Failure(
          ExitCode.REFUSED,
          "session_not_begun",
          "Nothing was booked.",
          "The broker has begun the session of %s, and the books are in that of %s."
              .formatted(recorded.state().opened().orElseThrow(), session),
          "Nothing was written.",
          "Go on with "
              + account.name()
              + ": its sessions book what companies did. Then look again.");
    }
  }

  private Reply preview(Account account, Adoption adoption) {
    return switch (adoption) {
      case Adoption.Ready ready -> {
        String says =
            "Would book %s; nothing was written. Add --confirm if that is what happened."
                .formatted(FactLine.counted(ready.bookings().size(), "change", "changes"));
        Reply reply =
            booked(account, ready)
                .exit(ExitCode.INVALID)
                .errorCode("confirmation_required")
                .summary(says)
                .block(Block.paragraph(says));
        reply.data().flag("written", false);
        yield left(reply, ready.left());
      }
      case Adoption.Nothing nothing -> equal(account, nothing);
      case Adoption.OrdersOpen open -> throw open(account, open);
      case Adoption.Unpriced unpriced -> throw unpriced(unpriced);
    };
  }

  private Reply done(Account account, Adoption adoption) {
    return switch (adoption) {
      case Adoption.Ready ready -> {
        Reply reply =
            booked(account, ready)
                .say(
                    "%s booked: cash and shares equal the broker's."
                        .formatted(
                            FactLine.counted(ready.bookings().size(), "change is", "changes are")));
        reply.data().flag("written", true);
        yield left(reply, ready.left());
      }
      case Adoption.Nothing nothing -> equal(account, nothing);
      case Adoption.OrdersOpen open -> throw open(account, open);
      case Adoption.Unpriced unpriced -> throw unpriced(unpriced);
    };
  }

  private static Reply booked(Account account, Adoption.Ready ready) {
    Table table = Table.of(Column.wrapping("What"));
    ready.bookings().forEach(one -> table.row(FactLine.of(one)));
    Reply reply = account.reply().block(table);
    reply
        .data()
        .objects(
            "bookings",
            ready.bookings().stream()
                .map(one -> SummaryData.of(CanonicalJson.parse(FactCodec.write(one))))
                .toList());
    return reply;
  }

  private static Reply equal(Account account, Adoption.Nothing nothing) {
    Reply reply =
        account.reply().say("Cash and shares equal the broker's already. Nothing was written.");
    reply.data().flag("written", false).objects("bookings", List.of());
    return left(reply, nothing.left());
  }

  private static Reply left(Reply reply, List<Difference> left) {
    if (!left.isEmpty()) {
      reply.warn(
          "orders_differ",
          "Orders cannot be adopted and differ still: "
              + left.stream().map(Difference::says).collect(Collectors.joining("; ")));
    }
    return reply;
  }

  private static Failure open(Account account, Adoption.OrdersOpen open) {
    return new Failure(
        ExitCode.REFUSED,
        "orders_open",
        "Nothing was booked.",
        "%s of ours still open, and what it may have filled must not be taken for a stranger's: %s."
            .formatted(
                FactLine.counted(open.orders().size(), "order is", "orders are"),
                open.orders().stream()
                    .map(one -> OrderData.brief(one.id()) + " " + one.status())
                    .collect(Collectors.joining(", "))),
        "Nothing was written.",
        "Wait for its end, or resolve one that is UNKNOWN or denied by the broker: `milodex orders resolve ID --reason TEXT --confirm"
            + account.option()
            + "`.");
  }

  private static Failure unpriced(Adoption.Unpriced unpriced) {
    Symbol first = unpriced.symbols().first();
    return Failure.usage(
        "no_price",
        "Nothing was booked.",
        "No stored close tells what these shares are booked at: "
            + unpriced.symbols().stream().map(Symbol::ticker).collect(Collectors.joining(", "))
            + ".",
        "Say it: --price " + first + "=DOLLARS.");
  }

  private static Failure moved() {
    return new Failure(
        ExitCode.LOCKED,
        "books_moved",
        "Nothing was booked.",
        "The books were written to meanwhile.",
        "Nothing was written.",
        "Look again with `milodex reconcile`, then repeat the command.");
  }
}

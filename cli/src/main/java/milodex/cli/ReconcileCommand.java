package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.broker.Brokerage;
import milodex.broker.RecordedBroker;
import milodex.execution.Books;
import milodex.execution.HaltLog;
import milodex.execution.Incident;
import milodex.execution.OrderWatch;
import milodex.execution.Reconciliation;
import milodex.execution.SendLock;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// Lays books and broker side by side.
final class ReconcileCommand implements Action, Parent {

  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "reconcile";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Compare cash, shares and orders of the books with those of the broker.",
            "What is new is put on record, once. A difference in a symbol stops entries in it, one in"
                + " the cash all entries; exits go on.")
        .with(which.usage());
  }

  @Override
  public List<Command> commands() {
    return List.of(new ReconcileAdoptCommand());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Account account = which.of(invocation);
    if (!Traded.isOpened(account)) {
      Reply reply = account.neverTraded();
      reply.data().flag("compared", false).flag("written", false).objects("differences", List.of());
      return reply;
    }
    try (Ledger ledger = account.ledger()) {
      Books books = account.books(ledger);
      Brokerage broker = account.brokerage().orElseThrow(() -> noBroker(account));
      long before = ledger.head().seq();
      Instant now = account.now(ledger);
      Reconciliation compared = new Reconciliation();
      try (SendLock.Turn turn = account.sendLock().take()) {
        requireTurn(turn);
        new OrderWatch(books, broker).lookAtAll(now);
        compared.compare(Account.session(now), books, broker);
        compared.record(books, now);
      }
      Reply reply = reply(account, compared, exits(books.halts()), torn(compared, ledger, broker));
      reply.data().flag("written", ledger.head().seq() > before);
      return reply.ref("ledger_head", ledger.head().toString());
    }
  }

  /// What tells of a damaged file where something differs: then nothing came from outside.
  private static Optional<String> torn(Reconciliation compared, Ledger ledger, Brokerage broker) {
    return !compared.differences().isEmpty() && broker instanceof RecordedBroker recorded
        ? AccountHalves.torn(ledger, recorded.state())
        : Optional.empty();
  }

  /// Whether they go on.
  private static String exits(HaltLog halts) {
    return halts
        .open(HaltScope.ACCOUNT, HaltMode.HALT)
        .map(
            one ->
                "The account is halted by incident %s: %s."
                    .formatted(one.id(), one.tripped().mode().meaning()))
        .orElseGet(() -> "Exits go on" + halted(halts) + ".");
  }

  private static String halted(HaltLog halts) {
    List<String> halted =
        halts.open().stream()
            .map(Incident::tripped)
            .filter(one -> one.mode() == HaltMode.HALT)
            .map(one -> HaltLine.scope(one.scope()))
            .distinct()
            .toList();
    return halted.isEmpty()
        ? ""
        : ", but not those of %s, which %s halted"
            .formatted(String.join(", ", halted), halted.size() == 1 ? "is" : "are");
  }

  private static Reply reply(
      Account account, Reconciliation compared, String exits, Optional<String> torn) {
    Reply reply = account.reply();
    if (compared.differences().isEmpty()) {
      reply.say("Books and broker are equal: cash, shares and orders of " + account.name() + ".");
    } else {
      String says =
          "Books and broker differ in %s."
              .formatted(FactLine.counted(compared.differences().size(), "thing", "things"));
      reply
          .exit(ExitCode.OUTCOME_UNKNOWN)
          .errorCode("reconciliation_required")
          .summary(says)
          .block(Block.paragraph(says, Style.BAD))
          .block(DifferenceData.table(compared))
          .block(
              Block.paragraph(
                  exits
                      + " "
                      + torn.map(why -> why + " " + account.folder().mend())
                          .orElseGet(() -> advice(account))));
    }
    reply
        .data()
        .flag("compared", compared.account().isEmpty() || isAnswered(compared))
        .objects("differences", DifferenceData.list(compared));
    return reply;
  }

  private static String advice(Account account) {
    return "If cash or shares were changed outside of Milodex, `milodex reconcile adopt --reason TEXT%s` books it; an order that is not ours has to be ended at the broker. One of ours that the broker says it never had is ended by `milodex orders resolve ID --reason TEXT%s`."
        .formatted(account.option(), account.option());
  }

  private static boolean isAnswered(Reconciliation compared) {
    return compared.differences().stream().noneMatch(one -> one.kind().equals("broker"));
  }

  /// That no order can be on its way meanwhile; throws [Failure] if it may be.
  static void requireTurn(SendLock.Turn turn) {
    if (turn instanceof SendLock.Turn.Missed missed) {
      throw new Failure(
          ExitCode.LOCKED,
          "submission_on_its_way",
          "Books and broker were not compared.",
          missed.says(),
          "Nothing was done.",
          "Repeat the command when the order has been answered.");
    }
  }

  static Failure noBroker(Account account) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        "no_broker",
        "Books and broker were not compared.",
        "No broker is attached to " + account.name() + ".",
        "Nothing was done.",
        "Name a rehearsal with --rehearsal NAME; it has a broker of its own.");
  }
}

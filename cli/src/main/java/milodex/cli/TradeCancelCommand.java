package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import milodex.execution.Books;
import milodex.execution.CancelAnswer;
import milodex.execution.WishHistory;
import milodex.execution.WithdrawAnswer;
import milodex.execution.Withdrawal;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.Side;
import milodex.risk.Circumstances.SentOrder;

/// Calls an order back, or takes back a wish.
final class TradeCancelCommand implements Action {

  private String id = "";
  private String reason = "";
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Ask the broker to cancel what is left of an open order, and see what became of it; or withdraw a"
                + " wish by hand that waits for its open.",
            "The exit of a rule that is cancelled is planned again: pause or halt its strategy first.")
        .word(
            "ID",
            String.class,
            "The order or the wish; its first characters are enough, as `milodex orders` and `milodex"
                + " status` show them.",
            it -> id = it)
        .required("--reason", "TEXT", String.class, "Why; it is kept.", it -> reason = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "Nothing was cancelled.");
    Account account = which.of(invocation);
    HandPlace.requireBroker(account);
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_BOOKS)) {
      return switch (Cancellable.named(id, account, ledger, account.books(ledger))) {
        case Cancellable.Order open -> cancel(account, open.order());
        case Cancellable.Wish waiting -> withdraw(account, waiting.wish().intent());
        case Cancellable.Past over ->
            WithdrawReport.of(
                    account, Withdrawal.over(over.wish()), over.order(), account.now(ledger))
                .ref("ledger_head", ledger.head().toString());
      };
    }
  }

  private Reply cancel(Account account, SentOrder order) throws IOException {
    try (HandPlace place = HandPlace.toAct(account)) {
      CancelAnswer answer = place.desk().cancel(order.id(), reason, place.now());
      return reply(account, answer, order).ref("ledger_head", place.ledger().head().toString());
    }
  }

  /// Somebody else may be running the account meanwhile: either the wish is withdrawn, or its order
  /// leaves.
  private Reply withdraw(Account account, Intent wish) throws IOException {
    try (Ledger ledger = account.ledger()) {
      Books books = account.books(ledger);
      Instant now = account.now(ledger);
      WithdrawAnswer answer = Withdrawal.withdraw(books, wish.id(), reason, now);
      return WithdrawReport.of(account, answer, books.orders().find(WishHistory.orderOf(wish)), now)
          .ref("ledger_head", ledger.head().toString());
    }
  }

  private static Reply reply(Account account, CancelAnswer answer, SentOrder before) {
    Reply reply =
        account.reply().strategy(before.strategy().toString()).ref("order", before.id().toString());
    switch (answer) {
      case CancelAnswer.Asked asked -> {
        reply.data().flag("asked", true).object("order", OrderData.of(asked.order()));
        if (!asked.order().status().isFinal()) {
          reply.exit(ExitCode.OUTCOME_UNKNOWN).errorCode("cancel_not_confirmed");
        } else if (asked.order().side() == Side.SELL) {
          reply.warn(
              "exit_goes_on",
              "If a rule wished this sale it is planned again, unless its strategy is halted.");
        }
        reply.say(
            "%s Order %s is %s, %s shares filled."
                .formatted(
                    asked.heard()
                        ? "The broker was asked to cancel it."
                        : "The broker did not answer.",
                    asked.order().id(),
                    asked.order().status(),
                    asked.order().filled()));
      }
      case CancelAnswer.NotOpen over -> {
        reply
            .data()
            .flag("asked", false)
            .object("order", OrderData.of(over.order().orElse(before)));
        reply.say(
            "Order %s is %s already; nothing was cancelled."
                .formatted(before.id(), over.order().orElse(before).status()));
      }
    }
    return reply;
  }
}

package milodex.cli;

import java.time.Instant;
import java.util.Optional;
import milodex.execution.WithdrawAnswer;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.ExchangeCalendar;
import milodex.risk.Circumstances.SentOrder;

/// What became of the withdrawal of a wish, for people and programs.
final class WithdrawReport {

  private WithdrawReport() {}

  /// Throws [Failure] if it is the wish of a rule.
  ///
  /// @param order what the wish became, as far as the books still know it
  /// @param now by the clock of the account
  static Reply of(Account account, WithdrawAnswer answer, Optional<SentOrder> order, Instant now) {
    return switch (answer) {
      case WithdrawAnswer.Withdrawn done -> withdrawn(account, done.wish(), now);
      case WithdrawAnswer.Over over -> over(account, over);
      case WithdrawAnswer.Ordered late -> late(account, late, order);
      case WithdrawAnswer.OfRule rule -> throw ofRule(account, rule.wish());
    };
  }

  /// On end-of-day bars an open is worked when its bar is there: by then its price can be known.
  private static Reply withdrawn(Account account, Intent wish, Instant now) {
    Reply reply =
        reply(account, wish, Optional.empty(), true)
            .say("%s is withdrawn: no order of it will leave.".formatted(called(wish)));
    boolean hasOpened =
        ExchangeCalendar.nyse()
            .session(wish.worksOn())
            .map(session -> !now.isBefore(session.opensAt()))
            .orElse(false);
    return hasOpened
        ? reply.warn(
            "withdrawn_after_open",
            "The session of %s had opened by then; the ledger shows it.".formatted(wish.worksOn()))
        : reply;
  }

  private static Reply over(Account account, WithdrawAnswer.Over over) {
    Fact.IntentClosed end = over.end();
    return reply(account, over.wish(), Optional.of(end), false)
        .say(
            over.isWithdrawn()
                ? "%s was withdrawn before: %s. Nothing was written."
                    .formatted(called(over.wish()), end.says())
                : "%s has ended without an order, %s: %s. There is nothing to withdraw."
                    .formatted(
                        called(over.wish()), FactLine.words(end.outcome().name()), end.says()));
  }

  private static Reply late(
      Account account, WithdrawAnswer.Ordered late, Optional<SentOrder> order) {
    ClientOrderId id = late.order();
    boolean isOpen = order.map(one -> !one.status().isFinal()).orElse(false);
    return reply(account, late.wish(), Optional.empty(), false)
        .exit(ExitCode.REFUSED)
        .errorCode("wish_ordered")
        .ref("order", id.toString())
        .say(
            "%s was not withdrawn: it became order %s%s. %s"
                .formatted(
                    called(late.wish()),
                    id,
                    order.map(one -> ", which is " + one.status()).orElse(""),
                    isOpen
                        ? "`milodex trade cancel %s --reason TEXT%s` asks the broker to cancel it."
                            .formatted(OrderData.brief(id), account.option())
                        : "There is nothing left to cancel."));
  }

  /// @param before how it had ended before
  private static Reply reply(
      Account account, Intent wish, Optional<Fact.IntentClosed> before, boolean withdrawn) {
    Reply reply = account.reply().strategy(wish.strategy().toString()).ref("intent", wish.id());
    reply.data().flag("withdrawn", withdrawn).object("wish", WishData.of(wish));
    before.ifPresentOrElse(
        end ->
            reply
                .data()
                .object(
                    "ended",
                    Data.of().text("outcome", end.outcome().name()).text("says", end.says())),
        () -> reply.data().absent("ended"));
    return reply;
  }

  /// `The wish to buy 10 NOVA in the session of 2024-03-11`.
  private static String called(Intent wish) {
    return "The wish to %s %s".formatted(WishLine.wish(wish), WishLine.works(wish));
  }

  private static Failure ofRule(Account account, Intent wish) {
    String strategy = wish.strategy().toString();
    String stop =
        wish.side() == Side.BUY
            ? "`milodex strategy pause %s --reason TEXT%s` has it refused at its open."
            : "`milodex halt --strategy %s --reason TEXT%s` keeps it from leaving until the halt is reset.";
    return new Failure(
        ExitCode.REFUSED,
        "wish_of_rule",
        "Nothing was withdrawn.",
        called(wish) + " is that of a rule of " + strategy + "; only a wish by hand is withdrawn.",
        "Nothing was written.",
        stop.formatted(strategy, account.option()));
  }
}

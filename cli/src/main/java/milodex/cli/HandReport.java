package milodex.cli;

import java.util.Optional;
import milodex.execution.HandAnswer;
import milodex.execution.HandPreview;
import milodex.execution.HandRequest;
import milodex.ledger.Finding;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.NewYork;
import milodex.risk.Circumstances.SentOrder;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// Orders by hand, for people and programs: what was asked for, what the gate says, what became of
/// it.
final class HandReport {

  private HandReport() {}

  /// `sell 10 SPY`.
  static String words(HandRequest request) {
    return "%s %s %s"
        .formatted(FactLine.words(request.side().name()), request.shares(), request.symbol());
  }

  /// What the gate says; without a price nothing can be judged.
  ///
  /// @param isForNow whether that is what decides; a wish is judged again at its open
  static Reply preview(
      HandPlace place, HandRequest request, Optional<HandPreview> preview, boolean isForNow) {
    Reply reply = place.account().reply().strategy(request.strategy().toString());
    reply.data().object("request", data(request)).flag("written", false);
    return preview
        .map(one -> judged(place, reply, request, one, isForNow))
        .orElseGet(
            () -> {
              reply.data().absent("preview");
              return reply
                  .exit(ExitCode.UNAVAILABLE)
                  .errorCode("no_price")
                  .say("No price of " + request.symbol() + " can be observed now.");
            });
  }

  private static Reply judged(
      HandPlace place, Reply reply, HandRequest request, HandPreview preview, boolean isForNow) {
    KeyValues order =
        KeyValues.of()
            .with("Order", words(request) + ", market, day")
            .with("Book", request.strategy().toString())
            .with("Now", NewYork.second(place.now()) + " New York, " + openness(place))
            .with("Price", preview.price() + ", together " + FactLine.dollars(preview.value()))
            .with(
                "Expected cost", FactLine.dollars(preview.cost()) + " of slippage and commission");
    if (request.side() == Side.SELL) {
      order.with("Free to sell", preview.covered() + " shares of the strategy");
    }
    preview
        .fits()
        .ifPresent(fits -> order.with("Fits", fits + " shares; an order by hand is never trimmed"));
    order.with(
        isForNow ? "Verdict" : "Verdict now",
        Cell.of(
            preview.passes() ? "approved" : "refused, " + String.join(", ", preview.codes()),
            Style.ofPass(preview.passes())));
    if (!isForNow) {
      order.with(
          "At the open", "it is judged again; that the exchange is closed now is no reason then");
    }
    reply.block(order).block(CheckTable.of(preview.findings()));
    if (isForNow) {
      preview.codes().forEach(code -> reply.blocker(code, says(preview, code)));
    }
    Data data =
        Data.of()
            .flag("passes", preview.passes())
            .text("price", preview.price().toString())
            .money("value", preview.value())
            .money("cost", preview.cost())
            .text("covered", preview.covered().toString());
    preview
        .fits()
        .ifPresentOrElse(fits -> data.text("fits", fits.toString()), () -> data.absent("fits"));
    data.texts("codes", preview.codes())
        .objects("findings", preview.findings().stream().map(HandReport::data).toList());
    reply.data().object("preview", data);
    return reply;
  }

  /// What became of it; exit codes follow the answer.
  static Reply answer(HandPlace place, HandRequest request, HandAnswer answer) {
    Reply reply = place.account().reply().strategy(request.strategy().toString());
    reply.data().object("request", data(request));
    return switch (answer) {
      case HandAnswer.Sent sent -> sent(reply, sent.order());
      case HandAnswer.Unanswered open -> {
        reply.data().flag("written", true).object("order", OrderData.of(open.order()));
        yield reply
            .exit(ExitCode.OUTCOME_UNKNOWN)
            .errorCode("outcome_unknown")
            .warn("outcome_unknown", "What it may fill stays reserved until the broker tells.")
            .say(
                "Order %s to %s was sent and not answered: %s. Its outcome is UNKNOWN; it is not sent again."
                    .formatted(open.order().id(), words(request), open.says()));
      }
      case HandAnswer.Refused refused -> {
        reply.data().flag("written", true).absent("order").texts("codes", refused.codes());
        refused.findings().stream()
            .filter(one -> one.outcome() == Finding.Outcome.BREACH)
            .forEach(one -> reply.blocker(one.code(), one.says()));
        yield reply
            .exit(isHalt(refused) ? ExitCode.KILL_SWITCH : ExitCode.REFUSED)
            .errorCode(refused.codes().getFirst())
            .say(
                "Not sent: the gate refused to %s, %s."
                    .formatted(words(request), String.join(", ", refused.codes())));
      }
      case HandAnswer.Unpriced _ ->
          nothing(reply, ExitCode.UNAVAILABLE, "no_price")
              .say("Not sent: no price of " + request.symbol() + " can be observed now.");
      case HandAnswer.Missed missed ->
          nothing(reply, ExitCode.LOCKED, "submission_on_its_way")
              .say("Not sent: " + missed.says() + ". Repeat the command when it is answered.");
      case HandAnswer.Silent silent ->
          nothing(reply, ExitCode.UNAVAILABLE, "broker_unanswered")
              .say("Not sent: the broker did not tell of the account, " + silent.says() + ".");
    };
  }

  private static Reply sent(Reply reply, SentOrder order) {
    reply.data().flag("written", true).object("order", OrderData.of(order));
    reply.ref("order", order.id().toString());
    if (order.status() == OrderStatus.REJECTED) {
      reply.exit(ExitCode.REFUSED).errorCode("order_rejected");
    }
    return reply.say(
        "Order %s, to %s %s %s, is %s, %s shares filled."
            .formatted(
                order.id(),
                FactLine.words(order.side().name()),
                order.quantity(),
                order.symbol(),
                order.status(),
                order.filled()));
  }

  /// One line for a step among others.
  static String line(HandRequest request, HandAnswer answer) {
    String what = words(request) + " of " + request.strategy() + ": ";
    return switch (answer) {
      case HandAnswer.Sent sent ->
          what + sent.order().status() + ", " + sent.order().filled() + " filled";
      case HandAnswer.Unanswered open -> what + "sent and not answered, UNKNOWN; " + open.says();
      case HandAnswer.Refused refused -> what + "refused, " + String.join(", ", refused.codes());
      case HandAnswer.Unpriced _ -> what + "not sent, no price can be observed";
      case HandAnswer.Missed missed -> what + "not sent, " + missed.says();
      case HandAnswer.Silent silent -> what + "not sent, the broker is silent: " + silent.says();
    };
  }

  static Data data(HandRequest request) {
    return Data.of()
        .text("strategy", request.strategy().toString())
        .text("side", request.side().name())
        .text("symbol", request.symbol().ticker())
        .text("shares", request.shares().toString());
  }

  private static Reply nothing(Reply reply, ExitCode exit, String code) {
    reply.data().flag("written", false).absent("order");
    return reply.exit(exit).errorCode(code);
  }

  private static boolean isHalt(HandAnswer.Refused refused) {
    return refused.codes().contains("kill_switch_active")
        || refused.codes().contains("strategy_halted");
  }

  private static String openness(HandPlace place) {
    if (place.unpriced().isPresent()) {
      return "the exchange is open, and no price of this session is known here before its bars";
    }
    return place.isOpen() ? "the exchange is open" : "the exchange is closed";
  }

  private static String says(HandPreview preview, String code) {
    return preview.findings().stream()
        .filter(one -> one.code().equals(code))
        .map(Finding::says)
        .findFirst()
        .orElse(code);
  }

  private static Data data(Finding finding) {
    return Data.of()
        .count("row", finding.row())
        .text("check", finding.check())
        .text("outcome", finding.outcome().name())
        .text("code", finding.code())
        .text("says", finding.says());
  }
}

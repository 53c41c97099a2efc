package milodex.cli;

import java.io.IOException;
import milodex.broker.BrokerUnavailableException;
import milodex.execution.HandRequest;

/// What the gate says of an order by hand.
final class TradePreviewCommand implements Action {

  private final HandOrder order = new HandOrder();
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "preview";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show what the risk gate says now of an order of yours; write nothing.",
            "Every check is shown with what it compared, with the price and the expected cost.")
        .with(order.usage())
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HandRequest request = order.request("a preview", "preview " + HandOrder.WORDS);
    try (HandPlace place = HandPlace.toLook(which.of(invocation))) {
      return of(place, request).ref("ledger_head", place.ledger().head().toString());
    }
  }

  /// The preview with one sentence; throws [Failure] if there can be none.
  static Reply of(HandPlace place, HandRequest request) {
    Reply reply = shown(place, request, true);
    if (reply.exit() != ExitCode.DONE) {
      return reply;
    }
    boolean isRefused = !reply.blockers().isEmpty();
    if (isRefused) {
      reply.exit(ExitCode.REFUSED).errorCode("would_be_refused");
    }
    return reply.say(
        (isRefused ? "Would be refused: " : "Would be sent: ")
            + HandReport.words(request)
            + ". Nothing was written.");
  }

  /// The preview; throws [Failure] if there can be none.
  ///
  /// @param isForNow whether the order would be sent now, and not at the next open
  static Reply shown(HandPlace place, HandRequest request, boolean isForNow) {
    place.require(request.strategy());
    try {
      return HandReport.preview(
          place, request, place.desk().preview(request, place.now()), isForNow);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(
          "invalid_order",
          "That is no order.",
          BacktestCommand.sentence("" + e.getMessage()),
          "See `milodex strategy show " + request.strategy() + "` for what it trades.");
    } catch (BrokerUnavailableException e) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "broker_unanswered",
          "There is nothing to show.",
          "The broker did not tell of the account: " + e.why() + ".",
          "Nothing was written.",
          "Try again when it answers.");
    }
  }
}

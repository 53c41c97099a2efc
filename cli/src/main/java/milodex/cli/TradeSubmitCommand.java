package milodex.cli;

import java.io.IOException;
import milodex.execution.HandRequest;
import milodex.ledger.Intent;
import milodex.market.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Sends an order by hand.
@Command(
    name = "submit",
    description = {
      "Send an order of yours through the risk gate, or wish for it at the next open.",
      "It belongs to the book of one strategy: a sale of what the strategy owns, which works in a"
          + " halt too, or a purchase with its cash, which meets every limit and is never trimmed.",
      "Without --confirm the preview is shown, and you are asked if there is a terminal."
    })
final class TradeSubmitCommand implements Action {

  @Mixin private final HandOrder order = new HandOrder();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is kept with the order.")
  private String reason = "";

  @Option(
      names = "--next-open",
      description = "Not now: at the next open, judged with the facts of then.")
  private boolean nextOpen;

  @Mixin private final Confirmation confirmation = new Confirmation();

  @Mixin private final WhichAccount which = new WhichAccount();

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "Nothing was sent.");
    HandRequest request = order.request(reason);
    Account account = which.of(invocation);
    try (HandPlace place = HandPlace.toLook(account)) {
      place.require(request.strategy());
      requireTime(place);
      Reply preview = TradePreviewCommand.shown(place, request);
      if (preview.exit() != ExitCode.DONE && !nextOpen) {
        return preview;
      }
      if (!confirmation.isGiven(invocation, preview, question(request))) {
        return Confirmation.missing(preview, would(request));
      }
    }
    return nextOpen ? wish(account, request) : submit(account, request);
  }

  private Reply submit(Account account, HandRequest request) throws IOException {
    try (HandPlace place = HandPlace.toAct(account)) {
      return HandReport.answer(place, request, place.desk().submit(request, place.now()))
          .ref("ledger_head", place.ledger().head().toString());
    }
  }

  private Reply wish(Account account, HandRequest request) throws IOException {
    try (HandPlace place = HandPlace.toWish(account)) {
      Intent wish = place.desk().wish(request, place.now());
      Reply reply =
          account
              .reply()
              .strategy(request.strategy().toString())
              .ref("intent", wish.id())
              .ref("ledger_head", place.ledger().head().toString())
              .say(
                  "To %s is wished for the session of %s; it is judged again as it opens, and is over at its close."
                      .formatted(HandReport.words(request), wish.worksOn()));
      reply
          .data()
          .object("request", HandReport.data(request))
          .flag("written", true)
          .absent("order")
          .text("works_on", wish.worksOn().toString());
      return reply;
    }
  }

  /// An order is never left for an open that was not asked for.
  private void requireTime(HandPlace place) {
    if (nextOpen) {
      requireNext(place);
    } else {
      requireOpen(place);
    }
  }

  /// Throws [Failure] if the exchange is closed.
  static void requireOpen(HandPlace place) {
    if (!place.isOpen()) {
      throw new Failure(
          ExitCode.REFUSED,
          "market_closed",
          "Nothing was sent.",
          "The exchange is closed at %s New York.".formatted(NewYork.second(place.now())),
          "Nothing was written.",
          place
              .next()
              .map(
                  session ->
                      "Add --next-open to have it worked at the open of " + session.date() + ".")
              .orElse("The account has come to its end: it will see no further open."));
    }
  }

  /// Throws [Failure] if the account sees no further open.
  static Session requireNext(HandPlace place) {
    return place
        .next()
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.REFUSED,
                    "no_next_open",
                    "Nothing was wished for.",
                    "The account ends with the session of "
                        + place.stand().market().session().date()
                        + ".",
                    "Nothing was written.",
                    "Begin a rehearsal of more sessions."));
  }

  private String question(HandRequest request) {
    return "To %s %s?".formatted(HandReport.words(request), nextOpen ? "at the next open" : "now");
  }

  private String would(HandRequest request) {
    return nextOpen
        ? "Would wish to %s at the next open.".formatted(HandReport.words(request))
        : "Would send the order to %s.".formatted(HandReport.words(request));
  }
}

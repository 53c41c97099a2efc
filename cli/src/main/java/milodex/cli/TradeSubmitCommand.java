package milodex.cli;

import java.io.IOException;
import milodex.execution.Books;
import milodex.execution.HandRequest;
import milodex.execution.WishHistory;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.money.Quantity;

/// Sends an order by hand.
final class TradeSubmitCommand implements Action {

  private final HandOrder order = new HandOrder();
  private final HandTerms terms = new HandTerms();

  @Override
  public String name() {
    return "submit";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Send an order of yours through the risk gate, or wish for it at the next open.",
            "It belongs to the book of one strategy: a sale of what the strategy owns, which works in a"
                + " halt too, or a purchase with its cash, which meets every limit and is never trimmed.",
            "Without --confirm the preview is shown, and you are asked if there is a terminal.")
        .with(order.usage())
        .with(terms.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HandRequest request =
        order.request(
            terms.reason("Nothing was sent."), "submit " + HandOrder.WORDS + " --reason TEXT");
    Account account = terms.account(invocation);
    try (HandPlace place = HandPlace.toLook(account)) {
      place.require(request.strategy());
      terms.requireTime(place);
      Reply preview = TradePreviewCommand.shown(place, request, !terms.isForNextOpen());
      if (preview.exit() != ExitCode.DONE && !terms.isForNextOpen()) {
        return preview;
      }
      if (!terms.isConfirmed(invocation, preview, question(request))) {
        return Confirmation.missing(preview, would(request));
      }
    }
    return terms.isForNextOpen() ? wish(account, request) : submit(account, request);
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
                  "To %s is wished for the session of %s; it is judged again as it opens, and is over at its close. Until then `milodex trade cancel %s --reason TEXT%s` withdraws it."
                      .formatted(
                          HandReport.words(request),
                          wish.worksOn(),
                          OrderData.brief(WishHistory.orderOf(wish)),
                          account.option()));
      reply
          .data()
          .object("request", HandReport.data(request))
          .flag("written", true)
          .absent("order")
          .text("works_on", wish.worksOn().toString())
          .text("order_id", WishHistory.orderOf(wish).toString());
      return request.side() == Side.SELL ? covered(reply, request, place.books()) : reply;
    }
  }

  /// A wish is judged when it is worked; what would be refused by then is worth a word now.
  private static Reply covered(Reply reply, HandRequest request, Books books) {
    Quantity owned =
        books
            .portfolio()
            .book(request.strategy())
            .map(book -> book.held(request.symbol()))
            .orElse(Quantity.ZERO);
    return request.shares().compareTo(owned) > 0
        ? reply.warn(
            "uncovered_sell",
            "the strategy owns %s shares of %s now; if it owns no more by then, the whole order is refused."
                .formatted(owned, request.symbol()))
        : reply;
  }

  private String question(HandRequest request) {
    return "To %s %s?"
        .formatted(HandReport.words(request), terms.isForNextOpen() ? "at the next open" : "now");
  }

  private String would(HandRequest request) {
    return terms.isForNextOpen()
        ? "Would wish to %s at the next open.".formatted(HandReport.words(request))
        : "Would send the order to %s.".formatted(HandReport.words(request));
  }
}

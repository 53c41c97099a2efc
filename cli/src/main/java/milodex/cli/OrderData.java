package milodex.cli;

import milodex.execution.OrderHistory.Remembered;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Intent;
import milodex.risk.Circumstances.SentOrder;

/// An order as data; every command that speaks of one shares it.
final class OrderData {

  /// As many characters of an id as tell orders apart.
  private static final int BRIEF = 12;

  private OrderData() {}

  /// The first characters of an id; commands take them for the whole.
  static String brief(ClientOrderId id) {
    String text = id.toString();
    return text.substring(0, Math.min(BRIEF, text.length()));
  }

  static Data of(Remembered one) {
    Data data = of(one.order()).text("says", one.says());
    one.wish()
        .flatMap(Intent::byHand)
        .ifPresentOrElse(own -> data.text("by_hand", own.reason()), () -> data.absent("by_hand"));
    return one.wish()
        .map(wish -> data.text("rule", wish.rule()).text("decided_on", wish.decidedOn().toString()))
        .orElseGet(() -> data.absent("rule").absent("decided_on"));
  }

  static Data of(SentOrder order) {
    return Data.of()
        .text("order", order.id().toString())
        .text("strategy", order.strategy().toString())
        .text("symbol", order.symbol().ticker())
        .text("side", order.side().name())
        .text("shares", order.quantity().toString())
        .text("filled", order.filled().toString())
        .text("status", order.status().name())
        .flag("open", !order.status().isFinal())
        .text("sent_at", order.sentAt().toString())
        .text("intent", order.intent());
  }
}

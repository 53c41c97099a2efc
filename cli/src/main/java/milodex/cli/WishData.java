package milodex.cli;

import java.util.List;
import java.util.stream.Collectors;
import milodex.execution.IntentLog.Pending;
import milodex.execution.WishHistory;
import milodex.ledger.ByHand;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Intent;

/// The wishes that wait for an order, as commands show them.
final class WishData {

  private WishData() {}

  /// `2 wait for an order: SELL ACME; BUY 10 NOVA by hand, mdx-0a1b2c3d`.
  static String says(List<Pending> waiting) {
    return FactLine.counted(waiting.size(), "waits", "wait")
        + " for an order: "
        + waiting.stream().map(WishData::brief).collect(Collectors.joining("; "));
  }

  static Data of(Pending wish) {
    return of(wish.intent(), wish.nextOrder());
  }

  /// The wish of the operator.
  static Data of(Intent byHand) {
    return of(byHand, WishHistory.orderOf(byHand));
  }

  private static Data of(Intent intent, ClientOrderId order) {
    Data data =
        Data.of()
            .text("intent", intent.id())
            .text("strategy", intent.strategy().toString())
            .text("symbol", intent.symbol().ticker())
            .text("side", intent.side().name())
            .text("works_on", intent.worksOn().toString());
    intent
        .byHand()
        .map(ByHand::shares)
        .ifPresentOrElse(
            shares -> data.text("shares_by_hand", shares.toString()),
            () -> data.absent("shares_by_hand"));
    return data.text("order_id", order.toString());
  }

  private static String brief(Pending wish) {
    Intent intent = wish.intent();
    return intent
        .byHand()
        .map(
            own ->
                "%s %s %s by hand, %s"
                    .formatted(
                        intent.side(),
                        own.shares(),
                        intent.symbol(),
                        OrderData.brief(wish.nextOrder())))
        .orElseGet(() -> "%s %s".formatted(intent.side(), intent.symbol()));
  }
}

package milodex.cli;

import java.util.List;
import java.util.stream.Collectors;
import milodex.execution.IntentLog.Pending;
import milodex.ledger.ByHand;
import milodex.ledger.Intent;

/// The wishes that wait for an order, as commands show them.
final class WishData {

  private WishData() {}

  /// `2 wait for an order: SELL ACME; BUY 10 NOVA by hand`.
  static String says(List<Pending> waiting) {
    return FactLine.counted(waiting.size(), "waits", "wait")
        + " for an order: "
        + waiting.stream().map(one -> brief(one.intent())).collect(Collectors.joining("; "));
  }

  static Data of(Pending wish) {
    Intent intent = wish.intent();
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
    return data;
  }

  private static String brief(Intent intent) {
    return intent
        .byHand()
        .map(own -> "%s %s %s by hand".formatted(intent.side(), own.shares(), intent.symbol()))
        .orElseGet(() -> "%s %s".formatted(intent.side(), intent.symbol()));
  }
}

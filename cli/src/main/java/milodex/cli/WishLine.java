package milodex.cli;

import milodex.ledger.ByHand;
import milodex.ledger.Intent;

/// A wish as one sentence.
final class WishLine {

  private WishLine() {}

  static String of(Intent intent) {
    return "%s to %s %s: %s."
        .formatted(
            intent.byHand().isPresent() ? "The operator's wish" : "Wish",
            wish(intent),
            works(intent),
            intent.byHand().map(ByHand::reason).orElseGet(() -> "`" + intent.rule() + "`"));
  }

  /// `put 30 % of its equity into SPY`, `put $5,000.00 into SPY` or `sell all of SPY`; by hand `buy
  /// 10 SPY`.
  static String wish(Intent intent) {
    if (intent.byHand().isPresent()) {
      return "%s %s %s"
          .formatted(
              FactLine.words(intent.side().name()),
              intent.byHand().get().shares(),
              intent.symbol());
    }
    return switch (intent.side()) {
      case BUY -> "put " + budget(intent) + " into " + intent.symbol();
      case SELL -> "sell all of " + intent.symbol();
    };
  }

  /// `at the open of 2024-07-02`, or `as the next bar opens on 2024-07-01`; by hand `in the session
  /// of 2024-07-02`.
  static String works(Intent intent) {
    if (intent.byHand().isPresent()) {
      return "in the session of " + intent.worksOn();
    }
    return intent.worksOn().equals(intent.decidedOn())
        ? "as the next bar opens on " + intent.worksOn()
        : "at the open of " + intent.worksOn();
  }

  private static String budget(Intent intent) {
    return intent
        .amount()
        .map(FactLine::dollars)
        .orElseGet(() -> FactLine.percent(intent.weight()) + " of its equity");
  }
}

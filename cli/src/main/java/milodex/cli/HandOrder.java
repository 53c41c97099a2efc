package milodex.cli;

import java.util.Locale;
import java.util.Optional;
import milodex.execution.HandRequest;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// The words of an order by hand.
final class HandOrder {

  /// What is named, one after the other.
  static final String WORDS = "STRATEGY buy|sell SYMBOL SHARES";

  private String strategy = "";
  private String side = "";
  private String symbol = "";
  private String shares = "";
  private Optional<String> limit = Optional.empty();
  private String tif = "day";

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .word("STRATEGY", String.class, "In whose book.", it -> strategy = it)
        .word("buy|sell", String.class, "Which side.", it -> side = it)
        .word("SYMBOL", String.class, "What.", it -> symbol = it)
        .word("SHARES", String.class, "How many, in whole shares.", it -> shares = it)
        .option(
            "--limit",
            "DOLLARS",
            String.class,
            "Refused: only market orders are sent.",
            it -> limit = Optional.of(it))
        .option("--tif", "day", String.class, "Only `day`, which is the default.", it -> tif = it);
  }

  /// What is asked for; throws [Failure] if it is no order that is ever sent.
  ///
  /// @param usage how such an order is said, `preview STRATEGY buy|sell SYMBOL SHARES`
  HandRequest request(String reason, String usage) {
    if (limit.isPresent()) {
      throw unsupported("A limit order was asked for.");
    }
    if (!tif.toLowerCase(Locale.ROOT).equals("day")) {
      throw unsupported("An order good for `" + tif + "` was asked for.");
    }
    try {
      return new HandRequest(
          StrategyId.parse(strategy),
          side(usage),
          Symbol.of(symbol.toUpperCase(Locale.ROOT)),
          quantity(usage),
          reason);
    } catch (IllegalArgumentException e) {
      throw invalid(BacktestCommand.sentence("" + e.getMessage()), usage);
    }
  }

  private Side side(String usage) {
    return switch (side.toLowerCase(Locale.ROOT)) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw invalid("`" + side + "` is neither buy nor sell.", usage);
    };
  }

  private Quantity quantity(String usage) {
    Quantity quantity;
    try {
      quantity = Quantity.parse(shares);
    } catch (IllegalArgumentException e) {
      throw invalid("`" + shares + "` is no number of shares.", usage);
    }
    if (quantity.isZero() || !quantity.whole().equals(quantity)) {
      throw invalid("`" + shares + "` is no whole number of shares above zero.", usage);
    }
    return quantity;
  }

  private static Failure invalid(String why, String usage) {
    return Failure.usage(
        "invalid_order", "That is no order.", why, "Say it as `milodex trade " + usage + "`.");
  }

  private static Failure unsupported(String why) {
    return Failure.usage(
        "unsupported_order",
        "Nothing was sent.",
        why + " Only market orders of a day are sent.",
        "Leave the option out.");
  }
}

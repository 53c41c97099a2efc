package milodex.cli;

import java.util.Locale;
import java.util.Optional;
import milodex.execution.HandRequest;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The words of an order by hand.
final class HandOrder {

  /// What is named, one after the other.
  static final String WORDS = "STRATEGY buy|sell SYMBOL SHARES";

  @Parameters(index = "0", paramLabel = "STRATEGY", description = "In whose book.")
  private String strategy = "";

  @Parameters(index = "1", paramLabel = "buy|sell", description = "Which side.")
  private String side = "";

  @Parameters(index = "2", paramLabel = "SYMBOL", description = "What.")
  private String symbol = "";

  @Parameters(index = "3", paramLabel = "SHARES", description = "How many, in whole shares.")
  private String shares = "";

  @Option(
      names = "--limit",
      paramLabel = "DOLLARS",
      description = "Refused: only market orders are sent.")
  private Optional<String> limit = Optional.empty();

  @Option(names = "--tif", paramLabel = "day", description = "Only `day`, which is the default.")
  private String tif = "day";

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

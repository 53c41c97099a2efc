package milodex.strategy.templates;

import java.util.List;
import java.util.Optional;
import milodex.market.Symbol;
import milodex.strategy.Parameter;

/// The parameters that templates of the common flow share, each with its own standard value.
final class SlotParameters {

  private SlotParameters() {}

  static Parameter stopLossPct(String standard) {
    return Parameter.Decimal.of(
        "stop_loss_pct",
        "0.001",
        "0.99",
        standard,
        "Sell at a close this share or more below the entry price.");
  }

  static Parameter maxHoldDays(int standard) {
    return new Parameter.Whole(
        "max_hold_days", 1, 252, standard, "Sell after so many sessions; the fill session is 0.");
  }

  static Parameter maxConcurrentPositions(int standard) {
    return new Parameter.Whole(
        "max_concurrent_positions", 1, 50, standard, "Hold at most so many positions at once.");
  }

  static Parameter perPositionNotionalPct(String standard) {
    return Parameter.Decimal.of(
        "per_position_notional_pct",
        "0.01",
        "1",
        standard,
        "Buy for this share of the strategy's equity.");
  }

  /// The share of a strategy that holds one position.
  static Parameter allocationPct() {
    return Parameter.Decimal.of(
        "allocation_pct", "0.01", "1", "0.95", "Buy for this share of the strategy's equity.");
  }

  static Parameter sizingRule() {
    return new Parameter.Choice(
        "sizing_rule",
        List.of("equal_notional"),
        "equal_notional",
        "How an entry is sized: each for the same share of equity.");
  }

  static Parameter marketFilterSymbol() {
    return marketFilterSymbol(Optional.empty());
  }

  static Parameter marketFilterSymbol(Optional<Symbol> standard) {
    return new Parameter.Ticker(
        "market_filter_symbol",
        standard,
        "Buy only while this symbol is above its own average; left out, always.");
  }

  static Parameter marketFilterLength(int standard) {
    return new Parameter.Whole(
        "market_filter_length", 2, 500, standard, "Closes in the average of the market filter.");
  }
}

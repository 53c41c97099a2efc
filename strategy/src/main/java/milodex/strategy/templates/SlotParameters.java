package milodex.strategy.templates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milodex.market.Symbol;
import milodex.strategy.Parameter;

/// The parameters that templates of the common flow share, each with its own standard value.
final class SlotParameters {

  private SlotParameters() {}

  /// A template's own parameters, and after them those of its terms of entry.
  static List<Parameter> join(List<Parameter> own, List<Parameter> terms) {
    return Stream.concat(own.stream(), terms.stream()).toList();
  }

  /// The parameters [EntryTerms] reads, without a market filter unless a file sets one.
  static List<Parameter> entryTerms(int slots, String share) {
    return entryTerms(slots, share, Optional.empty(), 200);
  }

  /// The parameters [EntryTerms] reads.
  ///
  /// @param slots standard of the most positions held at once
  /// @param share standard share of the strategy's equity for each
  static List<Parameter> entryTerms(
      int slots, String share, Optional<Symbol> filter, int filterLength) {
    return List.of(
        maxConcurrentPositions(slots),
        new Parameter.Choice(
            "sizing_rule",
            List.of("equal_notional", "fixed_notional"),
            "equal_notional",
            "How an entry is sized: each for the same share of equity, or the same dollars."),
        perPositionNotionalPct(share),
        Parameter.Decimal.optional(
            "fixed_notional",
            "1",
            "10000000",
            "Buy for these dollars; only with sizing_rule fixed_notional, and then needed."),
        new Parameter.Ticker(
            "market_filter_symbol",
            filter,
            "Buy only while this symbol is above its own average; with none, always."),
        new Parameter.Whole(
            "market_filter_length",
            2,
            500,
            filterLength,
            "Closes in the average of the market filter."));
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

  static Parameter maFilterLength(int standard) {
    return new Parameter.Whole(
        "ma_filter_length", 2, 500, standard, "Buy only above the average of so many closes.");
  }

  static Parameter stopLossPct(String standard) {
    return Parameter.Decimal.of(
        "stop_loss_pct",
        "0.001",
        "0.99",
        standard,
        "Sell at a close this share or more below the entry price.");
  }

  static Parameter atrLookback() {
    return new Parameter.Whole("atr_lookback", 1, 252, 20, "True ranges in the ATR.");
  }

  static Parameter atrStopMultiplier(String standard) {
    return Parameter.Decimal.of(
        "atr_stop_multiplier",
        "0.1",
        "20",
        standard,
        "Sell at a close so many ATRs of the entry's decision below the entry price.");
  }

  static Parameter maxHoldDays(int standard) {
    return new Parameter.Whole(
        "max_hold_days", 1, 252, standard, "Sell after so many sessions; the fill session is 0.");
  }

  /// The share of a strategy that holds one position.
  static Parameter allocationPct() {
    return Parameter.Decimal.of(
        "allocation_pct", "0.01", "1", "0.95", "Buy for this share of the strategy's equity.");
  }

  /// @param words the first is the standard
  static Parameter ranking(String... words) {
    return new Parameter.Choice(
        "ranking", List.of(words), words[0], "Which candidate is bought first.");
  }
}

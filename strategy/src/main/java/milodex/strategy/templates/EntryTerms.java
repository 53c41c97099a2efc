package milodex.strategy.templates;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.indicator.Indicators;
import milodex.market.Symbol;
import milodex.strategy.ParameterValues;

/// The terms on which the common flow buys: how many positions at once, how large each, and in
/// which market.
///
/// @param slots the most positions held at once
/// @param marketFilter entries only while it lets them through; empty, always
public record EntryTerms(int slots, Sizing sizing, Optional<MarketFilter> marketFilter) {

  /// The terms that `values` state.
  ///
  /// @throws IllegalArgumentException if they contradict each other
  static EntryTerms of(ParameterValues values) {
    return new EntryTerms(
        values.whole("max_concurrent_positions"),
        Sizing.of(values),
        values
            .ticker("market_filter_symbol")
            .map(symbol -> new MarketFilter(symbol, values.whole("market_filter_length"))));
  }

  /// Bars that a rule needs which itself reads `own`: more if the market filter reads more.
  int lookback(int own) {
    return marketFilter
        .map(filter -> Math.max(own, Indicators.lookback(filter.length())))
        .orElse(own);
  }

  /// The symbol of the market filter, if there is one.
  SortedSet<Symbol> alsoReads() {
    TreeSet<Symbol> symbols = new TreeSet<>();
    marketFilter.map(MarketFilter::symbol).ifPresent(symbols::add);
    return Collections.unmodifiableSortedSet(symbols);
  }
}

package milodex.strategy.templates;

import static milodex.indicator.Indicators.sma;

import java.util.Optional;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.strategy.Observation;
import milodex.strategy.Reading;

/// Entries only while the close of one symbol is above its moving average.
///
/// While that symbol has too few bars, or is itself barred, the market is unknown and nothing is
/// entered.
///
/// @param length closes in the average, the latest included
public record MarketFilter(Symbol symbol, int length) {

  /// Why no symbol may be entered; empty if entries are free.
  Optional<Entry.Rejected> blocks(Observation seen) {
    Optional<BarWindow> bars = seen.window(symbol);
    if (bars.isEmpty()) {
      return Optional.of(Entry.rejected("market_filter_without_data"));
    }
    if (seen.whyBarred(symbol).isPresent()) {
      return Optional.of(Entry.rejected("market_filter_barred"));
    }
    double average = sma(bars.get(), length);
    Reading close = Reading.compared("market_filter_close", bars.get().close(0), ">", average);
    return close.holds()
        ? Optional.empty()
        : Optional.of(Entry.rejected("market_filter_not_above_sma", close));
  }
}

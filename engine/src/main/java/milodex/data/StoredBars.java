package milodex.data;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Bars and corporate actions, to be read.
///
/// Every method throws [DataUnavailableException] when what is stored cannot be read.
public interface StoredBars {

  /// Every stored series, in [StoredSeries#ORDER], without reading bars.
  List<StoredSeries> series();

  /// The description of one series, without reading its bars.
  Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe, Adjustment adjustment);

  /// One series.
  Optional<BarSeries> load(Symbol symbol, Timeframe timeframe, Adjustment adjustment);

  /// The description of the series a run reads: raw where there is one, else split-adjusted.
  default Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe) {
    return stored(symbol, timeframe, Adjustment.RAW)
        .or(() -> stored(symbol, timeframe, Adjustment.SPLIT_ADJUSTED));
  }

  /// The series a run reads: raw where there is one, else split-adjusted.
  default Optional<BarSeries> load(Symbol symbol, Timeframe timeframe) {
    return load(symbol, timeframe, Adjustment.RAW)
        .or(() -> load(symbol, timeframe, Adjustment.SPLIT_ADJUSTED));
  }

  /// The series a run reads of each symbol; a symbol without bars has no entry.
  SortedMap<Symbol, BarSeries> loadAll(Collection<Symbol> symbols, Timeframe timeframe);

  /// The corporate actions of a symbol by ex-date; empty where none is known.
  List<CorporateAction> actions(Symbol symbol);

  /// Every ticker change of any symbol, by ex-date.
  List<TickerChange> tickerChanges();

  /// The same bars as if none after `last` were stored.
  default StoredBars until(LocalDate last) {
    return new BarsUntil(this, last);
  }

  /// The same bars for one thread, each part read at most once and kept as it was read then.
  default StoredBars once() {
    return new BarsOnce(this);
  }
}

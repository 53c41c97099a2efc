package milodex.data;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Stored bars as if none after a date were stored.
///
/// Corporate actions are all there: a series its vendor adjusted is told in the shares of its last
/// split.
///
/// @param last the newest exchange date that shows
record BarsUntil(StoredBars all, LocalDate last) implements StoredBars {

  @Override
  public List<StoredSeries> series() {
    return all.series().stream().flatMap(one -> cut(one).stream()).toList();
  }

  @Override
  public Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return all.stored(symbol, timeframe, adjustment).flatMap(this::cut);
  }

  @Override
  public Optional<BarSeries> load(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return all.load(symbol, timeframe, adjustment).flatMap(this::cut);
  }

  @Override
  public SortedMap<Symbol, BarSeries> loadAll(Collection<Symbol> symbols, Timeframe timeframe) {
    SortedMap<Symbol, BarSeries> loaded = new TreeMap<>();
    all.loadAll(symbols, timeframe)
        .forEach((symbol, series) -> cut(series).ifPresent(bars -> loaded.put(symbol, bars)));
    return loaded;
  }

  @Override
  public List<CorporateAction> actions(Symbol symbol) {
    return all.actions(symbol);
  }

  @Override
  public List<TickerChange> tickerChanges() {
    return all.tickerChanges();
  }

  private Optional<StoredSeries> cut(StoredSeries one) {
    return one.last().isAfter(last)
        ? load(one.symbol(), one.timeframe(), one.adjustment()).map(StoredSeries::of)
        : Optional.of(one);
  }

  private Optional<BarSeries> cut(BarSeries series) {
    return series.isEmpty() || series.first().isAfter(last)
        ? Optional.empty()
        : Optional.of(series.between(series.first(), last));
  }
}

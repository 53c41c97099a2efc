package milodex.backtest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.ActionMerge;
import milodex.data.BarFault;
import milodex.data.BarFingerprint;
import milodex.data.BarMerge;
import milodex.data.BarStore;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Bars in memory, for tests that change them: one series for each symbol and timeframe.
public record MemoryBarStore(List<BarSeries> bars, List<CorporateAction> actions)
    implements BarStore {

  public static MemoryBarStore of(List<BarSeries> series, List<CorporateAction> actions) {
    return new MemoryBarStore(List.copyOf(series), List.copyOf(actions));
  }

  @Override
  public List<StoredSeries> series() {
    return bars.stream().map(StoredSeries::of).toList();
  }

  @Override
  public Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return load(symbol, timeframe, adjustment).map(StoredSeries::of);
  }

  @Override
  public Optional<BarSeries> load(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return bars.stream()
        .filter(one -> one.symbol().equals(symbol))
        .filter(one -> one.timeframe() == timeframe && one.adjustment() == adjustment)
        .findFirst();
  }

  @Override
  public SortedMap<Symbol, BarSeries> loadAll(Collection<Symbol> symbols, Timeframe timeframe) {
    SortedMap<Symbol, BarSeries> found = new TreeMap<>();
    symbols.forEach(symbol -> load(symbol, timeframe).ifPresent(one -> found.put(symbol, one)));
    return found;
  }

  @Override
  public List<CorporateAction> actions(Symbol symbol) {
    List<CorporateAction> own = new ArrayList<>(actions);
    own.removeIf(action -> !action.symbol().equals(symbol));
    return own;
  }

  @Override
  public List<TickerChange> tickerChanges() {
    return actions.stream()
        .filter(TickerChange.class::isInstance)
        .map(TickerChange.class::cast)
        .toList();
  }

  @Override
  public Optional<BarSeries> load(BarFingerprint fingerprint) {
    return bars.stream().filter(one -> BarFingerprint.of(one).equals(fingerprint)).findFirst();
  }

  @Override
  public List<BarFault> verify() {
    return List.of();
  }

  @Override
  public StoredSeries save(BarMerge merge) {
    throw new UnsupportedOperationException("bars in memory are given, not imported");
  }

  @Override
  public StoredSeries revise(BarMerge merge) {
    throw new UnsupportedOperationException("bars in memory are given, not imported");
  }

  @Override
  public void save(ActionMerge merge) {
    throw new UnsupportedOperationException("actions in memory are given, not imported");
  }

  @Override
  public void revise(ActionMerge merge) {
    throw new UnsupportedOperationException("actions in memory are given, not imported");
  }
}

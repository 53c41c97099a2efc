package milodex.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Stored bars of which each part is read at most once, and stays as it was read though an import
/// changes it meanwhile. It keeps all that it was asked for, and belongs to one thread.
final class BarsOnce implements StoredBars {

  private record One(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {}

  private record Best(Symbol symbol, Timeframe timeframe) {}

  private final StoredBars all;
  private final Map<One, Optional<StoredSeries>> described = new HashMap<>();
  private final Map<One, Optional<BarSeries>> loaded = new HashMap<>();
  private final Map<Best, Optional<BarSeries>> best = new HashMap<>();
  private final Map<Symbol, List<CorporateAction>> actions = new HashMap<>();
  private Optional<List<StoredSeries>> series = Optional.empty();
  private Optional<List<TickerChange>> tickerChanges = Optional.empty();

  BarsOnce(StoredBars all) {
    this.all = all;
  }

  @Override
  public List<StoredSeries> series() {
    series = series.or(() -> Optional.of(all.series()));
    return series.orElseThrow();
  }

  @Override
  public Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return described.computeIfAbsent(
        new One(symbol, timeframe, adjustment), _ -> all.stored(symbol, timeframe, adjustment));
  }

  @Override
  public Optional<BarSeries> load(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {
    return loaded.computeIfAbsent(
        new One(symbol, timeframe, adjustment), _ -> all.load(symbol, timeframe, adjustment));
  }

  @Override
  public SortedMap<Symbol, BarSeries> loadAll(Collection<Symbol> symbols, Timeframe timeframe) {
    List<Symbol> unread = new ArrayList<>(symbols);
    unread.removeIf(symbol -> best.containsKey(new Best(symbol, timeframe)));
    SortedMap<Symbol, BarSeries> read = all.loadAll(unread, timeframe);
    for (Symbol symbol : unread) {
      best.put(new Best(symbol, timeframe), Optional.ofNullable(read.get(symbol)));
    }
    SortedMap<Symbol, BarSeries> wanted = new TreeMap<>();
    for (Symbol symbol : symbols) {
      best.getOrDefault(new Best(symbol, timeframe), Optional.empty())
          .ifPresent(bars -> wanted.put(symbol, bars));
    }
    return wanted;
  }

  @Override
  public List<CorporateAction> actions(Symbol symbol) {
    return actions.computeIfAbsent(symbol, all::actions);
  }

  @Override
  public List<TickerChange> tickerChanges() {
    tickerChanges = tickerChanges.or(() -> Optional.of(all.tickerChanges()));
    return tickerChanges.orElseThrow();
  }
}

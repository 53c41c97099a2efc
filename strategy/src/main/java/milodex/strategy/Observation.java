package milodex.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.BarWindow;
import milodex.market.Symbol;

/// All a rule may see when it decides: closed bars and its own positions, nothing else.
///
/// @param session the exchange day it decides in; for daily bars, the one that has just closed
/// @param asOf when it is: the close of the newest bar
/// @param universe the strategy's symbols in order
/// @param windows exactly `lookback` closed bars for each symbol that has them, the last of
///     them closed at `asOf`
/// @param barred why a symbol is no candidate for an entry: too few bars, a hole, not eligible. A
///     barred symbol may still have a window, so that a position in it can be judged
/// @param holdings the strategy's own open positions
public record Observation(
    LocalDate session,
    Instant asOf,
    List<Symbol> universe,
    Map<Symbol, BarWindow> windows,
    Map<Symbol, String> barred,
    SortedMap<Symbol, Holding> holdings) {

  public Observation {
    universe = List.copyOf(universe);
    windows = Map.copyOf(windows);
    barred = Map.copyOf(barred);
    holdings = Collections.unmodifiableSortedMap(new TreeMap<>(holdings));
  }

  /// The closed bars of `symbol`, if it has enough of them.
  public Optional<BarWindow> window(Symbol symbol) {
    return Optional.ofNullable(windows.get(symbol));
  }

  /// Why `symbol` is no candidate for an entry; empty if it may be one.
  public Optional<String> whyBarred(Symbol symbol) {
    if (barred.containsKey(symbol)) {
      return Optional.ofNullable(barred.get(symbol));
    }
    return windows.containsKey(symbol) ? Optional.empty() : Optional.of("too_few_bars");
  }
}

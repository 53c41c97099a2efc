package milodex.strategy.templates;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import milodex.market.BarColumns;
import milodex.market.BarWindow;
import milodex.market.Closes;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import milodex.strategy.Template;

/// A rule followed through a generated market without costs: decided at a close, filled at the
/// next.
record Replay(Template rule, SortedMap<Symbol, BarColumns> market, int bars) {

  /// Seeded random walks, one for each symbol.
  static Replay of(Template rule, int bars, String... symbols) {
    TreeMap<Symbol, BarColumns> market = new TreeMap<>();
    for (int i = 0; i < symbols.length; i++) {
      market.put(Symbol.of(symbols[i]), Closes.columns(Closes.walk(100 + i, bars)));
    }
    return new Replay(rule, market, bars);
  }

  /// Hands over what was seen and decided on every bar from the first full window on.
  void run(BiConsumer<Observation, Decision> listener) {
    TreeMap<Symbol, Holding> holdings = new TreeMap<>();
    for (int i = rule.lookback() - 1; i < bars - 1; i++) {
      Observation seen = observe(i, rule.lookback(), holdings);
      Decision decision = rule.decide(seen);
      listener.accept(seen, decision);
      holdings.replaceAll((symbol, held) -> older(held));
      for (Signal signal : decision.signals()) {
        switch (signal) {
          case Signal.Enter enter -> holdings.put(enter.symbol(), bought(enter, i + 1));
          case Signal.Exit exit -> holdings.remove(exit.symbol());
        }
      }
    }
  }

  Observation observe(int last, int lookback, SortedMap<Symbol, Holding> holdings) {
    Map<Symbol, BarWindow> windows = new HashMap<>();
    market.forEach(
        (symbol, columns) ->
            windows.put(symbol, BarWindow.of(Closes.history(symbol, columns), last, lookback)));
    List<Symbol> universe = new ArrayList<>(market.keySet());
    return new Observation(
        day(last), Closes.closing(day(last)), universe, windows, Map.of(), holdings);
  }

  private Holding bought(Signal.Enter enter, int bar) {
    double price = requireNonNull(market.get(enter.symbol())).open()[bar];
    return new Holding(enter.symbol(), price, day(bar), 0, enter.entryFacts());
  }

  private static Holding older(Holding held) {
    return new Holding(
        held.symbol(),
        held.entryPrice(),
        held.entrySession(),
        held.sessionsHeld() + 1,
        held.entryFacts());
  }

  private static LocalDate day(int bar) {
    return LocalDate.of(2000, 1, 1).plusDays(bar);
  }
}

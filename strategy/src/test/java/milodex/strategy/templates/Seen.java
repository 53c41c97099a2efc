package milodex.strategy.templates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.market.BarWindow;
import milodex.market.Candles;
import milodex.market.Closes;
import milodex.market.Symbol;
import milodex.strategy.Holding;
import milodex.strategy.Observation;

/// Builds what a rule sees, for tests: closes by symbol, holdings, bars that are missing.
final class Seen {

  static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  private final List<Symbol> universe = new ArrayList<>();
  private final Map<Symbol, BarWindow> windows = new HashMap<>();
  private final Map<Symbol, String> barred = new HashMap<>();
  private final TreeMap<Symbol, Holding> holdings = new TreeMap<>();
  private LocalDate session = TODAY;

  static Seen market() {
    return new Seen();
  }

  /// A market at the close of this session.
  static Seen on(String session) {
    Seen seen = new Seen();
    seen.session = LocalDate.parse(session);
    return seen;
  }

  /// A symbol of the universe with these closes, oldest first.
  Seen with(String symbol, double... closes) {
    universe.add(Symbol.of(symbol));
    return beside(symbol, closes);
  }

  /// A symbol of the universe with bars told as `open/high/low/close`, oldest first.
  Seen bars(String symbol, String words) {
    universe.add(Symbol.of(symbol));
    windows.put(Symbol.of(symbol), Candles.window(symbol, words));
    return this;
  }

  /// A symbol that is read but not in the universe.
  Seen beside(String symbol, double... closes) {
    windows.put(Symbol.of(symbol), Closes.window(symbol, closes));
    return this;
  }

  /// A symbol of the universe whose latest bar paid a dividend.
  Seen paying(String symbol, double dividend, double... closes) {
    universe.add(Symbol.of(symbol));
    windows.put(Symbol.of(symbol), Closes.paying(symbol, dividend, closes));
    return this;
  }

  /// A symbol of the universe without a window.
  Seen without(String symbol) {
    universe.add(Symbol.of(symbol));
    return this;
  }

  Seen barred(String symbol, String why) {
    barred.put(Symbol.of(symbol), why);
    return this;
  }

  Seen holding(String symbol, double entryPrice, int sessionsHeld) {
    return holding(symbol, entryPrice, sessionsHeld, Map.of());
  }

  Seen holding(String symbol, double entryPrice, int sessionsHeld, Map<String, Double> entryFacts) {
    holdings.put(
        Symbol.of(symbol),
        new Holding(
            Symbol.of(symbol),
            entryPrice,
            TODAY.minusDays(sessionsHeld + 1L),
            sessionsHeld,
            new TreeMap<>(entryFacts)));
    return this;
  }

  /// A position filled on this session.
  Seen filled(String symbol, String entrySession, int sessionsHeld) {
    holdings.put(
        Symbol.of(symbol),
        new Holding(
            Symbol.of(symbol), 100, LocalDate.parse(entrySession), sessionsHeld, new TreeMap<>()));
    return this;
  }

  Observation now() {
    return new Observation(session, Closes.closing(session), universe, windows, barred, holdings);
  }
}

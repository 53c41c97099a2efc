package milodex.strategy.templates;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import milodex.market.BarHistory;
import milodex.market.BarWindow;
import milodex.market.Candles;
import milodex.market.Closes;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import milodex.strategy.Template;

/// A rule followed through a generated market without costs: decided at a close, filled at the next
/// open.
///
/// The market has six symbols and those the rule reads beside them, along the real sessions; one
/// symbol is listed late.
///
/// @param market all bars by symbol; the last bar of each is that of the last session
record Replay(Template rule, List<Session> sessions, SortedMap<Symbol, BarHistory> market) {

  private static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF");
  private static final String LATE = "EEE";

  static Replay of(Template rule, int bars) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    List<Session> sessions =
        calendar
            .sessions(LocalDate.parse("2000-01-03"), LocalDate.parse("2015-12-31"))
            .subList(0, bars);
    TreeSet<Symbol> symbols = new TreeSet<>(rule.alsoReads());
    SYMBOLS.stream().map(Symbol::of).forEach(symbols::add);
    TreeMap<Symbol, BarHistory> market = new TreeMap<>();
    for (Symbol symbol : symbols) {
      int listed = symbol.ticker().equals(LATE) ? bars - bars / 4 : bars;
      market.put(symbol, Closes.history(symbol, Candles.walk(symbol.ticker().hashCode(), listed)));
    }
    return new Replay(rule, sessions, market);
  }

  /// Index of the session in which the last symbol was listed.
  int lateListing() {
    return sessions.size() / 4;
  }

  /// Hands over what was seen and decided on every session from the first full window on.
  void run(BiConsumer<Observation, Decision> listener) {
    TreeMap<Symbol, Holding> holdings = new TreeMap<>();
    for (int i = rule.lookback() - 1; i < sessions.size() - 1; i++) {
      Observation seen = observe(i, rule.lookback(), holdings);
      Decision decision = rule.decide(seen);
      listener.accept(seen, decision);
      holdings.replaceAll((_, held) -> older(held));
      for (Signal signal : decision.signals()) {
        switch (signal) {
          case Signal.Enter enter -> holdings.put(enter.symbol(), bought(enter, i + 1));
          case Signal.Exit exit -> holdings.remove(exit.symbol());
        }
      }
    }
  }

  Observation observe(int session, int lookback, SortedMap<Symbol, Holding> holdings) {
    Map<Symbol, BarWindow> windows = new HashMap<>();
    market.forEach(
        (symbol, bars) -> {
          int last = bar(bars, session);
          if (last >= lookback - 1) {
            windows.put(symbol, BarWindow.of(bars, last, lookback));
          }
        });
    List<Symbol> universe = new ArrayList<>(market.keySet());
    Session today = sessions.get(session);
    return new Observation(today.date(), today.closesAt(), universe, windows, Map.of(), holdings);
  }

  private int bar(BarHistory bars, int session) {
    return session - (sessions.size() - bars.size());
  }

  private Holding bought(Signal.Enter enter, int session) {
    BarHistory bars = requireNonNull(market.get(enter.symbol()));
    double price = bars.columns().open()[bar(bars, session)];
    LocalDate date = sessions.get(session).date();
    return new Holding(enter.symbol(), price, date, 0, enter.entryFacts());
  }

  private static Holding older(Holding held) {
    return new Holding(
        held.symbol(),
        held.entryPrice(),
        held.entrySession(),
        held.sessionsHeld() + 1,
        held.entryFacts());
  }
}

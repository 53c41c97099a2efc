package milodex.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milodex.data.StoredBars;
import milodex.ledger.DataFact.BarsFetched;
import milodex.ledger.DataFact.BarsImported;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// How newer daily bars come into a workspace: the way those that are stored came.
///
/// @param fetched symbols whose newest bars a provider delivered
/// @param imported all others, whose bars came in files or never
record NewBars(Set<Symbol> fetched, Set<Symbol> imported) {

  private static final Set<FactType> KINDS = Set.of(FactType.BARS_IMPORTED, FactType.BARS_FETCHED);

  /// How many symbols are named in a command.
  private static final int NAMED = 8;

  /// Those of `symbols` that have no bar of `due` and still trade.
  static NewBars of(Wiring wiring, Collection<Symbol> symbols, LocalDate due) {
    StoredBars store = wiring.bars();
    Map<Symbol, Boolean> ways = ways(wiring);
    NewBars lacking = new NewBars(new TreeSet<>(), new TreeSet<>());
    for (Symbol symbol : symbols) {
      boolean isThere =
          store
              .stored(symbol, Timeframe.DAY_1)
              .filter(series -> !series.last().isBefore(due))
              .isPresent();
      if (!isThere && !Coverage.hasEnded(store.actions(symbol))) {
        Set<Symbol> way = ways.getOrDefault(symbol, false) ? lacking.fetched : lacking.imported;
        way.add(symbol);
      }
    }
    return lacking;
  }

  /// How many symbols lack some.
  int count() {
    return fetched.size() + imported.size();
  }

  /// The commands that bring them, `` `milodex data fetch SPY` ``; empty if nothing lacks.
  Optional<String> commands() {
    List<String> commands =
        List.of(
            fetched.isEmpty() ? "" : "`milodex data fetch " + names() + "`",
            imported.isEmpty() ? "" : "`milodex data import PATH`");
    return Optional.of(
            commands.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(" and ")))
        .filter(all -> !all.isEmpty());
  }

  private String names() {
    return fetched.size() > NAMED
        ? "SYMBOL..."
        : fetched.stream().map(Symbol::ticker).collect(Collectors.joining(" "));
  }

  /// Whether the newest bars of a symbol were fetched.
  private static Map<Symbol, Boolean> ways(Wiring wiring) {
    Map<Symbol, Boolean> ways = new HashMap<>();
    try (Ledger facts =
        wiring
            .ledgerIfAny()
            .<Ledger>map(whole -> new SomeFacts(whole, KINDS))
            .orElseGet(MemoryLedger::new)) {
      facts.replay(event -> note(event, ways));
    }
    return ways;
  }

  /// A fetch is told after the bars that it brought.
  private static void note(Event event, Map<Symbol, Boolean> ways) {
    if (event.fact() instanceof BarsImported bars && bars.timeframe() == Timeframe.DAY_1) {
      ways.put(bars.symbol(), false);
    } else if (event.fact() instanceof BarsFetched asked
        && asked.timeframe() == Timeframe.DAY_1
        && asked.bars() > 0) {
      ways.put(asked.symbol(), true);
    }
  }
}

package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import milodex.data.Settlement;
import milodex.data.StoredBars;
import milodex.data.StoredSeries;
import milodex.ledger.DataFact;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.StartStep;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// What is stored of what paper trading reads.
final class PaperData {

  private PaperData() {}

  /// Up to which session every symbol has its bars, how many lack the newest that are final, and
  /// whether anything was revised that was used before. What has ended lacks nothing.
  static StartStep step(Wiring wiring, PaperMembers members, Instant now) {
    StoredBars store = wiring.paperBars(now);
    List<Symbol> trading =
        members.reads().stream()
            .filter(symbol -> !Coverage.hasEnded(store.actions(symbol)))
            .toList();
    List<LocalDate> newest =
        trading.stream()
            .flatMap(symbol -> store.stored(symbol, Timeframe.DAY_1).stream())
            .map(StoredSeries::last)
            .sorted()
            .toList();
    if (newest.isEmpty()) {
      return StartStep.warn("data", "no daily bar of any symbol they read is stored yet");
    }
    LocalDate due = Settlement.newestFinal(now);
    NewBars lacking = NewBars.of(wiring, trading, due);
    Set<Symbol> revised = revised(wiring, members);
    String says = upTo(newest, trading.size()) + lacking(lacking, trading.size(), due);
    if (!revised.isEmpty()) {
      says +=
          "; stored bars of "
              + revised.stream().map(Symbol::ticker).collect(Collectors.joining(", "))
              + " were revised since trading began: what was done on the old ones stays, and what"
              + " comes is decided on the new ones";
    }
    return lacking.count() > 0 || !revised.isEmpty()
        ? StartStep.warn("data", says)
        : StartStep.ok("data", says);
  }

  /// @param newest of each symbol that has bars, the oldest first
  private static String upTo(List<LocalDate> newest, int symbols) {
    return "daily bars of %s up to %s"
        .formatted(
            newest.size() == symbols
                ? "every symbol"
                : "%d of %d symbols".formatted(newest.size(), symbols),
            newest.getFirst());
  }

  private static String lacking(NewBars lacking, int symbols, LocalDate due) {
    return lacking
        .commands()
        .map(
            all ->
                lacking.count() == symbols
                    ? ", and those of %s are due: %s".formatted(due, all)
                    : ", and %d of %d %s those of %s: %s"
                        .formatted(
                            lacking.count(),
                            symbols,
                            lacking.count() == 1 ? "lacks" : "lack",
                            due,
                            all))
        .orElse("");
  }

  /// The symbols whose bars or actions were revised after the account's first session had begun.
  private static Set<Symbol> revised(Wiring wiring, PaperMembers members) {
    Set<Symbol> revised = new TreeSet<>();
    AtomicLong began = new AtomicLong(Long.MAX_VALUE);
    try (Ledger facts =
        new SomeFacts(
            wiring.ledgerToRead(),
            Set.of(FactType.BOOKS_OPENED, FactType.BARS_REVISED, FactType.ACTIONS_REVISED))) {
      facts.replay(
          event -> {
            if (event.fact() instanceof Fact.BooksOpened) {
              began.set(event.seq());
            } else if (event.seq() > began.get()
                && event.fact() instanceof DataFact.BarsRevised bars) {
              revised.add(bars.symbol());
            } else if (event.seq() > began.get()
                && event.fact() instanceof DataFact.ActionsRevised actions) {
              revised.add(actions.symbol());
            }
          });
    }
    revised.retainAll(members.reads());
    return revised;
  }
}

package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
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

  /// The newest session that is stored, and whether anything was revised that was used before.
  static StartStep step(Wiring wiring, PaperMembers members, Instant now) {
    Optional<LocalDate> newest = newest(wiring.paperBars(now), members);
    if (newest.isEmpty()) {
      return StartStep.warn("data", "no daily bar of any symbol they read is stored yet");
    }
    String says = "daily bars up to " + newest.get();
    LocalDate due = Settlement.newestFinal(now);
    if (newest.get().isBefore(due)) {
      says +=
          ", and those of "
              + due
              + " are due"
              + NewBars.of(wiring, members.reads(), due).commands().map(": "::concat).orElse("");
    }
    Set<Symbol> revised = revised(wiring, members);
    if (!revised.isEmpty()) {
      says +=
          "; stored bars of "
              + revised.stream().map(Symbol::ticker).collect(Collectors.joining(", "))
              + " were revised since trading began: what was done on the old ones stays, and what"
              + " comes is decided on the new ones";
    }
    return newest.get().isBefore(due) || !revised.isEmpty()
        ? StartStep.warn("data", says)
        : StartStep.ok("data", says);
  }

  /// The newest session of which any symbol has a bar.
  static Optional<LocalDate> newest(StoredBars store, PaperMembers members) {
    return members.reads().stream()
        .flatMap(symbol -> store.stored(symbol, Timeframe.DAY_1).stream())
        .map(StoredSeries::last)
        .max(Comparator.naturalOrder());
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

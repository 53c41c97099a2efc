package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import milodex.data.BarFault;
import milodex.data.BarStore;
import milodex.data.StoredSeries;
import milodex.ledger.Ledger;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.sqlite.SqliteLedger;

/// Holds what is stored to what the ledger tells of it, while others may import.
///
/// The ledger is read before the store is listed, so that a series it told of by then has to be
/// there, and again after, so that what was imported in between is not told as other bars.
final class StoreAudit {

  private final Wiring wiring;
  private final Told before;

  private StoreAudit(Wiring wiring, Told before) {
    this.wiring = wiring;
    this.before = before;
  }

  /// What does not hold.
  ///
  /// @param series how many were compared
  /// @param untold the names of series and actions that the ledger does not tell of
  record Found(int series, List<BarFault> faults, List<String> untold) {
    Found {
      faults = List.copyOf(faults);
      untold = List.copyOf(untold);
    }
  }

  /// What the ledger tells, up to one of its events.
  private record Told(long seq, RecordedBars bars, RecordedActions actions) {

    static final Told NOTHING = new Told(0, new RecordedBars(), new RecordedActions());

    static Told of(Ledger ledger) {
      long seq = ledger.head().seq();
      return new Told(seq, RecordedBars.of(ledger), RecordedActions.of(ledger));
    }
  }

  /// Reads the ledger, if there is one.
  static StoreAudit begin(Wiring wiring) {
    return new StoreAudit(wiring, told(wiring, Told.NOTHING));
  }

  /// Lists the store and compares; files are not hashed.
  Found end() {
    return end(wiring.bars().series());
  }

  /// @param stored listed since the audit began
  Found end(List<StoredSeries> stored) {
    BarStore store = wiring.bars();
    SortedSet<Symbol> symbols = new TreeSet<>(before.actions.symbols());
    stored.forEach(one -> symbols.add(one.symbol()));
    List<Actions> actions =
        symbols.stream().map(symbol -> new Actions(symbol, store.actions(symbol))).toList();
    return found(stored, actions, told(wiring, before));
  }

  private record Actions(Symbol symbol, List<CorporateAction> stored) {}

  private Found found(List<StoredSeries> stored, List<Actions> actions, Told after) {
    List<BarFault> faults = new ArrayList<>();
    List<String> untold = new ArrayList<>();
    for (StoredSeries one : stored) {
      if (!after.bars.knows(one)) {
        untold.add(name(one));
      } else if (!before.bars.agrees(one) && !after.bars.agrees(one)) {
        faults.add(other(name(one), "bars"));
      }
    }
    before.bars.lost(stored).forEach(name -> faults.add(lost(name)));
    for (Actions one : actions) {
      String name = one.symbol + " actions";
      if (Stream.of(before, after).anyMatch(at -> at.actions.agrees(one.symbol, one.stored))) {
        continue;
      }
      if (after.actions.symbols().contains(one.symbol)) {
        faults.add(other(name, "corporate actions"));
      } else {
        untold.add(name);
      }
    }
    return new Found(stored.size(), faults, untold);
  }

  /// @param known what is given back if the ledger tells of no event beyond it
  private static Told told(Wiring wiring, Told known) {
    Optional<SqliteLedger> found = wiring.ledgerIfAny();
    if (found.isEmpty()) {
      return known;
    }
    try (Ledger ledger = found.get()) {
      return ledger.head().seq() == known.seq ? known : Told.of(ledger);
    }
  }

  private static BarFault lost(String name) {
    return new BarFault(
        name,
        "The ledger tells of it, and it is not stored any more. Put its file back from a copy, or import it again.");
  }

  private static BarFault other(String name, String what) {
    return new BarFault(
        name,
        "The ledger names other %s than these. If an import goes on or was cut short, let it end or repeat it; if not, they came in past Milodex."
            .formatted(what));
  }

  private static String name(StoredSeries one) {
    return one.symbol() + " " + one.timeframe() + " " + one.adjustment();
  }
}

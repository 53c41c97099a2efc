package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.BarFault;
import milodex.data.BarStore;
import milodex.data.StoredSeries;
import milodex.ledger.Ledger;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.sqlite.SqliteLedger;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;
import picocli.CommandLine.Command;

/// Reads every stored file, hashes what is in it anew, and compares it with the ledger.
@Command(
    name = "verify",
    description = "Hash every stored series anew, and compare it with what the ledger says of it.")
final class DataVerifyCommand implements Action {

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    BarStore store = wiring.bars();
    List<BarFault> faults = new ArrayList<>(store.verify());
    if (!faults.isEmpty()) {
      return failed(faults);
    }
    List<StoredSeries> stored = store.series();
    List<String> untold = new ArrayList<>();
    Recorded recorded = recorded(wiring);
    for (StoredSeries one : stored) {
      if (!recorded.bars.map(told -> told.knows(one)).orElse(false)) {
        untold.add(name(one));
      } else if (!recorded.bars.orElseThrow().agrees(one)) {
        faults.add(other(name(one), "bars"));
      }
    }
    recorded
        .bars
        .map(told -> told.lost(stored))
        .orElse(List.of())
        .forEach(name -> faults.add(lost(name)));
    for (Symbol symbol : symbols(stored, recorded)) {
      String name = symbol + " actions";
      List<CorporateAction> actions = store.actions(symbol);
      if (!recorded.actions.map(told -> told.symbols().contains(symbol)).orElse(false)) {
        if (!actions.isEmpty()) {
          untold.add(name);
        }
      } else if (!recorded.actions.orElseThrow().agrees(symbol, actions)) {
        faults.add(other(name, "corporate actions"));
      }
    }
    return faults.isEmpty() ? sound(stored, untold) : failed(faults);
  }

  /// What the ledger says, if there is one.
  private record Recorded(Optional<RecordedBars> bars, Optional<RecordedActions> actions) {}

  private static Recorded recorded(Wiring wiring) {
    Optional<SqliteLedger> found = wiring.ledgerIfAny();
    if (found.isEmpty()) {
      return new Recorded(Optional.empty(), Optional.empty());
    }
    try (Ledger ledger = found.get()) {
      return new Recorded(
          Optional.of(RecordedBars.of(ledger)), Optional.of(RecordedActions.of(ledger)));
    }
  }

  /// Whoever may have actions: what is stored, and what the ledger tells of.
  private static SortedSet<Symbol> symbols(List<StoredSeries> stored, Recorded recorded) {
    SortedSet<Symbol> symbols = new TreeSet<>();
    stored.forEach(one -> symbols.add(one.symbol()));
    recorded.actions.ifPresent(told -> symbols.addAll(told.symbols()));
    return symbols;
  }

  private static BarFault lost(String name) {
    return new BarFault(
        name,
        "The ledger tells of it, and it is not stored any more. Put its file back from a copy, or import it again.");
  }

  private static BarFault other(String name, String what) {
    return new BarFault(
        name,
        "The ledger names other %s than these. If an import was cut short, repeat it; if not, they came in past Milodex."
            .formatted(what));
  }

  private static Reply sound(List<StoredSeries> stored, List<String> untold) {
    Reply reply = Reply.of();
    if (!untold.isEmpty()) {
      reply.warn(
          "bars_untold",
          "the ledger does not tell of %d series or actions, of %s first; importing them again makes up for it."
              .formatted(untold.size(), untold.getFirst()));
    }
    reply.data().count("series", stored.size()).objects("faults", List.of());
    return reply.say(
        "%d series were read and hashed anew: every one holds what it claims."
            .formatted(stored.size()));
  }

  private static Reply failed(List<BarFault> faults) {
    Table table = Table.of(Column.text("What"), Column.wrapping("What does not hold"));
    faults.forEach(fault -> table.row(fault.where(), fault.says()));
    Reply reply =
        new Failure(
                ExitCode.INTEGRITY,
                "bars_broken",
                "The bar store does not hold what it claims.",
                "%d files or series are not what was written. They are listed below."
                    .formatted(faults.size()),
                "Everything was read; nothing was changed.",
                "Do for each what is said beside it, then verify again.")
            .reply()
            .block(Block.section("What does not hold (%d)".formatted(faults.size()), table));
    reply
        .data()
        .objects(
            "faults",
            faults.stream()
                .map(fault -> Data.of().text("where", fault.where()).text("says", fault.says()))
                .toList());
    return reply;
  }

  private static String name(StoredSeries one) {
    return one.symbol() + " " + one.timeframe() + " " + one.adjustment();
  }
}

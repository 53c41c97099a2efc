package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.data.BarFault;
import milodex.data.BarStore;
import milodex.data.StoredSeries;
import milodex.ledger.Ledger;
import milodex.sqlite.SqliteLedger;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;
import picocli.CommandLine.Command;

/// Reads every stored file, hashes every series anew, and compares them with the ledger.
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
    List<StoredSeries> untold = new ArrayList<>();
    Optional<RecordedBars> recorded = recorded(wiring);
    for (StoredSeries one : stored) {
      if (recorded.filter(ledger -> ledger.knows(one)).isEmpty()) {
        untold.add(one);
      } else if (!recorded.orElseThrow().agrees(one)) {
        faults.add(
            new BarFault(
                name(one),
                "The ledger names other bars than these. If an import was cut short, repeat it; if"
                    + " not, these bars came in past Milodex."));
      }
    }
    return faults.isEmpty() ? sound(stored, untold) : failed(faults);
  }

  private static Optional<RecordedBars> recorded(Wiring wiring) {
    Optional<SqliteLedger> found = wiring.ledgerIfAny();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (Ledger ledger = found.get()) {
      return Optional.of(RecordedBars.of(ledger));
    }
  }

  private static Reply sound(List<StoredSeries> stored, List<StoredSeries> untold) {
    Reply reply = Reply.of();
    if (!untold.isEmpty()) {
      reply.warn(
          "bars_untold",
          "the ledger does not tell of %d series, of %s first; importing them again makes up for it."
              .formatted(untold.size(), name(untold.getFirst())));
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

package milodex.cli;

import java.util.List;
import milodex.data.BarFault;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// Reads every stored file, hashes what is in it anew, and compares it with the ledger.
final class DataVerifyCommand implements Action {

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public Usage usage() {
    return Usage.of(
        "Hash every stored series anew, and compare it with what the ledger says of it.");
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    List<BarFault> broken = wiring.bars().verify();
    if (!broken.isEmpty()) {
      return failed(broken);
    }
    StoreAudit.Found found = StoreAudit.begin(wiring).end();
    return found.faults().isEmpty() ? sound(found) : failed(found.faults());
  }

  private static Reply sound(StoreAudit.Found found) {
    Reply reply = Reply.of();
    if (!found.untold().isEmpty()) {
      reply.warn(
          "bars_untold",
          "the ledger does not tell of %d series or actions, of %s first; importing them again makes up for it."
              .formatted(found.untold().size(), found.untold().getFirst()));
    }
    reply.data().count("series", found.series()).objects("faults", List.of());
    return reply.say(
        "%d series were read and hashed anew: every one holds what it claims."
            .formatted(found.series()));
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
}

package milodex.cli;

import java.util.Optional;
import milodex.ledger.Head;
import milodex.market.NewYork;
import milodex.sqlite.SqliteLedger;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;

/// Proves that the ledger is what was written, from its first event to its newest.
final class LedgerVerifyCommand implements Action {

  private Optional<Head> known = Optional.empty();
  private WhichLedger which = new WhichLedger();

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public Usage usage() {
    return Usage.of("Check the hash of every event, and that a head noted earlier is still in it.")
        .option(
            "--head",
            "SEQ:HASH",
            Head.class,
            "A head from an earlier report; only it can show that the end was cut off.",
            it -> known = Optional.of(it))
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    try (SqliteLedger ledger = which.open(new Wiring(invocation.workspace()))) {
      Head head = ledger.verify(known);
      String newest =
          ledger
              .event(head.seq())
              .map(event -> NewYork.second(event.at()) + " New York")
              .orElse("none yet");
      Reply reply =
          Reply.of()
              .say("The ledger is what was written: every event and every hash.")
              .block(
                  KeyValues.of()
                      .with("Events", "" + head.seq())
                      .with("Newest", newest)
                      .with("Noted head", noted()))
              .block(Block.paragraph("Head " + head))
              .ref("ledger_head", head.toString());
      reply.data().count("events", head.seq()).text("head", head.toString());
      known.ifPresent(given -> reply.data().text("passed_through", given.toString()));
      return reply;
    }
  }

  private String noted() {
    return known
        .map(given -> "event " + given.seq() + " is still the one it names")
        .orElse("none given; a cut end shows only against one, --head SEQ:HASH");
  }
}

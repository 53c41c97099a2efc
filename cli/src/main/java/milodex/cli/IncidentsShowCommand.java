package milodex.cli;

import milodex.execution.HaltLog;
import milodex.execution.Incident;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// The story of one trip.
final class IncidentsShowCommand implements Action {

  private String id = "";
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "show";
  }

  @Override
  public Usage usage() {
    return Usage.of("Tell one incident: what tripped, the books then, the broker after, the reset.")
        .word("ID", String.class, "The incident: 2024-03-08-1.", it -> id = it)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_BOOKS)) {
      HaltLog halts = account.books(ledger).halts();
      Incident incident =
          halts.find(id).orElseThrow(() -> KillSwitchResetCommand.unknown(id, halts));
      return reply(incident).ref("ledger_head", ledger.head().toString());
    }
  }

  private static Reply reply(Incident incident) {
    String says =
        "Incident %s is %s."
            .formatted(
                incident.id(), incident.isOpen() ? "open: its halt holds" : "over: it was reset");
    Reply reply =
        Reply.of()
            .ref("incident", incident.id())
            .summary(says)
            .block(Block.paragraph(says, incident.isOpen() ? Style.ALARM : Style.PLAIN))
            .block(IncidentBlock.head(incident));
    incident.tripped().scope().strategy().ifPresent(one -> reply.strategy(one.toString()));
    reply.block(
        Block.section(
            "The books when it tripped", IncidentBlock.values(incident.tripped().snapshot())));
    for (Incident.Verification look : incident.verified()) {
      reply.block(
          Block.section(
              "The broker, asked at " + NewYork.second(look.at()) + " New York",
              Chapter.both(
                  Block.paragraph(look.fact().says()),
                  IncidentBlock.values(look.fact().broker()))));
    }
    incident
        .reset()
        .ifPresent(
            reset ->
                reply.block(
                    Block.section(
                        "Reset at " + NewYork.second(reset.at()) + " New York",
                        Block.paragraph(reset.fact().reason()))));
    reply.data().object("incident", IncidentData.of(incident));
    return reply;
  }
}

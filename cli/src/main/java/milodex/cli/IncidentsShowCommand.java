package milodex.cli;

import milodex.execution.HaltLog;
import milodex.execution.Incident;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.terminal.Block;
import milodex.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The story of one trip.
@Command(
    name = "show",
    description = "Tell one incident: what tripped, the books then, the broker after, the reset.")
final class IncidentsShowCommand implements Action {

  @Parameters(paramLabel = "ID", description = "The incident: 2024-03-08-1.")
  private String id = "";

  @Mixin private final WhichAccount which = new WhichAccount();

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

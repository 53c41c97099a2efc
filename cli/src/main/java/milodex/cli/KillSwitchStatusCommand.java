package milodex.cli;

import java.util.List;
import milodex.execution.HaltLog;
import milodex.execution.Incident;
import milodex.ledger.Ledger;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// Says what is stopped.
final class KillSwitchStatusCommand implements Action {

  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "status";
  }

  @Override
  public Usage usage() {
    return Usage.of("Say what is halted and what is paused, and why.").with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_BOOKS)) {
      Reply reply = reply(account.books(ledger).halts());
      reply.data().flag("broker_attached", account.brokerageOrSilence().isPresent());
      return reply.ref("ledger_head", ledger.head().toString());
    }
  }

  private static Reply reply(HaltLog halts) {
    List<Incident> open = halts.open();
    Reply reply = Reply.of();
    if (open.isEmpty()) {
      reply.say("The kill switch is not tripped: no incident is open.");
    } else {
      String says =
          "The kill switch is tripped: %s open."
              .formatted(FactLine.counted(open.size(), "incident is", "incidents are"));
      reply.summary(says).block(Block.paragraph(says, Style.ALARM));
    }
    open.forEach(one -> reply.block(Block.section("Incident " + one.id(), card(one))));
    if (!halts.paused().isEmpty()) {
      KeyValues paused = KeyValues.of();
      halts.paused().forEach((id, pause) -> paused.with(id.toString(), pause.reason()));
      reply.block(Block.section("Paused: entries stop, exits go on", paused));
    }
    reply
        .data()
        .flag("tripped", !open.isEmpty())
        .objects("incidents", open.stream().map(IncidentData::of).toList())
        .objects(
            "paused",
            halts.paused().values().stream()
                .map(
                    pause ->
                        Data.of()
                            .text("strategy", pause.strategy().toString())
                            .text("reason", pause.reason()))
                .toList());
    return reply;
  }

  private static Block card(Incident incident) {
    return IncidentBlock.head(incident)
        .with(
            "Reset",
            "milodex trade kill-switch reset --incident %s --reason TEXT --confirm"
                .formatted(incident.id()));
  }
}

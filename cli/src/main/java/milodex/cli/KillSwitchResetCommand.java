package milodex.cli;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milodex.config.Nearest;
import milodex.execution.Books;
import milodex.execution.HaltLog;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.ResetOutcome;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;

/// Ends a halt, which only a person can.
final class KillSwitchResetCommand implements Action {

  private String id = "";
  private String reason = "";
  private boolean confirmed;
  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "reset";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "End the halt of one incident, by its name and with a reason.",
            "Without --confirm it shows what would go on, and writes nothing.")
        .required("--incident", "ID", String.class, "The incident: 2024-03-08-1.", it -> id = it)
        .required(
            "--reason",
            "TEXT",
            String.class,
            "What was found and why it may go on; it is kept.",
            it -> reason = it)
        .flag("--confirm", "Do it.", () -> confirmed = true)
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "Nothing was reset.");
    Account account = which.of(invocation);
    if (!confirmed && !invocation.options().yes) {
      try (Ledger ledger = account.ledgerToRead()) {
        return preview(account.books(ledger).halts());
      }
    }
    try (Ledger ledger = account.ledger()) {
      Books books = account.books(ledger);
      ResetOutcome outcome =
          new KillSwitch(books, account.brokerageOrSilence(), account.sendLock())
              .reset(id, reason, account.now(ledger));
      account.keep(books);
      return reply(outcome, books.halts()).ref("ledger_head", ledger.head().toString());
    }
  }

  private Reply preview(HaltLog halts) {
    Incident incident = halts.find(id).orElseThrow(() -> unknown(id, halts));
    if (!incident.isOpen()) {
      return before(incident);
    }
    String says =
        "Would end incident %s, which stops %s; nothing was written. Add --confirm if that is what you want."
            .formatted(id, HaltLine.scope(incident.tripped().scope()));
    return told(incident, halts)
        .exit(ExitCode.INVALID)
        .errorCode("confirmation_required")
        .summary(says)
        .block(IncidentBlock.head(incident))
        .block(Block.paragraph(says));
  }

  private Reply reply(ResetOutcome outcome, HaltLog halts) {
    return switch (outcome) {
      case ResetOutcome.Done done ->
          told(done.incident(), halts)
              .say("Incident %s is reset.".formatted(id) + remaining(done.incident(), halts));
      case ResetOutcome.DoneBefore done -> before(done.incident());
      case ResetOutcome.Unknown _ -> throw unknown(id, halts);
    };
  }

  private static Reply before(Incident incident) {
    Incident.Reset reset = incident.reset().orElseThrow();
    Reply reply =
        Reply.of()
            .ref("incident", incident.id())
            .say(
                "Incident %s was reset at %s New York: %s. Nothing was written."
                    .formatted(incident.id(), NewYork.second(reset.at()), reset.fact().reason()));
    reply.data().object("incident", IncidentData.of(incident));
    return reply;
  }

  private static Reply told(Incident incident, HaltLog halts) {
    Reply reply = Reply.of().ref("incident", incident.id());
    incident.tripped().scope().strategy().ifPresent(one -> reply.strategy(one.toString()));
    if (!incident.isVerified()) {
      reply.warn(
          "not_verified",
          "No broker has confirmed that nothing of it works. Look at your orders first.");
    }
    reply
        .data()
        .object("incident", IncidentData.of(incident))
        .texts("still_open", others(incident, halts));
    return reply;
  }

  /// What the reset leaves stopped, with the mode and its meaning.
  private static String remaining(Incident reset, HaltLog halts) {
    List<Incident> open =
        halts.open().stream().filter(one -> !one.id().equals(reset.id())).toList();
    if (open.isEmpty()) {
      return " Its mode was %s (%s); no incident is open.%s"
          .formatted(
              reset.tripped().mode(),
              reset.tripped().mode().meaning(),
              halts.paused().isEmpty()
                  ? " Orders go on."
                  : " Paused still: "
                      + halts.paused().keySet().stream()
                          .map(StrategyId::toString)
                          .collect(Collectors.joining(", "))
                      + ".");
    }
    StringBuilder still = new StringBuilder(" Still tripped:");
    for (Incident one : open) {
      still.append(
          " %s, %s, mode %s (%s)."
              .formatted(
                  one.id(),
                  HaltLine.scope(one.tripped().scope()),
                  one.tripped().mode(),
                  one.tripped().mode().meaning()));
    }
    return still.toString();
  }

  private static List<String> others(Incident incident, HaltLog halts) {
    return halts.open().stream()
        .map(Incident::id)
        .filter(one -> !one.equals(incident.id()))
        .toList();
  }

  /// No incident has this name.
  static Failure unknown(String id, HaltLog halts) {
    TreeSet<String> known = new TreeSet<>(halts.incidents().stream().map(Incident::id).toList());
    return Failure.usage(
        "unknown_incident",
        "No incident is called '" + id + "'.",
        Nearest.to(id, known)
            .map(near -> "The nearest name is " + near + ".")
            .orElse("No name in the ledger comes near."),
        "See `milodex incidents list`.");
  }
}

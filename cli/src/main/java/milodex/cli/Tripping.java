package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import milodex.execution.Incident;
import milodex.execution.TripOutcome;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// The options of a trip, and the trip.
final class Tripping {

  /// The reason code of a trip by a person.
  static final String OPERATOR = "operator";

  private String reason = "";
  private HaltMode mode = HaltMode.HALT;
  private Optional<StrategyId> strategy = Optional.empty();
  private final WhichAccount which = new WhichAccount();

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .required(
            "--reason",
            "TEXT",
            String.class,
            "Why; it is kept with the incident.",
            it -> reason = it)
        .option(
            "--mode",
            "halt|reduce-only",
            HaltMode.class,
            "halt: no automated order; reduce-only: exits go on. Default: halt.",
            it -> mode = it)
        .option(
            "--strategy",
            "ID",
            StrategyId.class,
            "Stop this strategy alone; otherwise the whole account.",
            it -> strategy = Optional.of(it))
        .with(which.usage());
  }

  Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "The kill switch was not tripped.");
    Account account = which.of(invocation);
    try (SqliteLedger ledger = Trip.ledger(account)) {
      Ledger steps = new SomeFacts(ledger, KnownStrategies.FACTS);
      Optional<String> unchecked =
          strategy.flatMap(id -> KnownStrategies.require(account.wiring(), steps, id));
      Instant now = NothingHaltedException.unless(() -> account.now(ledger));
      TripOutcome outcome =
          new Trip(account, scope(), mode, OPERATOR, reason).now(ledger, now, invocation.console());
      Reply reply = reply(outcome, account).ref("ledger_head", ledger.head().toString());
      unchecked.ifPresent(why -> reply.warn(KnownStrategies.UNCHECKED, why));
      return reply;
    }
  }

  private HaltScope scope() {
    return strategy.map(HaltScope::of).orElse(HaltScope.ACCOUNT);
  }

  /// What was stopped, and what is not known to have.
  static Reply reply(TripOutcome outcome, Account account) {
    Incident incident = outcome.incident();
    String latched =
        "%s: incident %s, %s, mode %s (%s)."
            .formatted(
                outcome.isNew()
                    ? "The kill switch is tripped"
                    : "The kill switch was tripped already",
                incident.id(),
                HaltLine.scope(incident.tripped().scope()),
                incident.tripped().mode(),
                incident.tripped().mode().meaning());
    Reply reply =
        account
            .reply()
            .summary(latched + " " + outcome.says())
            .ref("incident", incident.id())
            .block(Block.paragraph(latched, Style.ALARM))
            .block(Block.paragraph(outcome.says()))
            .block(
                Block.paragraph(
                    "It stays until you reset it: `milodex trade kill-switch reset --incident %s --reason TEXT --confirm%s`."
                        .formatted(incident.id(), account.option()),
                    Style.FAINT));
    incident.tripped().scope().strategy().ifPresent(id -> reply.strategy(id.toString()));
    reply
        .data()
        .flag("new", outcome.isNew())
        .text("orders_say", outcome.says())
        .object("incident", IncidentData.of(incident));
    open(outcome).ifPresent(code -> unknown(reply, code, outcome));
    return reply;
  }

  /// What is not known to have stopped, as an error code.
  private static Optional<String> open(TripOutcome outcome) {
    return switch (outcome) {
      case TripOutcome.Verified _ -> Optional.empty();
      case TripOutcome.StillWorking _ -> Optional.of("orders_still_working");
      case TripOutcome.Unanswered _ -> Optional.of("broker_unanswered");
      case TripOutcome.OnItsWay _ -> Optional.of("submission_on_its_way");
      case TripOutcome.NoBroker none ->
          none.orders().isEmpty() ? Optional.empty() : Optional.of("orders_still_working");
    };
  }

  private static void unknown(Reply reply, String code, TripOutcome outcome) {
    reply
        .exit(ExitCode.OUTCOME_UNKNOWN)
        .errorCode(code)
        .warn(
            code,
            "The halt is latched, but it is not verified that nothing works. Give the command again"
                + " to cancel and verify once more: "
                + outcome.says());
  }
}

package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import milodex.execution.Books;
import milodex.execution.HaltLatch;
import milodex.execution.Incident;
import milodex.execution.KillSwitch;
import milodex.execution.TripOutcome;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.portfolio.BooksContradictedException;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Style;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of a trip, and the trip.
final class Tripping {

  /// The reason code of a trip by a person.
  private static final String OPERATOR = "operator";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is kept with the incident.")
  private String reason = "";

  @Option(
      names = "--mode",
      paramLabel = "halt|reduce-only",
      description = "halt: no automated order; reduce-only: exits go on. Default: halt.")
  private HaltMode mode = HaltMode.HALT;

  @Option(
      names = "--strategy",
      paramLabel = "ID",
      description = "Stop this strategy alone; otherwise the whole account.")
  private Optional<StrategyId> strategy = Optional.empty();

  @Mixin private final WhichAccount which = new WhichAccount();

  Reply run(Invocation invocation) throws IOException {
    HaltReasons.require(reason, "The kill switch was not tripped.");
    Account account = which.of(invocation);
    try (SqliteLedger ledger = NothingHaltedException.unless(() -> opened(account))) {
      Ledger steps = new SomeFacts(ledger, KnownStrategies.FACTS);
      strategy.ifPresent(id -> KnownStrategies.require(account.wiring(), steps, id));
      Instant now = account.now(ledger);
      boolean isSoonKnown = NothingHaltedException.unless(() -> account.isSoonKnown(ledger));
      Optional<String> latched =
          isSoonKnown ? Optional.empty() : latchedAhead(invocation, ledger, now);
      Books books = books(account, ledger, latched, now);
      KillSwitch killSwitch =
          new KillSwitch(books, account.brokerageOrSilence(), account.sendLock());
      TripOutcome outcome =
          latched
              .map(incident -> killSwitch.goOn(incident, now))
              .orElseGet(() -> tripped(killSwitch, books, now));
      account.keep(books);
      return reply(outcome, account).ref("ledger_head", ledger.head().toString());
    }
  }

  private static SqliteLedger opened(Account account) {
    try {
      return account.ledger();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HaltScope scope() {
    return strategy.map(HaltScope::of).orElse(HaltScope.ACCOUNT);
  }

  /// A long ledger takes its time to be added up, and a halt has none.
  ///
  /// @return what the incident is called; empty if it was halted before
  private Optional<String> latchedAhead(Invocation invocation, SqliteLedger ledger, Instant now) {
    Optional<String> incident = latched(ledger, now);
    invocation
        .console()
        .note(
            incident
                    .map(name -> "The halt is latched: incident " + name + ".")
                    .orElse("It was halted already.")
                + " Nothing was kept of what this long ledger comes to, so it is added up now,"
                + " before orders are cancelled.");
    return incident;
  }

  /// Latches the halt by what is known of halts alone; empty if it was halted before.
  private Optional<String> latched(SqliteLedger ledger, Instant now) {
    return NothingHaltedException.unless(
        () ->
            new HaltLatch(ledger, new SomeFacts(ledger, HaltLatch.FACTS))
                .latch(scope(), mode, OPERATOR, reason, now));
  }

  /// What the ledger adds up to; if it cannot be added up, the halt is latched all the same.
  private Books books(Account account, SqliteLedger ledger, Optional<String> latched, Instant now) {
    try {
      return account.books(ledger);
    } catch (LedgerCorruptException | LedgerUnavailableException | BooksContradictedException e) {
      throw latched
          .or(() -> latched(ledger, now))
          .map(incident -> onlyLatched(incident, account, e))
          .orElseThrow(() -> e);
    }
  }

  /// What fails once the halt is latched is no failure to halt.
  private TripOutcome tripped(KillSwitch killSwitch, Books books, Instant now) {
    try {
      return killSwitch.trip(scope(), mode, OPERATOR, reason, now);
    } catch (LedgerCorruptException | LedgerUnavailableException e) {
      throw books.halts().open(scope(), mode).isPresent() ? e : new NothingHaltedException(e);
    }
  }

  private static Failure onlyLatched(String incident, Account account, RuntimeException why) {
    return new Failure(
        ExitCode.INTEGRITY,
        "halt_only_latched",
        "No order could be cancelled: the books cannot be added up.",
        String.valueOf(why.getMessage()),
        "The halt is latched, incident %s, and nothing else was done.".formatted(incident),
        "Cancel at your broker what works there, then look at the ledger: `milodex ledger verify"
            + account.option()
            + "`.");
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

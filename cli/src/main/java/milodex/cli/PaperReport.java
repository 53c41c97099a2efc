package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import milodex.backtest.PaperWait;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.execution.Incident;
import milodex.execution.TripOutcome;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.terminal.Block;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.trading.Moment;
import milodex.trading.RunEnd;

/// What was done on the paper account, and what it waits for.
final class PaperReport {

  private PaperReport() {}

  static Reply of(Invocation invocation, PaperOptions.Asked asked, PaperRunning.Ended ended) {
    Account account = new Account(invocation, asked.wiring(), Optional.empty());
    Instant now = invocation.environment().clock().instant();
    Reply reply = ended.halt().map(halt -> halted(halt, account)).orElseGet(account::reply);
    if (ended.halt().isEmpty()) {
      reply.summary(summary(ended, now));
    }
    if (ended.earlier() > 0) {
      reply.block(
          Block.paragraph(
              "%d moments before these were told as they came, and are on record: `milodex ledger tail`."
                  .formatted(ended.earlier()),
              Style.FAINT));
    }
    sessions(ended).forEach(day -> reply.block(DailyReport.session(day, ended.moments())));
    late(ended, now, reply);
    if (ended.moments().stream().anyMatch(one -> one.moment() instanceof Moment.SessionCloses)) {
      EntryRoom.blocked(account).ifPresent(says -> reply.warn("fleet_blocked", says));
    }
    try (Ledger ledger = account.ledgerToRead()) {
      Books books = account.books(ledger);
      reply.block(stands(ended, now, books));
      reply.ref("ledger_head", ledger.head().toString());
      reply
          .data()
          .text("name", PaperFolder.NAME)
          .text("ended", ended.end().map(PaperReport::word).orElse("up_to_date"))
          .count("open_orders", books.orders().working().size())
          .count("positions", positions(books));
      books.halts().open().forEach(one -> reply.warn("halted", says(one)));
      books.alerts().open().forEach(one -> reply.warn("alert", says(one)));
    }
    reply.block(
        Block.paragraph(
            "SIMULATED: what is wished on a close is filled at the next open, by the bar of that"
                + " session, once it is stored; until then nobody knows the fill. Without a bar"
                + " nothing is filled.",
            Style.FAINT));
    data(ended, reply);
    asked.start().addTo(reply);
    asked.ids().forEach(id -> reply.strategy(id.toString()));
    return reply;
  }

  /// `The session of 2024-03-08 waits for its bars, due since 2024-03-08 16:20 New York: no bar of
  /// LATE. Import or fetch them before ...`, as it is at `now`.
  static String line(PaperWait wait, Instant now) {
    return wait.missing()
        .map(
            says ->
                "The session of %s waits %s, due since %s New York: %s. %s"
                    .formatted(
                        wait.session().date(),
                        wait.bad() ? "until its bars can be believed" : "for its bars",
                        NewYork.minute(wait.due()),
                        says,
                        urgency(wait, now)))
        .orElseGet(
            () ->
                "Next: the session of %s, once its bars are final at %s New York."
                    .formatted(wait.session().date(), NewYork.minute(wait.due())));
  }

  private static String urgency(PaperWait wait, Instant now) {
    String bring = wait.bad() ? "Mend" : "Import or fetch";
    String opens = NewYork.minute(wait.deadline());
    return now.isBefore(wait.deadline())
        ? "%s them before %s New York, when the next session opens.".formatted(bring, opens)
        : "Its decision is lost, as the next session opened at %s New York; %s them for its fills and what comes after it."
            .formatted(opens, bring.toLowerCase(Locale.ROOT));
  }

  private static Reply halted(TripOutcome halt, Account account) {
    Reply reply = Tripping.reply(halt, account);
    return reply.exit() == ExitCode.DONE
        ? reply.exit(ExitCode.KILL_SWITCH).errorCode("kill_switch")
        : reply;
  }

  private static String summary(PaperRunning.Ended ended, Instant now) {
    String done =
        ended.moments().isEmpty()
            ? "Nothing was due on paper."
            : "Gone through on paper: %s."
                .formatted(
                    sessions(ended).stream()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(", ")));
    String next = ended.waits().stream().map(wait -> line(wait, now)).findFirst().orElse("");
    return ended.end().isPresent() ? done + " It was stopped." : done + " " + next;
  }

  private static Block stands(PaperRunning.Ended ended, Instant now, Books books) {
    KeyValues table =
        KeyValues.of()
            .with("Account", "the paper account of this workspace, SIMULATED")
            .with(
                "It has",
                "%s, %s"
                    .formatted(
                        FactLine.counted(positions(books), "position", "positions"),
                        FactLine.counted(books.intents().pending().size(), "wish", "wishes")
                            + " for the next open"));
    ended.waits().stream()
        .map(wait -> line(wait, now))
        .distinct()
        .forEach(says -> table.with("Waits", says));
    if (ended.end().isPresent()) {
      table.with("Go on", "give the same command again");
    }
    return table.with("How it stands", "`milodex status`");
  }

  private static NavigableSet<LocalDate> sessions(PaperRunning.Ended ended) {
    return ended.moments().stream()
        .map(one -> one.moment().session().date())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int positions(Books books) {
    return books.portfolio().books().values().stream()
        .mapToInt(book -> book.positions().size())
        .sum();
  }

  private static String word(RunEnd end) {
    return switch (end) {
      case RunEnd.Complete _ -> "up_to_date";
      case RunEnd.SessionOver _ -> "session_over";
      case RunEnd.Stopped _ -> "stopped";
      case RunEnd.KillWanted _ -> "kill_switch";
    };
  }

  private static String says(Incident one) {
    return "HALTED by incident %s, %s: %s. It stays until you reset it: `milodex trade kill-switch reset --incident %s --reason TEXT --confirm`."
        .formatted(
            one.id(),
            HaltLine.scope(one.tripped().scope()),
            one.tripped().mode().meaning(),
            one.id());
  }

  /// `Alert 431 data_quality: no bar of ACME. Entries of the whole account wait ...`
  static String says(Alert one) {
    return "Alert %s. Entries of %s wait from the next open on until you acknowledge it: `milodex alerts ack %d --reason TEXT`."
        .formatted(AlertData.line(one), AlertData.whose(one), one.id());
  }

  /// A warning of a session that should have been gone through.
  private record Late(String code, String says) {}

  private static void late(PaperRunning.Ended ended, Instant now, Reply reply) {
    ended.waits().stream()
        .filter(wait -> wait.missing().isPresent())
        .map(wait -> new Late(wait.bad() ? "bars_refused" : "bars_missing", line(wait, now)))
        .distinct()
        .forEach(one -> reply.warn(one.code, one.says));
    ended.moments().stream()
        .filter(one -> one.missed().isPresent())
        .forEach(
            one ->
                reply.warn(
                    "moment_missed",
                    one.moment().name() + " was missed: " + one.missed().orElseThrow() + "."));
    ended.moments().stream()
        .flatMap(one -> one.overByHand().stream())
        .forEach(says -> reply.warn("wish_over", "Your wish is over, to " + says + "."));
  }

  private static void data(PaperRunning.Ended ended, Reply reply) {
    if (ended.moments().isEmpty()) {
      reply.data().absent("session");
    } else {
      reply.data().text("session", sessions(ended).last().toString());
    }
    reply
        .data()
        .objects("moments", ended.moments().stream().map(DailyReport::data).toList())
        .count("earlier_moments", ended.earlier())
        .objects("waits", ended.waits().stream().map(PaperReport::data).toList());
  }

  private static Data data(PaperWait wait) {
    Data data =
        Data.of()
            .text("strategy", wait.strategy().toString())
            .text("session", wait.session().date().toString())
            .text("due", wait.due().toString())
            .text("deadline", wait.deadline().toString());
    wait.missing()
        .ifPresentOrElse(says -> data.text("missing", says), () -> data.absent("missing"));
    return data;
  }
}

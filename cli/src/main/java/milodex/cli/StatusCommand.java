package milodex.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.cli.Situation.Condition;
import milodex.cli.Situation.Expected;
import milodex.execution.Difference;
import milodex.execution.Incident;
import milodex.execution.IntentLog.Pending;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.StartStep;
import milodex.market.ExchangeCalendar;
import milodex.market.NewYork;
import milodex.market.Session;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.trading.StartChecks;

/// How it stands, on one screen.
final class StatusCommand implements Action {

  private final WhichAccount which = new WhichAccount();

  @Override
  public String name() {
    return "status";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Say in one screen how it stands, and whether you have to do anything.",
            "healthy, degraded (something is paused, late or missed), review required (orders or books are"
                + " unclear, or something went wrong and nobody acknowledged it), or halted. Nothing is written.")
        .with(which.usage());
  }

  @Override
  public Reply run(Invocation invocation) {
    Account account = which.of(invocation);
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_STATUS)) {
      Situation found = Situation.of(account, ledger);
      Instant wall = invocation.environment().clock().instant();
      Optional<PaperStatus> paper = PaperStatus.of(account, found, wall);
      Optional<Expected> next =
          paper.isPresent() ? paper.get().next() : next(account, found, account.now(ledger));
      Optional<Overdue> overdue =
          paper.isPresent()
              ? paper.get().overdue()
              : account.rehearsal().flatMap(folder -> Overdue.of(folder, wall));
      Reply reply = reply(account, found, next, overdue);
      data(reply, found, next, overdue);
      if (account.rehearsal().isEmpty()) {
        StartStep clock = StartChecks.clock(ledger.event(ledger.head().seq()).map(Event::at), wall);
        if (clock.outcome() == StartStep.Outcome.WARN) {
          reply.warn("clock_behind", "The clock of this machine is " + clock.found() + ".");
        }
      }
      return reply.ref("ledger_head", ledger.head().toString());
    }
  }

  private static Reply reply(
      Account account, Situation found, Optional<Expected> next, Optional<Overdue> overdue) {
    List<String> actions = new ArrayList<>(actions(account, found));
    overdue.map(Overdue::action).ifPresent(actions::add);
    Condition condition = condition(found, overdue);
    String state =
        "%s is %s. Action needed: %s."
            .formatted(
                capital(account.name()), condition.words(), actions.isEmpty() ? "no" : "yes");
    Reply reply = account.reply().summary(state).block(Block.paragraph(state, style(condition)));
    KeyValues lines = KeyValues.of();
    overdue.ifPresent(one -> lines.with("Overdue", Cell.of(one.says(), Style.BAD)));
    actions.forEach(action -> lines.with("Do", Cell.of(action, Style.BAD)));
    found.books().halts().open().forEach(one -> lines.with("Incident", says(one)));
    found.alerts().forEach(one -> lines.with("Alert", AlertData.line(one)));
    found
        .books()
        .halts()
        .paused()
        .forEach((id, pause) -> lines.with("Paused", id + ": " + pause.reason()));
    found
        .unstarted()
        .forEach(
            id ->
                lines.with("Not started", id + " is at paper: `milodex strategy run " + id + "`"));
    lines.with("Trading", trading(found)).with("Orders", orders(found));
    List<Pending> waiting = found.books().intents().pending();
    if (!waiting.isEmpty()) {
      lines.with("Wishes", WishData.says(waiting));
    }
    lines
        .with("Books and broker", books(found))
        .with("Last moment", last(found))
        .with(
            "Next",
            next.map(one -> NewYork.minute(one.at()) + " New York: " + one.what())
                .orElse("nothing: it has come to its end"));
    return reply.block(lines);
  }

  private static void data(
      Reply reply, Situation found, Optional<Expected> next, Optional<Overdue> overdue) {
    boolean needed = !actions(found).isEmpty() || overdue.isPresent();
    Data data = reply.data();
    data.text("condition", condition(found, overdue).name().toLowerCase(Locale.ROOT))
        .flag("action_needed", needed)
        .flag("traded", found.opened().isPresent())
        .objects("incidents", found.books().halts().open().stream().map(IncidentData::of).toList())
        .objects("alerts", found.alerts().stream().map(AlertData::of).toList())
        .texts(
            "paused",
            found.books().halts().paused().keySet().stream().map(Object::toString).toList())
        .texts("not_started", found.unstarted().stream().map(Object::toString).toList())
        .objects("unknown_orders", found.unknown().stream().map(OrderData::of).toList())
        .count("open_orders", found.books().orders().working().size())
        .objects("wishes", found.books().intents().pending().stream().map(WishData::of).toList())
        .objects("differences", found.compared().map(DifferenceData::list).orElse(List.of()));
    found
        .last()
        .ifPresentOrElse(
            step ->
                data.object(
                    "last_moment",
                    Data.of()
                        .text("moment", step.name())
                        .text("at", step.at().toString())
                        .flag("missed", step.missed())),
            () -> data.absent("last_moment"));
    next.ifPresentOrElse(
        one ->
            data.object("next", Data.of().text("what", one.what()).text("at", one.at().toString())),
        () -> data.absent("next"));
    overdue.ifPresentOrElse(
        one -> data.object("overdue", one.data()), () -> data.absent("overdue"));
  }

  /// What is expected and does not happen is no health.
  private static Condition condition(Situation found, Optional<Overdue> overdue) {
    return overdue.isPresent() && found.condition() == Condition.HEALTHY
        ? Condition.DEGRADED
        : found.condition();
  }

  /// What a person has to do, in the order of its weight.
  private static List<String> actions(Account account, Situation found) {
    return actions(found).stream().map(action -> action + account.option() + "`").toList();
  }

  private static List<String> actions(Situation found) {
    List<String> all = new ArrayList<>();
    for (Incident one : found.books().halts().open()) {
      all.add(
          "look into incident %s, then `milodex trade kill-switch reset --incident %s --reason TEXT --confirm"
              .formatted(one.id(), one.id()));
    }
    if (!found.unknown().isEmpty()) {
      all.add("find out what became of the UNKNOWN orders: `milodex orders");
    }
    if (found.differs()) {
      all.add("books and broker differ: `milodex reconcile");
    }
    if (!found.alerts().isEmpty()) {
      all.add("entries wait for you to acknowledge what went wrong: `milodex alerts list");
    }
    return all;
  }

  /// What the account itself expects, or the next open of the exchange where nothing is traded.
  private static Optional<Expected> next(Account account, Situation found, Instant now) {
    if (found.opened().isPresent() || account.rehearsal().isPresent()) {
      return found.next();
    }
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    Session today =
        calendar
            .session(Account.session(now))
            .filter(session -> now.isBefore(session.opensAt()))
            .orElseGet(() -> calendar.next(now.atZone(calendar.zone()).toLocalDate()));
    return Optional.of(
        new Expected("the exchange opens; nothing is due, as nothing runs", today.opensAt()));
  }

  private static String trading(Situation found) {
    return found
        .opened()
        .map(
            books ->
                FactLine.counted(found.books().portfolio().books().size(), "strategy", "strategies")
                    + ", books opened on "
                    + books.from())
        .orElse("nothing has been traded here");
  }

  private static String orders(Situation found) {
    return "%d open, %d of them UNKNOWN"
        .formatted(found.books().orders().working().size(), found.unknown().size());
  }

  private static String books(Situation found) {
    return found
        .compared()
        .map(
            compared ->
                compared.differences().isEmpty()
                    ? "equal"
                    : compared.differences().stream()
                        .map(Difference::says)
                        .collect(Collectors.joining("; ")))
        .orElse("no broker is attached");
  }

  private static String last(Situation found) {
    return found
        .last()
        .map(
            step ->
                "%s%s, %d missed in that session"
                    .formatted(step.name(), step.missed() ? " (missed)" : "", found.missed()))
        .orElse("none");
  }

  private static String says(Incident one) {
    return "%s, %s, mode %s: %s"
        .formatted(
            one.id(),
            HaltLine.scope(one.tripped().scope()),
            one.tripped().mode(),
            one.tripped().says());
  }

  private static Style style(Condition condition) {
    return switch (condition) {
      case HEALTHY -> Style.GOOD;
      case DEGRADED -> Style.FAIR;
      case REVIEW_REQUIRED -> Style.BAD;
      case HALTED -> Style.ALARM;
    };
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

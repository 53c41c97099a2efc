package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.Brokerage.AccountSnapshot;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.execution.Difference;
import milodex.execution.Incident;
import milodex.execution.Reconciliation;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Head;
import milodex.ledger.OrderStatus;
import milodex.ledger.StartStep;
import milodex.market.ExchangeCalendar;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.Circumstances.Venue;
import milodex.risk.SelfProof;
import milodex.strategy.StrategyId;

/// What a runner looks at before it does anything; each step says what it found.
public final class StartChecks {

  /// How many days before the calendar ends the operator is told.
  public static final int CALENDAR_NOTICE = 90;

  /// How far our clock may be from the broker's unsaid, and how far at all.
  private static final Duration BEARABLE = Duration.ofMillis(500);

  private static final Duration TOO_FAR = Duration.ofSeconds(2);

  private StartChecks() {}

  /// Whether the calendar knows the sessions from `from` to `to`, and how far it still reaches.
  ///
  /// @param today the day it is now in New York, whichever sessions are wanted
  public static StartStep calendar(LocalDate from, LocalDate to, LocalDate today) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate last = calendar.lastCovered();
    if (from.isBefore(calendar.firstCovered()) || to.isAfter(last)) {
      return StartStep.failed(
          "calendar",
          "it knows the days from %s to %s, and it has to know %s"
              .formatted(calendar.firstCovered(), last, wanted(from, to)));
    }
    long left = ChronoUnit.DAYS.between(today, last);
    String covers = "it covers " + wanted(from, to);
    return left < CALENDAR_NOTICE
        ? StartStep.warn(
            "calendar",
            "%s, and ends at %s, %d days from now: install a newer version of Milodex before then"
                .formatted(covers, last, left))
        : StartStep.ok("calendar", covers + ", and ends at " + last);
  }

  private static String wanted(LocalDate from, LocalDate to) {
    return from.equals(to) ? from.toString() : from + " to " + to;
  }

  /// Whether our clock and the broker's agree.
  ///
  /// @param offset what ours is ahead; empty where recorded moments make the time
  public static StartStep clock(Optional<Duration> offset) {
    if (offset.isEmpty()) {
      return StartStep.ok("clock", "no offset to measure: recorded moments make the time");
    }
    Duration apart = offset.get().abs();
    String says = "%.1f s from the broker's".formatted(apart.toMillis() / 1000.0);
    if (apart.compareTo(TOO_FAR) > 0) {
      return StartStep.failed("clock", says + ", at most " + TOO_FAR.toSeconds() + " s");
    }
    return apart.compareTo(BEARABLE) > 0
        ? StartStep.warn("clock", says)
        : StartStep.ok("clock", says);
  }

  /// Whether our clock has come to all that is on record, where the broker has none of its own.
  ///
  /// @param newest when the newest fact was recorded; empty: there is none
  public static StartStep clock(Optional<Instant> newest, Instant now) {
    Duration behind = newest.map(at -> Duration.between(now, at)).orElse(Duration.ZERO);
    return behind.compareTo(TOO_FAR) <= 0
        ? StartStep.ok(
            "clock", "past all that is on record; the embedded broker has none of its own")
        : StartStep.warn(
            "clock",
            "%s behind the newest fact on record: it was set back, or was ahead before. What is on record stays; nothing is due until the clock comes to it"
                .formatted(
                    behind
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .substring(2)
                        .toLowerCase(Locale.ROOT)));
  }

  /// Whether the ledger of the account still is the one that earlier records name.
  ///
  /// @param head its newest event
  /// @param known the newest head of it that was put on record elsewhere; empty: none was
  /// @param there the event with that number, as it is now; empty: there is none
  public static StartStep books(Head head, Optional<Head> known, Optional<Head> there) {
    if (head.equals(Head.EMPTY)) {
      return StartStep.ok("books", "they are empty: nothing was done on this account");
    }
    if (known.isEmpty() || known.get().equals(Head.EMPTY)) {
      return StartStep.ok("books", "%d events, as they were written".formatted(head.seq()));
    }
    if (there.isEmpty()) {
      return StartStep.failed(
          "books",
          "they end at event %d, and event %d of them is on record"
              .formatted(head.seq(), known.get().seq()));
    }
    return there.equals(known)
        ? StartStep.ok(
            "books",
            "%d events, as they were written; event %d is the one on record"
                .formatted(head.seq(), known.get().seq()))
        : StartStep.failed(
            "books", "their event %d is not the one on record".formatted(known.get().seq()));
  }

  /// Whether the broker answers.
  public static StartStep broker(Brokerage broker) {
    try {
      AccountSnapshot account = broker.account();
      return StartStep.ok("broker", "%s account, it answers".formatted(account.kind()));
    } catch (BrokerUnavailableException e) {
      return StartStep.failed("broker", "it does not answer: " + e.why());
    }
  }

  /// Whether the broker speaks of the account that our books belong to, and no real money is in it.
  ///
  /// @param expected the account of our books
  /// @throws BrokerUnavailableException if it does not answer
  public static StartStep account(String expected, Brokerage broker) {
    AccountSnapshot account = broker.account();
    if (account.kind() == Venue.Kind.OTHER) {
      return StartStep.failed(
          "account", account.accountId() + " is neither a paper account nor a simulated one");
    }
    return account.accountId().equals(expected)
        ? StartStep.ok("account", "it is " + expected + ", which the books belong to")
        : StartStep.failed(
            "account",
            "the books belong to account %s, and the broker answers for %s"
                .formatted(expected, account.accountId()));
  }

  /// In what books and broker differ. It stops nobody here: the loop compares again once it has
  /// asked what became of the orders, and lets entries wait for what differs then.
  ///
  /// @param session in which work begins
  public static StartStep reconcile(LocalDate session, Books books, Brokerage broker) {
    Reconciliation reconciliation = new Reconciliation();
    reconciliation.compare(session, books, broker);
    List<Difference> found = reconciliation.differences();
    if (found.stream().anyMatch(Difference.Unanswered.class::isInstance)) {
      return StartStep.failed("reconcile", found.getFirst().says());
    }
    return found.isEmpty()
        ? StartStep.ok("reconcile", "books and broker are equal in cash, shares and orders")
        : StartStep.warn(
            "reconcile",
            found.stream().map(Difference::says).collect(Collectors.joining("; "))
                + "; compared again before anything is sent");
  }

  /// Whether every check of the risk gate was shown able to veto.
  public static StartStep gate(SelfProof proof) {
    if (proof.holds()) {
      return StartStep.ok(
          "gate",
          "all %d reasons veto, and an order in order passes".formatted(proof.lines().size()));
    }
    List<String> says = new ArrayList<>();
    proof.inert().forEach(line -> says.add(line.code() + " does not veto"));
    proof.baseline().forEach(code -> says.add("an order in order is refused for " + code));
    return StartStep.failed("gate", String.join("; ", says));
  }

  /// What waits for a person: halts, pauses, orders of which nobody knows what became, alerts. They
  /// go on stopping what they stop.
  ///
  /// @param alerts that entries wait for
  public static StartStep incidents(Books books, List<Alert> alerts) {
    List<String> open = new ArrayList<>();
    for (Incident one : books.halts().open()) {
      open.add(
          "%s stops %s (%s): %s"
              .formatted(
                  one.id(), one.tripped().scope(), one.tripped().mode(), one.tripped().trigger()));
    }
    for (StrategyId paused : books.halts().paused().keySet()) {
      open.add(paused + " is paused");
    }
    for (ClientOrderId order : unknown(books)) {
      open.add("nobody knows what became of order " + order);
    }
    alerts.forEach(one -> open.add(one.reason()));
    return open.isEmpty()
        ? StartStep.ok("incidents", "none is open")
        : StartStep.warn("incidents", String.join("; ", open));
  }

  private static List<ClientOrderId> unknown(Books books) {
    return books.orders().working().stream()
        .filter(order -> order.status() == OrderStatus.UNKNOWN)
        .map(SentOrder::id)
        .toList();
  }
}

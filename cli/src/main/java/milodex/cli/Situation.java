package milodex.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.broker.Brokerage;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.execution.Reconciliation;
import milodex.ledger.Event;
import milodex.ledger.Fact.BooksOpened;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.risk.Circumstances.SentOrder;
import milodex.strategy.StrategyId;

/// How an account stands, as far as its ledger and its broker tell.
///
/// @param promotions at which stage its strategies are; a rehearsal knows of none
/// @param opened the frame of its books; empty if nothing was ever traded
/// @param compared books and broker beside each other; empty if no broker is attached
/// @param last the newest moment that was passed or missed
/// @param missed how many moments of that session were missed
/// @param alerts what waits for the operator; a rehearsal waits for nobody
record Situation(
    Books books,
    PromotionLog promotions,
    Optional<BooksOpened> opened,
    Optional<Reconciliation> compared,
    Optional<Step> last,
    int missed,
    List<Alert> alerts) {

  /// A moment that is over.
  ///
  /// @param name `2024-03-08 closes`
  record Step(LocalDate session, String name, Instant at, boolean missed) {}

  /// What comes next, by the calendar.
  record Expected(String what, Instant at) {}

  /// Among so many of the newest facts is the last moment.
  private static final int NEWEST = 2_000;

  /// In one word.
  enum Condition {
    HEALTHY("healthy"),
    DEGRADED("degraded"),
    HALTED("halted"),
    REVIEW_REQUIRED("review required");

    private final String words;

    Condition(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// Reads what it needs and no more.
  ///
  /// @param ledger at least [StatusFacts#OF_STATUS] of the account
  static Situation of(Account account, Ledger ledger) {
    Books books = account.books(ledger);
    Steps steps = new Steps();
    ledger.replay(Set.of(FactType.BOOKS_OPENED), steps::note);
    ledger.replay(Math.max(0, ledger.head().seq() - NEWEST), StatusFacts.OF_STEPS, steps::note);
    Optional<Brokerage> broker =
        steps.opened.isPresent() ? account.brokerageOrSilence() : Optional.empty();
    LocalDate session = Account.session(account.now(ledger));
    return new Situation(
        books,
        new PromotionLog(ledger),
        steps.opened,
        broker.map(
            one -> {
              Reconciliation compared = new Reconciliation();
              compared.compare(session, books, one);
              return compared;
            }),
        steps.last,
        steps.missed,
        account.rehearsal().isPresent() ? List.of() : books.alerts().open());
  }

  /// Orders of which nobody knows what became.
  List<SentOrder> unknown() {
    return books.orders().working().stream()
        .filter(order -> order.status() == OrderStatus.UNKNOWN)
        .toList();
  }

  /// Strategies that may trade on paper and were never started there.
  List<StrategyId> unstarted() {
    return promotions.at(Stage.PAPER).stream()
        .filter(id -> books.portfolio().book(id).isEmpty())
        .toList();
  }

  boolean differs() {
    return compared.map(one -> !one.differences().isEmpty()).orElse(false);
  }

  Condition condition() {
    if (!books.halts().open().isEmpty()) {
      return Condition.HALTED;
    }
    if (!unknown().isEmpty() || differs() || !alerts.isEmpty()) {
      return Condition.REVIEW_REQUIRED;
    }
    return missed > 0 || !books.halts().paused().isEmpty() ? Condition.DEGRADED : Condition.HEALTHY;
  }

  /// The next moment after the last one; empty if the account has come to its end or has not begun.
  Optional<Expected> next() {
    return last.flatMap(this::after);
  }

  private Optional<Expected> after(Step step) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    Optional<Session> session = calendar.session(step.session());
    if (step.name().endsWith(" begins")) {
      return session.map(
          one -> new Expected(one.date() + " opens: wishes are worked", one.opensAt()));
    }
    if (!step.name().endsWith(" closes")) {
      return session.map(
          one -> new Expected(one.date() + " closes: strategies decide", one.closesAt()));
    }
    if (opened.map(books -> !step.session().isBefore(books.to())).orElse(true)) {
      return Optional.empty();
    }
    Session following = calendar.next(step.session());
    return Optional.of(
        new Expected(
            following.date() + " begins: books and broker are compared", following.opensAt()));
  }

  /// Reads how far the account has come.
  private static final class Steps {

    private Optional<BooksOpened> opened = Optional.empty();
    private Optional<Step> last = Optional.empty();
    private int missed;

    void note(Event event) {
      if (event.fact() instanceof BooksOpened books) {
        opened = Optional.of(books);
      } else if (event.fact() instanceof MomentPassed fact) {
        step(event, fact.session(), fact.moment(), false);
      } else if (event.fact() instanceof MomentMissed fact) {
        step(event, fact.session(), fact.moment(), true);
      }
    }

    private void step(Event event, LocalDate session, String moment, boolean over) {
      if (last.map(one -> !one.session().equals(session)).orElse(true)) {
        missed = 0;
      }
      missed += over ? 1 : 0;
      last = Optional.of(new Step(session, moment, event.at(), over));
    }
  }
}

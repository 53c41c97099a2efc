package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.Event;
import milodex.ledger.Fact.BooksOpened;
import milodex.ledger.Fact.StrategyFunded;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.money.Money;
import milodex.strategy.StrategyId;

/// How far the strategies of a paper account have come: a fold of its ledger, of which nothing but
/// [#KINDS] is read.
public final class PaperLog {

  /// The facts it is made of.
  public static final Set<FactType> KINDS =
      Set.of(
          FactType.BOOKS_OPENED,
          FactType.STRATEGY_FUNDED,
          FactType.MOMENT_PASSED,
          FactType.MOMENT_MISSED);

  private final Ledger ledger;
  private final ExchangeCalendar calendar = ExchangeCalendar.nyse();
  private final SortedMap<StrategyId, LocalDate> due = new TreeMap<>();
  private Optional<BooksOpened> opened = Optional.empty();
  private LocalDate begun = LocalDate.MIN;
  private long seen;

  /// Reads what `ledger` holds.
  public PaperLog(Ledger ledger) {
    this.ledger = ledger;
    catchUp();
  }

  /// Reads what was appended meanwhile.
  public void catchUp() {
    ledger.replay(seen, KINDS, this::note);
  }

  /// The frame of the account's books; empty if they were never opened.
  public Optional<BooksOpened> opened() {
    return opened;
  }

  /// Dollars the account began with; empty if its books were never opened.
  public Optional<Money> cash() {
    return opened.map(
        books -> books.allocated().values().stream().reduce(books.idleCash(), Money::plus));
  }

  /// Every strategy that has a book, with the session whose close comes next for it.
  public SortedMap<StrategyId, LocalDate> due() {
    return Collections.unmodifiableSortedMap(due);
  }

  /// The session whose close comes next for `strategy`; empty if it has no book.
  public Optional<Session> due(StrategyId strategy) {
    return Optional.ofNullable(due.get(strategy)).flatMap(calendar::session);
  }

  /// The newest session that has begun for the account; the least day of all before the first.
  public LocalDate begun() {
    return begun;
  }

  /// The first session that opens after `now`.
  public static Session after(Instant now) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    LocalDate day = now.atZone(calendar.zone()).toLocalDate();
    return calendar
        .session(day)
        .filter(session -> now.isBefore(session.opensAt()))
        .orElseGet(() -> calendar.next(day));
  }

  private void note(Event event) {
    seen = event.seq();
    if (event.fact() instanceof BooksOpened books) {
      opened = Optional.of(books);
      books.allocated().keySet().forEach(id -> due.put(id, books.from()));
    } else if (event.fact() instanceof StrategyFunded funded) {
      due.put(funded.strategy(), funded.from());
    } else if (event.fact() instanceof MomentPassed passed) {
      note(passed.session(), passed.moment(), passed.strategies());
    } else if (event.fact() instanceof MomentMissed missed) {
      note(missed.session(), missed.moment(), missed.strategies());
    }
  }

  private void note(LocalDate session, String moment, List<StrategyId> strategies) {
    if (strategies.isEmpty() && session.isAfter(begun)) {
      begun = session;
    }
    if (moment.endsWith(" closes")) {
      LocalDate next = calendar.next(session).date();
      strategies.forEach(id -> due.computeIfPresent(id, (_, before) -> later(before, next)));
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

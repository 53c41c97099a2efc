package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;

/// Takes the loop through each moment once, however often the process dies on the way.
///
/// A moment is passed when the ledger says so, after everything due at it is done. One that was
/// left in the middle is gone through again: each of its steps is done once, or is nothing the
/// second time.
public final class Runner {

  private final Books books;
  private final TradingLoop loop;
  private final Set<String> passed = new HashSet<>();
  private LocalDate newest = LocalDate.MIN;
  private boolean resumed;

  /// @param ledger that of `books`
  public Runner(Ledger ledger, Books books, TradingLoop loop) {
    this.books = books;
    this.loop = loop;
    ledger.replay(this::note);
    resumed = passed.isEmpty();
  }

  /// Does what is due at `moment`, unless that has been done; what is over is put on record as
  /// missed.
  ///
  /// The start of a session is never over: what companies did has to be booked. What is worked
  /// within a session is over once it has closed, a decision on its bars once the next ones have,
  /// and the decision on its close once the next session has begun. A pulse leaves no trace, and is
  /// over at once. Before the first moment after others have been passed, work is taken up again.
  ///
  /// A session begins only when it can: until then nothing after it may be gone through.
  ///
  /// @param now at `moment` or after it
  /// @return whether the next moment may be gone through; if not, this one has to be tried again
  public boolean on(Moment moment, Instant now) {
    if (isPassed(moment)) {
      return true;
    }
    if (!resumed) {
      loop.resume(moment.session(), now);
      resumed = true;
    }
    if (moment instanceof Moment.Pulse) {
      if (now.equals(moment.at())) {
        loop.on(moment, now);
      }
      return true;
    }
    if (moment instanceof Moment.SessionBegins && !loop.canBegin(moment.session(), now)) {
      return false;
    }
    Optional<String> over = over(moment, now);
    RunnerFact fact;
    LocalDate session = moment.session().date();
    if (over.isPresent()) {
      fact = new MomentMissed(session, moment.name(), over.get());
    } else {
      loop.on(moment, now);
      fact =
          new MomentPassed(session, moment.name(), Duration.between(moment.at(), now).toSeconds());
    }
    books.recordOnce(now, List.of(Draft.of("moment/" + moment.name(), fact)));
    note(session, moment.name());
    return true;
  }

  private static Optional<String> over(Moment moment, Instant now) {
    Session session = moment.session();
    return switch (moment) {
      case Moment.SessionBegins _ -> Optional.empty();
      case Moment.SessionOpens _, Moment.BarsOpen _ ->
          session.isOpenAt(now) || now.equals(moment.at())
              ? Optional.empty()
              : Optional.of("the session had closed");
      case Moment.Pulse _ -> Optional.empty();
      case Moment.BarsClose bars ->
          now.isBefore(bars.at().plus(bars.size().span()))
              ? Optional.empty()
              : Optional.of("the next bar had closed");
      case Moment.SessionCloses _ ->
          now.isBefore(ExchangeCalendar.nyse().next(session.date()).opensAt())
              ? Optional.empty()
              : Optional.of("the next session had opened");
    };
  }

  private boolean isPassed(Moment moment) {
    LocalDate session = moment.session().date();
    return session.isBefore(newest) || passed.contains(moment.name());
  }

  private void note(Event event) {
    if (event.fact() instanceof MomentPassed fact) {
      note(fact.session(), fact.moment());
    } else if (event.fact() instanceof MomentMissed fact) {
      note(fact.session(), fact.moment());
    }
  }

  /// Only the names of the newest session are kept: those before it are over.
  private void note(LocalDate session, String moment) {
    if (session.isAfter(newest)) {
      newest = session;
      passed.clear();
    }
    passed.add(moment);
  }
}

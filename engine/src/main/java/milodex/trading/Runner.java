package milodex.trading;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact.MomentPassed;

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

  /// @param ledger that of `books`
  public Runner(Ledger ledger, Books books, TradingLoop loop) {
    this.books = books;
    this.loop = loop;
    ledger.replay(this::note);
  }

  /// The session of the newest moment that was passed; empty before the first.
  public Optional<LocalDate> newest() {
    return newest.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(newest);
  }

  /// Does what is due at `moment`, unless that has been done.
  ///
  /// @return whether there was anything to do
  public boolean on(Moment moment) {
    if (isPassed(moment)) {
      return false;
    }
    loop.on(moment);
    MomentPassed fact = new MomentPassed(moment.session().date(), moment.name());
    books.recordOnce(moment.at(), List.of(Draft.of("moment/" + moment.name(), fact)));
    note(fact);
    return true;
  }

  /// Whether everything due at `moment` has been done.
  public boolean isPassed(Moment moment) {
    LocalDate session = moment.session().date();
    return session.isBefore(newest) || passed.contains(moment.name());
  }

  private void note(Event event) {
    if (event.fact() instanceof MomentPassed fact) {
      note(fact);
    }
  }

  /// Only the names of the newest session are kept: those before it are over.
  private void note(MomentPassed fact) {
    if (fact.session().isAfter(newest)) {
      newest = fact.session();
      passed.clear();
    }
    passed.add(fact.moment());
  }
}

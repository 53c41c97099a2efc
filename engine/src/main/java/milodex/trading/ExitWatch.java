package milodex.trading;

import java.time.Instant;
import java.util.List;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.IntentLog.Pending;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.Session;

/// Says aloud, at the close of a session, which exits should have been worked within it.
///
/// Only a rule that decides within the session counts on that; what it failed to sell is held over
/// night, and the exit waits for the next price.
final class ExitWatch {

  private final Books books;

  ExitWatch(Books books) {
    this.books = books;
  }

  void watch(ActiveStrategy strategy, Session session, Instant now) {
    if (strategy.barSize().isIntraday()) {
      for (Pending waiting : books.intents().pending()) {
        if (isOverdue(waiting.intent(), strategy, session)) {
          books.recordOnce(now, List.of(missed(waiting, session)));
        }
      }
    }
  }

  private static boolean isOverdue(Intent intent, ActiveStrategy strategy, Session session) {
    return intent.side() == Side.SELL
        && intent.strategy().equals(strategy.id())
        && !intent.worksOn().isAfter(session.date());
  }

  private static Draft missed(Pending waiting, Session session) {
    Intent intent = waiting.intent();
    return Draft.because(
        waiting.seq(),
        "missed/" + intent.id() + "/" + session.date(),
        new Fact.ExitMissed(
            intent.id(),
            intent.strategy(),
            intent.symbol(),
            session.date(),
            "no order for it was filled by the close; it is held until the next price"));
  }
}

package milodex.trading;

import java.time.Instant;
import java.util.Optional;
import milodex.execution.Books;
import milodex.ledger.Fact.ProposalJudged;
import milodex.ledger.Fill;
import milodex.ledger.HaltScope;
import milodex.market.Session;
import milodex.money.Fraction;
import milodex.risk.Trigger;

/// Holds each new fill against the price its order was judged at.
final class FillWatch {

  private final Books books;
  private final Trouble trouble;
  private final double band;
  private long seen;

  /// @param band share of the judged price from which on a fill is far from it
  FillWatch(Books books, Trouble trouble, Fraction band) {
    this.books = books;
    this.trouble = trouble;
    this.band = band.toDouble();
    this.seen = books.fills().count();
  }

  void watch(Session session, Instant now) {
    long news = books.fills().count() - seen;
    if (news == 0) {
      return;
    }
    for (Fill fill : books.fills().newest(news)) {
      Optional<ProposalJudged> verdict = books.verdictOn(fill.order());
      if (verdict.isPresent()) {
        compare(fill, verdict.get(), session, now);
      }
    }
    seen += news;
  }

  private void compare(Fill fill, ProposalJudged judged, Session session, Instant now) {
    double expected = judged.price().toDouble();
    double share = fill.price().toDouble() / expected - 1;
    if (Math.abs(share) > band) {
      trouble.found(
          Trigger.EXECUTION_DIVERGENCE,
          HaltScope.ACCOUNT,
          session.date(),
          fill.executionId(),
          "%s %s %s was judged at %s and filled at %s, %.0f bps away"
              .formatted(
                  fill.side(),
                  fill.quantity(),
                  fill.symbol(),
                  judged.price(),
                  fill.price(),
                  share * 10_000),
          now);
    }
  }
}

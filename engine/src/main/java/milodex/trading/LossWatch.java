package milodex.trading;

import java.time.Instant;
import java.util.Optional;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.market.Session;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.RiskPolicy;

/// Looks at the account's loss after every close, whether an order was tried or not.
final class LossWatch {

  private final Books books;
  private final RiskPolicy policy;

  LossWatch(Books books, RiskPolicy policy) {
    this.books = books;
    this.policy = policy;
  }

  /// Records each limit that the account's equity at this close has crossed.
  ///
  /// @param previous equity at the close before; empty after the first session
  void watch(Session session, Optional<Money> previous, Instant now) {
    if (policy.unlimited()) {
      return;
    }
    previous.ifPresent(
        before -> compare("daily_loss_cap_exceeded", before, policy.maxDailyLoss(), session, now));
    compare("drawdown_limit_exceeded", books.equity().peak(), policy.maxDrawdown(), session, now);
  }

  private void compare(String code, Money from, Fraction limit, Session session, Instant now) {
    Money equity = books.equity().account().orElseThrow();
    if (from.minus(equity).compareTo(from.times(limit)) > 0) {
      String says =
          "account equity %s is more than %s below %s"
              .formatted(equity.inCents(), limit, from.inCents());
      books.record(
          now,
          Draft.of(
              "would-trip/" + code + "/" + session.date(),
              new Fact.WouldTrip(session.date(), code, says)));
    }
  }
}

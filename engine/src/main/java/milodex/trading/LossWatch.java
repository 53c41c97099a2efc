package milodex.trading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import milodex.execution.Books;
import milodex.market.Session;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.RiskPolicy;

/// Looks at the account's loss at every open and close, whether an order is tried or not.
final class LossWatch {

  static final String DAILY_LOSS = "daily_loss_cap_exceeded";
  static final String DRAWDOWN = "drawdown_limit_exceeded";

  private final Books books;
  private final RiskPolicy policy;
  private final Alarm alarm;
  private final Map<String, LocalDate> told = new HashMap<>();

  LossWatch(Books books, RiskPolicy policy, Alarm alarm) {
    this.books = books;
    this.policy = policy;
    this.alarm = alarm;
  }

  /// Raises the alarm for each limit that the account has crossed, once a session.
  ///
  /// @param equity of the account now
  /// @param previous equity at the close before; empty in the first session
  void watch(Session session, Money equity, Optional<Money> previous, Instant now) {
    if (policy.unlimited()) {
      return;
    }
    if (previous.isPresent()) {
      Money before = previous.get();
      compare(DAILY_LOSS, before, equity, policy.maxDailyLoss(), session, now);
    }
    Money peak = books.equity().peak();
    compare(DRAWDOWN, peak, equity, policy.maxDrawdown(), session, now);
  }

  private void compare(
      String code, Money from, Money equity, Fraction limit, Session session, Instant now) {
    boolean crossed =
        mayCross(from, equity, limit) && from.minus(equity).compareTo(from.times(limit)) > 0;
    if (crossed && !session.date().equals(told.put(code, session.date()))) {
      String says =
          "account equity %s is more than %s below %s"
              .formatted(equity.inCents(), limit, from.inCents());
      alarm.lossLimit(session.date(), code, says, now);
    }
  }

  /// Whether a loss is so near its limit that only exact numbers can tell.
  private static boolean mayCross(Money from, Money equity, Fraction limit) {
    double before = from.toDouble();
    double allowed = before * limit.toDouble();
    return before - equity.toDouble() >= allowed - 1e-6 * (Math.abs(before) + Math.abs(allowed));
  }
}

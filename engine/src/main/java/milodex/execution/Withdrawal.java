package milodex.execution;

import static milodex.ledger.Fact.IntentClosed.Outcome.WITHDRAWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.execution.IntentLog.Pending;

/// The operator takes back a wish by hand that waits for its open.
///
/// The end of a wish and an order of it exclude each other, whatever process works it at the same
/// moment: both move the risk head of the ledger, and both are appended only if it has not moved
/// since the wish was seen to wait.
public final class Withdrawal {

  private Withdrawal() {}

  /// Withdraws the wish of the id `intent`, if it still waits; each try that fails has been
  /// overtaken by a fact of somebody else's.
  ///
  /// @param reason kept in the ledger
  /// @throws IllegalArgumentException if `reason` is blank, or no such wish of the operator is
  ///     known
  public static WithdrawAnswer withdraw(Books books, String intent, String reason, Instant now) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank");
    }
    books.catchUp();
    for (Optional<Pending> waiting = books.intents().find(intent);
        waiting.isPresent();
        waiting = books.intents().find(intent)) {
      Pending wish = waiting.get();
      if (!wish.isByHand()) {
        return new WithdrawAnswer.OfRule(wish.intent());
      }
      if (books
          .recordIf(books.riskHead(), now, List.of(Paperwork.closed(wish, WITHDRAWN, reason)))
          .isPresent()) {
        return new WithdrawAnswer.Withdrawn(wish.intent());
      }
    }
    return books
        .wishesByHand()
        .find(intent)
        .map(Withdrawal::over)
        .orElseThrow(
            () -> new IllegalArgumentException("no wish " + intent + " of the operator is known"));
  }

  /// What is to be said of a wish that waits no more.
  ///
  /// @throws IllegalArgumentException if it waits
  public static WithdrawAnswer over(WishHistory.Remembered ended) {
    return ended
        .order()
        .<WithdrawAnswer>map(order -> new WithdrawAnswer.Ordered(ended.wish(), order))
        .or(() -> ended.end().map(end -> new WithdrawAnswer.Over(ended.wish(), end)))
        .orElseThrow(
            () -> new IllegalArgumentException("the wish " + ended.wish().id() + " waits"));
  }
}

package milodex.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Intent;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.risk.Circumstances.SentOrder;

/// Asks the broker what became of our orders, of every strategy of these books, and writes down
/// what is new.
///
/// A broker that does not answer changes nothing. What each order became is the broker's word; only
/// that it never got one is concluded: when [#VISIBILITY_LAG] has passed since it was sent and the
/// broker shows it neither under its id nor among what is working. A purchase that still works when
/// its wish has expired is called back, so that it stands in the way of nobody's exit.
public final class OrderWatch {

  /// How long a broker may take to show an order that it got. Sending one must have come to its
  /// end, in whatever way, well within it.
  public static final Duration VISIBILITY_LAG = Duration.ofSeconds(60);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private final Books books;
  private final Brokerage brokerage;
  private final ReportRecorder recorder;
  private final Map<ClientOrderId, Turn> turns = new HashMap<>();
  private Instant silentAt = Instant.MIN;

  public OrderWatch(Books books, Brokerage brokerage) {
    this.books = books;
    this.brokerage = brokerage;
    this.recorder = new ReportRecorder(books);
  }

  /// When an order is to be asked about next, and how long it was left alone before.
  private record Turn(Instant next, Duration pause) {

    static final Turn FIRST = new Turn(Instant.MIN, Duration.ZERO);

    boolean isOf(Instant asked) {
      return next.minus(pause).equals(asked);
    }

    Turn after(Instant now) {
      Duration twice = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
      Duration longer = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
      return new Turn(now.plus(longer), longer);
    }
  }

  /// Asks about every order whose end the broker has not told, at most after 1, 2, 4, 8 and so on
  /// up to 60 seconds, and from 1 again once there was news of it.
  ///
  /// The rest is not asked about once the broker has failed to answer.
  public void look(Instant now) {
    List<Sent> unsettled = books.orders().unsettled();
    if (unsettled.isEmpty()) {
      turns.clear();
      return;
    }
    try {
      for (Sent sent : unsettled) {
        Turn turn = turns.getOrDefault(sent.order().id(), Turn.FIRST);
        if (!now.isBefore(turn.next())) {
          turns.put(sent.order().id(), turn.after(now));
          ask(sent.order(), now);
        }
      }
    } catch (BrokerUnavailableException e) {
      // no answer is no news: everything is asked about again
      silentAt = now;
    }
  }

  /// Asks about every such order that was not asked about at this instant, however short ago it
  /// was; about none if the broker failed to answer at this instant.
  public void lookAtAll(Instant now) {
    if (!silentAt.equals(now)) {
      turns.values().removeIf(turn -> !turn.isOf(now));
      look(now);
    }
  }

  /// Takes in what the broker said of an order unasked; one of an order that is not ours, or of an
  /// earlier day, is left alone.
  public void hear(OrderReport report, Instant now) {
    if (recorder.record(report, now)) {
      turns.put(report.order(), Turn.FIRST.after(now));
    }
  }

  private void ask(SentOrder order, Instant now) {
    if (isOver(order, now)) {
      Replacements.cancel(brokerage, order.id());
    }
    Optional<OrderReport> told = Replacements.find(brokerage, order.id());
    if (told.isPresent()) {
      hear(told.get(), now);
    } else if (wasNotReceived(order, now)) {
      String says =
          "the broker shows no such order %d s after it was sent, neither by its id nor as working"
              .formatted(Duration.between(order.sentAt(), now).toSeconds());
      hear(Paperwork.notReceived(order, says), now);
    }
  }

  /// Whether it is a purchase that is not to be filled any more; a sale never is.
  private boolean isOver(SentOrder order, Instant now) {
    return order.side() == Side.BUY
        && books
            .wishOf(order.id())
            .flatMap(Intent::expiresAt)
            .filter(expiry -> !now.isBefore(expiry))
            .isPresent();
  }

  private boolean wasNotReceived(SentOrder order, Instant now) {
    return order.status() == OrderStatus.UNKNOWN
        && order.filled().isZero()
        && !now.isBefore(order.sentAt().plus(VISIBILITY_LAG))
        && brokerage.working().stream().noneMatch(one -> one.order().equals(order.id()));
  }
}

package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import milodex.data.HistoricalMarket;
import milodex.data.IntradayHistory;
import milodex.data.MarketHistory;
import milodex.market.Session;

/// Recorded sessions as the moments they consisted of, and the market as it stood at each.
public final class HistoricalFeed {

  private final MarketHistory history;
  private final HistoricalMarket market;
  private final int last;
  private final List<Duration> pulses;
  private final Queue<Step> due = new ArrayDeque<>();
  private int next;

  /// A moment, and what moves the market there.
  private record Step(Moment moment, Runnable move) {}

  /// @param first index of the first session in `history`
  /// @param last index of the last one
  public HistoricalFeed(MarketHistory history, int first, int last) {
    this(history, first, last, List.of());
  }

  /// The same with pulses between open and close, where only bars of sessions are there.
  ///
  /// @param pulses how long after the open each is, in order; those not before the close are left
  ///     out
  public HistoricalFeed(MarketHistory history, int first, int last, List<Duration> pulses) {
    this.pulses = List.copyOf(pulses);
    this.history = history;
    this.market = new HistoricalMarket(history, first);
    this.next = first;
    this.last = last;
  }

  /// The market at the moment that was told last.
  public HistoricalMarket market() {
    return market;
  }

  /// The moment that comes next, which the market does not show yet; empty after the last.
  public Optional<Moment> coming() {
    if (due.isEmpty() && next <= last) {
      plan(next++);
    }
    return Optional.ofNullable(due.peek()).map(Step::moment);
  }

  /// Goes on to the next moment; empty after the last.
  public Optional<Moment> next() {
    if (due.isEmpty() && next <= last) {
      plan(next++);
    }
    Optional<Step> step = Optional.ofNullable(due.poll());
    step.ifPresent(one -> one.move().run());
    return step.map(Step::moment);
  }

  /// A close comes before the open of the next bar.
  private void plan(int index) {
    Session session = history.sessions().get(index);
    due.add(new Step(new Moment.SessionBegins(session), () -> market.openSession(index)));
    due.add(new Step(new Moment.SessionOpens(session), () -> {}));
    history.intraday().ifPresent(bars -> planBars(bars, session));
    for (Duration pulse : pulses) {
      Instant at = session.opensAt().plus(pulse);
      if (at.isBefore(session.closesAt())) {
        due.add(new Step(new Moment.Pulse(session, at), () -> {}));
      }
    }
    due.add(new Step(new Moment.SessionCloses(session), market::closeSession));
  }

  private void planBars(IntradayHistory bars, Session session) {
    Instant open = session.opensAt();
    for (Instant close : history.barCloses(session)) {
      Instant opened = open;
      due.add(new Step(new Moment.BarsOpen(session, opened), () -> market.openBars(opened)));
      due.add(
          new Step(
              new Moment.BarsClose(session, bars.size(), close), () -> market.closeBars(close)));
      open = close;
    }
  }
}

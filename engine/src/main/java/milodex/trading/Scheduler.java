package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import milodex.market.ExchangeCalendar;

/// Takes a runner from moment to moment: when each is due, and as long as nobody stops it.
///
/// At a pace it waits in pieces, looks after orders and losses while the exchange is open, and
/// notices what happened to the clocks meanwhile. The market is moved to a moment only once that
/// has come. The first moment that is not passed is due at once.
public final class Scheduler {

  /// Of wall time: how long nobody is heard.
  private static final Duration PIECE = Duration.ofMillis(100);

  /// Of the exchange's time, from one look after orders and losses to the next.
  private static final Duration PULSE = Duration.ofMinutes(1);

  /// Of wall time: by how much a moment must be due at another time to be told again.
  private static final Duration NEWS = Duration.ofSeconds(1);

  private final HistoricalFeed feed;
  private final Runner runner;
  private final Steering steering;
  private final RunListener listener;
  private Optional<PacedClock> clock = Optional.empty();
  private Instant now = Instant.MIN;
  private Instant watched = Instant.MIN;
  private Optional<Moment> awaited = Optional.empty();
  private Instant told = Instant.EPOCH;

  /// @param feed of which nothing was told yet
  public Scheduler(HistoricalFeed feed, Runner runner, Steering steering, RunListener listener) {
    this.feed = feed;
    this.runner = runner;
    this.steering = steering;
    this.listener = listener;
  }

  /// Goes as far as it is to go.
  ///
  /// @throws IllegalStateException if a session cannot begin, as an earlier order has not come to
  ///     its end
  public RunEnd run() {
    boolean worked = false;
    for (Optional<Moment> due = feed.coming(); due.isPresent(); due = feed.coming()) {
      Moment moment = due.get();
      if (runner.hasPassed(moment)) {
        feed.next();
        listener.over(moment, false, moment.at());
      } else {
        if (worked && steering.oneSession() && moment instanceof Moment.SessionBegins) {
          return new RunEnd.SessionOver(moment);
        }
        Optional<RunEnd> ended = await(moment);
        if (ended.isPresent()) {
          return ended.get();
        }
        work(moment);
        worked = true;
      }
    }
    return new RunEnd.Complete();
  }

  private Optional<RunEnd> await(Moment moment) {
    return switch (steering.pace()) {
      case Pace.Max _ -> {
        Optional<RunEnd> ended = ended(now.equals(Instant.MIN) ? moment.at() : now, moment);
        now = moment.at();
        yield ended;
      }
      case Pace.AfterTheClose after -> {
        Optional<RunEnd> ended = ended(after.wall(), moment);
        now = learned(moment, after.wall());
        yield ended;
      }
      case Pace.Timed timed -> await(moment, timed);
    };
  }

  /// What is decided on a close is decided when its bars are there; once the next session has
  /// opened it is too late, whenever that was.
  private static Instant learned(Moment moment, Instant wall) {
    if (!(moment instanceof Moment.SessionCloses)) {
      return moment.at();
    }
    Instant over = ExchangeCalendar.nyse().next(moment.session().date()).opensAt();
    return wall.isBefore(over) ? wall : over;
  }

  private Optional<RunEnd> await(Moment moment, Pace.Timed timed) {
    if (clock.isEmpty()) {
      clock = Optional.of(new PacedClock(timed, moment.at()));
    }
    PacedClock time = clock.get();
    while (true) {
      Optional<RunEnd> ended = ended(time.now(), moment);
      if (ended.isPresent()) {
        return ended;
      }
      time.takeUp().ifPresent(jump -> jumped(jump, moment, time.now()));
      if (!time.now().isBefore(moment.at())) {
        now = time.arrive(moment.at());
        return Optional.empty();
      }
      tell(moment, time.due(moment.at()));
      time.rest(watch(moment, time.now()), PIECE)
          .ifPresent(jump -> jumped(jump, moment, time.now()));
    }
  }

  /// Tells when a moment is due, unless that was told.
  private void tell(Moment moment, Instant due) {
    if (!awaited.equals(Optional.of(moment))
        || Duration.between(told, due).abs().compareTo(NEWS) > 0) {
      awaited = Optional.of(moment);
      told = due;
      listener.waits(moment, due);
    }
  }

  /// Looks after orders and losses if it is time to.
  ///
  /// @return until when to rest: the moment, or the next look
  private Instant watch(Moment moment, Instant time) {
    if (!moment.session().isOpenAt(time)) {
      return moment.at();
    }
    if (!time.isBefore(watched.plus(PULSE))) {
      runner.watch(moment.session(), time);
      watched = time;
    }
    Instant next = watched.plus(PULSE);
    return next.isBefore(moment.at()) ? next : moment.at();
  }

  private void work(Moment moment) {
    feed.next();
    Instant wall = steering.pace() instanceof Pace.AfterTheClose after ? after.wall() : now;
    if (!runner.on(moment, now, wall)) {
      throw new IllegalStateException(
          moment.name() + ": an earlier order has not come to its end, and nothing can be booked");
    }
    watched = now;
    listener.compared(runner.differences());
    listener.over(moment, true, wall);
  }

  private void jumped(PacedClock.Jump jump, Moment next, Instant time) {
    runner.jumped(next.session(), jump.seconds(), jump.says(), time);
    listener.jumped(jump.says(), time);
  }

  private Optional<RunEnd> ended(Instant time, Moment next) {
    return switch (steering.stops().wanted()) {
      case GO_ON -> Optional.empty();
      case CONTROLLED_STOP -> {
        runner.stopped(next, time);
        yield Optional.of(new RunEnd.Stopped(time, next));
      }
      case KILL_SWITCH -> Optional.of(new RunEnd.KillWanted(time, next));
    };
  }
}

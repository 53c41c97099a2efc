package milodex.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import milodex.trading.Moment;
import milodex.trading.RunListener;
import milodex.trading.StopRequests;
import milodex.trading.StopRequests.Wanted;

/// Whether a runner gets on: it marks each step, and somebody else looks now and then whether any
/// was marked.
///
/// Whoever waits asks all the while whether a stop is wanted, and each asking is a step: waiting is
/// no lack of progress. Nor is it while a person is asked, or while nobody could look, as when the
/// whole process was held still.
final class Liveness implements RunListener {

  /// From one look to the next.
  static final Duration LOOK = Duration.ofSeconds(1);

  /// How long one step may take. The longest is to check a long ledger and to add it up, under a
  /// minute for a million events; whatever waits for another process does so for half a minute.
  static final Duration LIMIT = Duration.ofMinutes(10);

  /// How long it may take from the wish to stop to the end: longer than any step waits for another
  /// process, and shorter than the minute and a half after which services are commonly killed.
  static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  /// What may pass between two looks and be counted.
  private static final Duration COUNTED = LOOK.multipliedBy(2);

  private final BooleanSupplier asksPerson;
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong signals = new AtomicLong();
  private final AtomicLong settled = new AtomicLong();
  private volatile String newest = "starting";
  private volatile boolean leaves;

  private Duration looked;
  private long seen;
  private Duration still = Duration.ZERO;
  private Duration leaving = Duration.ZERO;

  /// A runner that does not get on.
  ///
  /// @param step the newest that it marked
  /// @param after how long nothing more came, or nothing came of the wish to stop
  /// @param stopping whether a stop was wanted
  record Wedge(String step, Duration after, boolean stopping) {}

  /// @param asksPerson whether a person is asked and has not answered yet
  /// @param now of a clock that only runs
  Liveness(BooleanSupplier asksPerson, Duration now) {
    this.asksPerson = asksPerson;
    this.looked = now;
  }

  /// Marks a step.
  ///
  /// @param what is begun with it, `checking the ledger`
  void step(String what) {
    newest = what;
    steps.incrementAndGet();
  }

  @Override
  public void over(Moment moment, boolean worked, Instant now) {
    step("going on after " + moment.name());
  }

  /// A signal came that asks for a stop, in whatever thread.
  void signalled() {
    signals.incrementAndGet();
  }

  /// The same wishes, of which it is noted that they are asked for and what is wanted.
  StopRequests of(StopRequests wishes) {
    return () -> {
      long heard = signals.get();
      Wanted wanted = wishes.wanted();
      steps.incrementAndGet();
      if (wanted == Wanted.GO_ON) {
        settled.set(heard);
      } else {
        leaves = true;
      }
      return wanted;
    };
  }

  /// Looks, from one thread only.
  ///
  /// @param now of the clock that only runs
  /// @return what is wrong, if something is
  Optional<Wedge> look(Duration now) {
    Duration passed = now.minus(looked);
    Duration counted = passed.compareTo(COUNTED) < 0 ? passed : COUNTED;
    looked = now;
    boolean excused = asksPerson.getAsBoolean();
    long marked = steps.get();
    still = excused || marked != seen ? Duration.ZERO : still.plus(counted);
    seen = marked;
    boolean wanted = leaves || signals.get() > settled.get();
    leaving = excused || !wanted ? Duration.ZERO : leaving.plus(counted);
    if (leaving.compareTo(STOP_LIMIT) >= 0) {
      return Optional.of(new Wedge(newest, STOP_LIMIT, true));
    }
    return still.compareTo(LIMIT) >= 0
        ? Optional.of(new Wedge(newest, LIMIT, false))
        : Optional.empty();
  }
}

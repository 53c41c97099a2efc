package milodex.simulation;

import java.util.Optional;
import java.util.function.Supplier;
import milodex.ledger.LedgerUnavailableException;
import milodex.trading.HistoricalFeed;
import milodex.trading.Moment;
import milodex.trading.Runner;

/// A process of the program: started again when it has died, at once or after a while. Everything
/// it knows it has read from the ledger.
final class MortalProcess {

  private static final int LONGEST_DOWN = 30;

  private final Adversary adversary;
  private final Supplier<Started> start;
  private Optional<Started> started = Optional.empty();
  private int down;
  private int starts;
  private int waits;

  MortalProcess(Adversary adversary, Supplier<Started> start) {
    this.adversary = adversary;
    this.start = start;
  }

  /// How often it was started.
  int starts() {
    return starts;
  }

  /// At how many moments it had to wait: a session could not begin, as the end of an order that a
  /// corporate action concerns was not known.
  int waits() {
    return waits;
  }

  void live(Moment now) {
    if (down > 0) {
      down--;
      return;
    }
    while (true) {
      try {
        if (started.isEmpty()) {
          starts++;
          started = Optional.of(start.get());
        }
        if (!started.get().live(now)) {
          waits++;
        }
        return;
      } catch (Died | LedgerUnavailableException _) {
        started = Optional.empty();
        if (adversary.strikes(Fault.STAYED_DOWN, "")) {
          down = adversary.draw(1, LONGEST_DOWN);
          return;
        }
      }
    }
  }

  /// One that runs, until it dies.
  static final class Started {
    private final HistoricalFeed feed;
    private final Runner runner;
    private Optional<Moment> due = Optional.empty();

    Started(HistoricalFeed feed, Runner runner) {
      this.feed = feed;
      this.runner = runner;
    }

    /// Goes through everything up to `now`, which is late for what lies before it, unless something
    /// has to wait.
    ///
    /// @return whether it came to `now`
    private boolean live(Moment now) {
      boolean isThere = false;
      while (!isThere) {
        due = due.or(feed::next);
        Moment moment = due.orElseThrow();
        if (!runner.on(moment, now.at())) {
          return false;
        }
        due = Optional.empty();
        isThere = moment.equals(now);
      }
      return true;
    }
  }
}

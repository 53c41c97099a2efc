package milodex.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongSupplier;
import milodex.trading.Clockwork;
import milodex.trading.Moment;
import milodex.trading.RunEnd;
import milodex.trading.StopRequests;

/// Keeps a paper account going on bars that come after the close: lets do what is due, waits for
/// news or for the next time to look, and hears who wants to stop it.
public final class PaperRunner {

  /// How long nobody is heard.
  private static final Duration PIECE = Duration.ofMillis(100);

  /// From one look whether anything was written to the next.
  private static final Duration POLL = Duration.ofSeconds(2);

  /// After so long it looks again, whether or not anything was written.
  private static final Duration AT_LATEST = Duration.ofMinutes(10);

  private final Clockwork clock;
  private final StopRequests stops;
  private final Turns turns;
  private final LongSupplier news;

  /// What is done when there may be something to do.
  @FunctionalInterface
  public interface Turns {

    /// Does what is due by the wall clock, and tells what it waits for.
    PaperTrading.Done at(Instant wall);
  }

  /// @param turns at least one strategy waits after each
  /// @param news grows whenever bars may have come: seq of the newest event of the ledger that
  ///     imports are written to
  public PaperRunner(Clockwork clock, StopRequests stops, Turns turns, LongSupplier news) {
    this.clock = clock;
    this.stops = stops;
    this.turns = turns;
    this.news = news;
  }

  /// Goes on until somebody stops it.
  public RunEnd run() {
    while (true) {
      long before = news.getAsLong();
      PaperTrading.Done done = turns.at(clock.wall());
      if (done.ended().isPresent()) {
        return done.ended().get();
      }
      Optional<RunEnd> ended = rest(done, before);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
  }

  /// Waits until it may pay to look again; what the turn itself wrote makes it look once more.
  private Optional<RunEnd> rest(PaperTrading.Done done, long before) {
    Instant again = again(done);
    Duration began = clock.running();
    Duration polled = began;
    while (true) {
      Optional<RunEnd> ended = ended(done);
      if (ended.isPresent()) {
        return ended;
      }
      Duration now = clock.running();
      if (!clock.wall().isBefore(again) || now.minus(began).compareTo(AT_LATEST) >= 0) {
        return Optional.empty();
      }
      if (now.minus(polled).compareTo(POLL) >= 0) {
        polled = now;
        if (news.getAsLong() != before) {
          return Optional.empty();
        }
      }
      clock.rest(PIECE);
    }
  }

  private static Instant again(PaperTrading.Done done) {
    return done.waits().stream()
        .flatMap(wait -> wait.again().stream())
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private Optional<RunEnd> ended(PaperTrading.Done done) {
    Moment next = new Moment.SessionBegins(done.waits().getFirst().session());
    return switch (stops.wanted()) {
      case GO_ON -> Optional.empty();
      case CONTROLLED_STOP -> Optional.of(new RunEnd.Stopped(clock.wall(), next));
      case KILL_SWITCH -> Optional.of(new RunEnd.KillWanted(clock.wall(), next));
    };
  }
}

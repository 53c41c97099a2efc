package milodex.cli;

import static milodex.trading.StopRequests.Wanted.CONTROLLED_STOP;
import static milodex.trading.StopRequests.Wanted.GO_ON;
import static milodex.trading.StopRequests.Wanted.KILL_SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import milodex.HandClock;
import milodex.cli.Liveness.Wedge;
import milodex.trading.StopRequests;
import milodex.trading.StopRequests.Wanted;
import org.junit.jupiter.api.Test;

/// A runner gets on, waits, is asked to stop, or hangs, and somebody looks on.
class LivenessTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final HandClock clock = new HandClock();
  private boolean asksPerson;
  private Wanted wanted = GO_ON;
  private final Liveness liveness = new Liveness(() -> asksPerson, clock.running());
  private final StopRequests stops = liveness.of(() -> wanted);

  @Test
  void aStepThatTakesLongIsNoneThatHangs() {
    liveness.step("checking the ledger");

    assertThat(watched(Duration.ofMinutes(9))).isEmpty();
    liveness.step("adding up the books");
    assertThat(watched(Duration.ofMinutes(9))).isEmpty();
  }

  @Test
  void oneThatNeverEndsIsFoundAfterTenMinutesAndNamed() {
    liveness.step("checking the ledger");
    liveness.step("sending an order");

    assertThat(watched(Duration.ofMinutes(10))).isEmpty();
    assertThat(watched(Duration.ofSeconds(1)))
        .contains(new Wedge("sending an order", Liveness.LIMIT, false));
  }

  @Test
  void whoeverWaitsAndAsksWhetherToStopHasGotOn() {
    liveness.step("waiting");
    for (int hour = 0; hour < 60; hour++) {
      assertThat(stops.wanted()).isEqualTo(GO_ON);
      assertThat(watched(MINUTE)).isEmpty();
    }
  }

  @Test
  void aStopThatNobodyTakesInIsFoundAfterAMinute() {
    liveness.step("asking the disk");
    assertThat(watched(MINUTE)).isEmpty();
    liveness.signalled();

    assertThat(watched(MINUTE.minusSeconds(1))).isEmpty();
    assertThat(watched(Duration.ofSeconds(1)))
        .contains(new Wedge("asking the disk", Liveness.STOP_LIMIT, true));
  }

  @Test
  void aStopThatWasTakenInAndComesToNoEndIsFoundThoughStepsAreMade() {
    liveness.signalled();
    wanted = CONTROLLED_STOP;
    assertThat(stops.wanted()).isEqualTo(CONTROLLED_STOP);

    assertThat(watched(MINUTE.minusSeconds(1))).isEmpty();
    liveness.step("keeping the books");
    assertThat(watched(Duration.ofSeconds(1)))
        .contains(new Wedge("keeping the books", Liveness.STOP_LIMIT, true));
  }

  @Test
  void aKillSwitchThatComesToNoEndIsFound() {
    wanted = KILL_SWITCH;
    assertThat(stops.wanted()).isEqualTo(KILL_SWITCH);

    assertThat(watched(MINUTE)).isPresent();
  }

  @Test
  void aPersonMayTakeHoursForAnAnswerAndThenMindNothing() {
    liveness.signalled();
    asksPerson = true;
    assertThat(watched(Duration.ofHours(2))).isEmpty();
    asksPerson = false;
    assertThat(stops.wanted()).isEqualTo(GO_ON);

    assertThat(watched(Duration.ofMinutes(5))).isEmpty();
  }

  @Test
  void timeInWhichTheWholeProcessWasHeldStillIsNotCounted() {
    liveness.step("sending an order");
    assertThat(watched(Duration.ofMinutes(9))).isEmpty();
    clock.stall(Duration.ofHours(8));

    assertThat(watched(Duration.ofSeconds(50))).isEmpty();
    assertThat(watched(Duration.ofSeconds(10))).isPresent();
  }

  @Test
  void theWatchdogBitesOnceAndNotAfterItIsClosed() throws InterruptedException {
    BlockingQueue<Wedge> bitten = new LinkedBlockingQueue<>();
    liveness.step("sending an order");

    try (Watchdog _ = Watchdog.over(liveness, clock, bitten::add)) {
      Wedge wedge = bitten.poll(1, TimeUnit.MINUTES);
      assertThat(wedge).isEqualTo(new Wedge("sending an order", Liveness.LIMIT, false));
    }
    Watchdog closed = Watchdog.over(new Liveness(() -> false, clock.running()), clock, bitten::add);
    closed.close();

    assertThat(bitten).hasSizeLessThan(2);
  }

  /// What somebody finds who looks every second for so long.
  private Optional<Wedge> watched(Duration time) {
    Optional<Wedge> found = Optional.empty();
    for (long second = 0; second < time.toSeconds() && found.isEmpty(); second++) {
      clock.stall(Liveness.LOOK);
      found = liveness.look(clock.running());
    }
    return found;
  }
}

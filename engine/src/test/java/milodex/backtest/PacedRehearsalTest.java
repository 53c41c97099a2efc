package milodex.backtest;

import static milodex.trading.StopRequests.Wanted.CONTROLLED_STOP;
import static milodex.trading.StopRequests.Wanted.GO_ON;
import static milodex.trading.StopRequests.Wanted.KILL_SWITCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.HandClock;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.execution.Books;
import milodex.execution.KillSwitch;
import milodex.execution.SendLock;
import milodex.execution.TripOutcome;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.RiskFact.HaltTripped;
import milodex.ledger.RiskFact.HaltVerified;
import milodex.ledger.RunnerFact;
import milodex.ledger.RunnerFact.BooksDiffered;
import milodex.ledger.RunnerFact.ClockJumped;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.ledger.RunnerFact.RunnerStopped;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.trading.Moment;
import milodex.trading.Pace;
import milodex.trading.RunEnd;
import milodex.trading.RunListener;
import milodex.trading.Steering;
import milodex.trading.StopRequests;
import org.junit.jupiter.api.Test;

/// A rehearsal waits for its moments; the clocks jump, and somebody stops it.
class PacedRehearsalTest {

  /// An hour of the exchange in a second.
  private static final double HOURLY = 3600;

  private final TinyRehearsals rehearsal = fresh();
  private final HandClock clock = new HandClock();

  /// Around Thanksgiving, with a half day; of OTHER there is no price on the
  /// day on which it is wished for.
  private static TinyRehearsals fresh() {
    TinyMarket market =
        TinyMarket.of("2024-11-26", "2024-12-03")
            .bars("ACME", "50/50 50/50 50/50 52/52 52/52")
            .bars("OTHER", "20/20 - 20/20 20/20 20/20");
    return TinyRehearsals.of(
        market,
        new Script()
            .buy("2024-11-26", "ACME", 0.4)
            .buy("2024-11-26", "OTHER", 0.4)
            .sell("2024-11-29", "ACME"));
  }

  @Test
  void atAnyPaceEveryFactIsThatOfOneThatRunsAsFastAsItCan() {
    TinyRehearsals undisturbed = fresh();
    undisturbed.run();
    for (double speed : new double[] {30, HOURLY, 1e6, Pace.FASTEST}) {
      TinyRehearsals paced = fresh();
      Rehearsal started = paced.start();

      assertThat(started.run(paced(speed, new HandClock()), new RunListener() {}))
          .isEqualTo(new RunEnd.Complete());

      assertThat(paced.events()).as("at speed " + speed).isEqualTo(undisturbed.events());
      assertThat(started.parity().difference()).isEmpty();
    }
  }

  @Test
  void itWaitsAsLongAsTheCalendarSays() {
    run(HOURLY);

    Duration story =
        Duration.between(
            Instant.parse("2024-11-26T14:30:00Z"), Instant.parse("2024-12-03T21:00:00Z"));
    assertThat(clock.rested().minus(story.dividedBy(3600)).abs()).isLessThan(Duration.ofMillis(2));
    assertThat(at("2024-11-29 closes")).isEqualTo("2024-11-29T18:00:00Z");
  }

  @Test
  void nothingIsPutOnRecordWhileItWaits() {
    List<Instant> newest = new ArrayList<>();
    clock.after(Duration.ofSeconds(3), () -> newest.add(rehearsal.events().getLast().at()));

    run(HOURLY);

    assertThat(newest).containsExactly(Instant.parse("2024-11-26T14:30:00Z"));
  }

  @Test
  void aMachineThatSleepsOverTheCloseIsLateAndComparesFirst() {
    clock.after(Duration.ofSeconds(3), () -> clock.sleep(Duration.ofSeconds(10)));

    run(HOURLY);

    assertThat(moments()).contains("2024-11-26 opens: 0 s", "2024-11-26 closes: 23400 s");
    assertThat(moments()).filteredOn(one -> !one.endsWith(" 0 s")).hasSize(1);
    assertThat(facts(ClockJumped.class))
        .singleElement()
        .satisfies(jump -> assertThat(jump.seconds()).isEqualTo(10))
        .satisfies(jump -> assertThat(jump.says()).contains("the machine slept"));
  }

  @Test
  void whatIsOverWhenItWakesUpIsMissed() {
    clock.after(Duration.ofSeconds(3), () -> clock.sleep(Duration.ofSeconds(24)));

    run(HOURLY);

    assertThat(moments())
        .contains(
            "2024-11-26 closes: the next session had opened",
            "2024-11-27 begins: 10800 s",
            "2024-11-27 opens: 10800 s",
            "2024-11-27 closes: 0 s");
    assertThat(facts(Fact.OrderSubmitted.class)).isEmpty();
  }

  @Test
  void aClockThatIsSetBackIsToldAndMakesNothingLate() {
    clock.after(Duration.ofSeconds(3), () -> clock.sleep(Duration.ofHours(-1)));

    run(HOURLY);

    assertThat(moments()).allMatch(one -> one.endsWith(" 0 s"));
    assertThat(facts(ClockJumped.class)).extracting(ClockJumped::seconds).containsExactly(-3600L);
  }

  @Test
  void aProcessThatStoodStillSaysSo() {
    clock.after(Duration.ofSeconds(3), () -> clock.stall(Duration.ofSeconds(6)));

    run(HOURLY);

    assertThat(moments()).contains("2024-11-26 closes: 9000 s");
    assertThat(facts(ClockJumped.class))
        .singleElement()
        .satisfies(jump -> assertThat(jump.says()).contains("stood still for 6 s"));
  }

  @Test
  void whatIsWithinTwoSecondsIsNoJump() {
    clock
        .after(Duration.ofSeconds(3), () -> clock.sleep(Duration.ofMillis(1_900)))
        .after(Duration.ofSeconds(4), () -> clock.sleep(Duration.ofMillis(-1_900)))
        .after(Duration.ofSeconds(5), () -> clock.stall(Duration.ofMillis(1_900)));

    run(HOURLY);

    assertThat(facts(ClockJumped.class)).isEmpty();
    assertThat(moments()).allMatch(one -> one.endsWith(" 0 s"));
  }

  @Test
  void booksAndBrokerAreComparedBeforeTheNextMomentAfterAJump() {
    clock
        .after(Duration.ofSeconds(27), this::dividendOfNobody)
        .after(Duration.ofSeconds(28), () -> clock.sleep(Duration.ofSeconds(-10)));

    run(HOURLY);

    List<Event> runner =
        rehearsal.events().stream().filter(one -> one.fact() instanceof RunnerFact).toList();
    int jump = indexOf(runner, ClockJumped.class);
    assertThat(runner.get(jump + 1).fact()).isInstanceOf(BooksDiffered.class);
    assertThat(runner.get(jump + 1).at()).isBefore(Instant.parse("2024-11-27T21:00:00Z"));
  }

  @Test
  void aHaltOfAnotherProcessIsFollowedWithinTheSession() {
    clock.after(
        Duration.ofSeconds(26),
        () ->
            new KillSwitch(new Books(rehearsal.ledger()), Optional.empty(), SendLock.alone())
                .trip(
                    HaltScope.ACCOUNT,
                    HaltMode.HALT,
                    "operator",
                    "x",
                    Instant.parse("2024-11-27T16:30:00Z")));

    run(HOURLY);

    assertThat(rehearsal.events())
        .filteredOn(one -> one.fact() instanceof HaltVerified)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.at())
                    .isBetween(
                        Instant.parse("2024-11-27T16:30:00Z"),
                        Instant.parse("2024-11-27T16:35:00Z")));
  }

  @Test
  void aControlledStopIsPutOnRecordAndTheNextRunGoesOn() {
    TinyRehearsals undisturbed = fresh();
    undisturbed.run();
    boolean[] stop = {false};
    clock.after(Duration.ofSeconds(26), () -> stop[0] = true);

    RunEnd end = start(new Pace.Timed(HOURLY, clock), () -> stop[0] ? CONTROLLED_STOP : GO_ON);

    assertThat(end).isInstanceOf(RunEnd.Stopped.class);
    RunEnd.Stopped stopped = (RunEnd.Stopped) end;
    assertThat(stopped.next().name()).isEqualTo("2024-11-27 closes");
    assertThat(stopped.at())
        .isBetween(Instant.parse("2024-11-27T16:30:00Z"), Instant.parse("2024-11-27T16:36:00Z"));
    assertThat(rehearsal.events().getLast().fact())
        .isInstanceOfSatisfying(
            RunnerStopped.class,
            fact -> assertThat(fact.says()).isEqualTo("controlled stop before 2024-11-27 closes"));

    HandClock again = new HandClock();
    Rehearsal started = rehearsal.start();
    started.run(paced(HOURLY, again), new RunListener() {});
    assertThat(started.parity().difference()).isEmpty();
    assertThat(again.rested().toSeconds()).isEqualTo(144);
    assertThat(withoutStops()).isEqualTo(texts(undisturbed.events()));
  }

  @Test
  void itCanBeStoppedBeforeEveryMomentAtFullSpeed() {
    TinyRehearsals undisturbed = fresh();
    undisturbed.run();
    int runs = 0;
    RunEnd end;
    do {
      int[] left = {1};
      end = start(new Pace.Max(), () -> left[0]-- > 0 ? GO_ON : CONTROLLED_STOP);
      runs++;
    } while (!(end instanceof RunEnd.Complete));

    assertThat(runs).isEqualTo(15);
    assertThat(facts(RunnerStopped.class)).hasSize(14);
    assertThat(withoutStops()).isEqualTo(texts(undisturbed.events()));
  }

  @Test
  void aHaltStandsInTheWayOfNoStop() {
    rehearsal.start().halt("x", Instant.parse("2024-11-26T14:30:00Z"));

    RunEnd end = start(new Pace.Max(), () -> CONTROLLED_STOP);

    assertThat(end).isInstanceOf(RunEnd.Stopped.class);
    assertThat(facts(RunnerStopped.class)).hasSize(1);
  }

  @Test
  void theKillSwitchIsLatchedAndNothingIsBoughtAfterIt() {
    int[] left = {2};
    Rehearsal started = rehearsal.start();
    RunEnd end =
        started.run(
            new Steering(new Pace.Max(), false, () -> left[0]-- > 0 ? GO_ON : KILL_SWITCH),
            new RunListener() {});
    RunEnd.KillWanted wanted = (RunEnd.KillWanted) end;
    TripOutcome outcome = started.halt("it looks wrong", wanted.at());

    assertThat(wanted.next().name()).isEqualTo("2024-11-26 closes");
    assertThat(outcome).isInstanceOf(TripOutcome.Verified.class);
    assertThat(facts(HaltTripped.class)).hasSize(1);
    rehearsal.start().run(() -> {});
    assertThat(facts(Fact.OrderSubmitted.class)).isEmpty();
  }

  @Test
  void oneSessionAtATimeIsTheSameAsAllInOneGo() {
    TinyRehearsals undisturbed = fresh();
    undisturbed.run();
    List<String> next = new ArrayList<>();
    RunEnd end;
    do {
      end =
          rehearsal
              .start()
              .run(new Steering(new Pace.Max(), true, StopRequests.none()), new RunListener() {});
      if (end instanceof RunEnd.SessionOver over) {
        next.add(over.next().name());
      }
    } while (!(end instanceof RunEnd.Complete));

    assertThat(next)
        .containsExactly(
            "2024-11-27 begins", "2024-11-29 begins", "2024-12-02 begins", "2024-12-03 begins");
    assertThat(rehearsal.events()).isEqualTo(undisturbed.events());
  }

  @Test
  void itTellsOfEveryMomentWhetherItWentThroughItOrNot() {
    start(new Pace.Max(), new StopsAfter(4));
    List<String> told = new ArrayList<>();
    rehearsal
        .start()
        .run(
            Steering.straightOn(),
            new RunListener() {
              @Override
              public void over(Moment moment, boolean worked, Instant now) {
                told.add(moment.name() + (worked ? " worked" : ""));
              }
            });

    assertThat(told)
        .hasSize(15)
        .startsWith(
            "2024-11-26 begins",
            "2024-11-26 opens",
            "2024-11-26 closes",
            "2024-11-27 begins",
            "2024-11-27 opens worked");
  }

  @Test
  void itTellsWhenAMomentIsDueAndAgainWhenThatChanges() {
    clock.after(Duration.ofSeconds(3), () -> clock.sleep(Duration.ofSeconds(-60)));
    Instant began = clock.wall();
    List<String> told = new ArrayList<>();
    rehearsal
        .start()
        .run(
            new Steering(new Pace.Timed(HOURLY, clock), true, StopRequests.none()),
            new RunListener() {
              @Override
              public void waits(Moment next, Instant due) {
                told.add(
                    next.name()
                        + " in "
                        + Math.round(Duration.between(began, due).toMillis() / 1e3));
              }
            });

    assertThat(told).containsExactly("2024-11-26 closes in 7", "2024-11-26 closes in -53");
  }

  /// Goes on for so many moments.
  private static final class StopsAfter implements StopRequests {
    private int left;

    StopsAfter(int moments) {
      left = moments;
    }

    @Override
    public Wanted wanted() {
      return left-- > 0 ? GO_ON : CONTROLLED_STOP;
    }
  }

  private void dividendOfNobody() {
    rehearsal
        .ledger()
        .append(
            Instant.parse("2024-11-27T17:30:00Z"),
            Draft.of(
                "dividend",
                new Fact.DividendCredited(
                    Play.ID,
                    Symbol.of("ACME"),
                    LocalDate.parse("2024-11-27"),
                    Quantity.of(1),
                    Money.of(1),
                    Money.of(1))));
  }

  private void run(double speed) {
    assertThat(rehearsal.start().run(paced(speed, clock), new RunListener() {}))
        .isEqualTo(new RunEnd.Complete());
  }

  private RunEnd start(Pace pace, StopRequests stops) {
    return rehearsal.start().run(new Steering(pace, false, stops), new RunListener() {});
  }

  private static Steering paced(double speed, HandClock clock) {
    return new Steering(new Pace.Timed(speed, clock), false, StopRequests.none());
  }

  /// When a moment was put on record.
  private String at(String moment) {
    return rehearsal.events().stream()
        .filter(one -> one.fact() instanceof MomentPassed passed && passed.moment().equals(moment))
        .map(one -> one.at().toString())
        .findFirst()
        .orElseThrow();
  }

  private List<String> moments() {
    List<String> moments = new ArrayList<>();
    for (Event event : rehearsal.events()) {
      if (event.fact() instanceof MomentPassed passed) {
        moments.add(passed.moment() + ": " + passed.lateSeconds() + " s");
      } else if (event.fact() instanceof MomentMissed missed) {
        moments.add(missed.moment() + ": " + missed.says());
      }
    }
    return moments;
  }

  private <T> List<T> facts(Class<T> kind) {
    return rehearsal.events().stream()
        .map(Event::fact)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static int indexOf(List<Event> events, Class<?> kind) {
    for (int i = 0; i < events.size(); i++) {
      if (kind.isInstance(events.get(i).fact())) {
        return i;
      }
    }
    throw new AssertionError("there is none");
  }

  private List<String> withoutStops() {
    return texts(
        rehearsal.events().stream().filter(one -> !(one.fact() instanceof RunnerStopped)).toList());
  }

  private static List<String> texts(List<Event> events) {
    return events.stream().map(one -> one.at() + " " + one.key() + " " + one.fact()).toList();
  }
}

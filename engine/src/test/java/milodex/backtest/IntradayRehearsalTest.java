package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import milodex.HandClock;
import milodex.Minutes;
import milodex.NewYork;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.ledger.Side;
import milodex.market.Timeframe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.strategy.templates.OpeningRangeBreakout;
import milodex.trading.Pace;
import milodex.trading.RunEnd;
import milodex.trading.RunListener;
import milodex.trading.Steering;
import milodex.trading.StopRequests;
import org.junit.jupiter.api.Test;

/// The opening-range breakout is rehearsed on minutes, the last day the half day before July 4.
class IntradayRehearsalTest {

  private static final String MONDAY = "2024-07-01 ";
  private static final String TUESDAY = "2024-07-02 ";
  private static final String WEDNESDAY = "2024-07-03 ";

  /// An hour of the exchange in a second.
  private static final double HOURLY = 3600;

  /// Both days break out of the range of 49 to 51 at 10:30.
  @Test
  void atAPaceItIsFlatBeforeTheCloseOnAHalfDayTooAsInABacktest() {
    TinyRehearsals rehearsal = rehearsal(Timeframe.MINUTE_5, breakouts());

    assertThat(paced(rehearsal, HOURLY, new HandClock()).difference()).isEmpty();

    assertThat(Play.timedStory(rehearsal.events()))
        .containsExactly(
            "07-02 10:30 wants BUY ACME",
            "07-02 10:30 bought 180 ACME at 52.5",
            "07-02 15:45 wants SELL ACME",
            "07-02 15:45 sold 180 ACME at 52",
            "07-03 10:30 wants BUY ACME",
            "07-03 10:30 bought 179 ACME at 52.5",
            "07-03 12:45 wants SELL ACME",
            "07-03 12:45 sold 179 ACME at 52");
  }

  @Test
  void everyMomentIsWaitedForAndNoneIsLate() {
    TinyRehearsals rehearsal = rehearsal(Timeframe.MINUTE_5, breakouts());
    HandClock clock = new HandClock();
    paced(rehearsal, HOURLY, clock);

    List<MomentPassed> passed = new ArrayList<>();
    rehearsal
        .events()
        .forEach(
            event -> {
              if (event.fact() instanceof MomentPassed one) {
                passed.add(one);
              }
            });
    assertThat(passed).hasSizeGreaterThan(2 * (78 + 42));
    assertThat(passed).extracting(MomentPassed::lateSeconds).containsOnly(0L);
    Duration story =
        Duration.between(NewYork.at(MONDAY + "09:30"), NewYork.at(WEDNESDAY + "13:00"));
    assertThat(clock.rested().minus(story.dividedBy(3600)).abs()).isLessThan(Duration.ofMillis(20));
  }

  @Test
  void onPricesOfEveryKindEveryFactIsThatOfABacktestAtAnyPace() {
    int[] trades = {0};
    Seeds.forEachSeed(
        20,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          Timeframe size = random.nextBoolean() ? Timeframe.MINUTE_1 : Timeframe.MINUTE_5;
          TinyDays days = walk(random, size);
          TinyRehearsals undisturbed = rehearsal(days);
          assertThat(undisturbed.run().difference()).isEmpty();
          double speed = Math.pow(10, 1 + 7 * random.nextDouble());
          TinyRehearsals paced = rehearsal(days);

          Parity parity = paced(paced, speed, new HandClock());

          assertThat(parity.difference()).as("at speed " + speed).isEmpty();
          assertThat(parity.compared()).isPositive();
          assertThat(paced.events()).as("at speed " + speed).isEqualTo(undisturbed.events());
          List<Fill> fills = fills(paced.events());
          trades[0] += fills.size();
          assertThat(fills.stream().filter(one -> one.side() == Side.SELL).count())
              .as("it is flat at the end of the half day")
              .isEqualTo(fills.size() / 2);
        });
    assertThat(trades[0]).isPositive();
  }

  @Test
  void besideAnotherStrategyItIsRefusedAsItWouldNeverDecide() {
    TinyDays days = days(Timeframe.MINUTE_5, breakouts());
    RehearsalPlan alone = plan(days);
    ActiveStrategy own = alone.strategies().getFirst();
    ActiveStrategy sibling =
        TinyRehearsals.frozen(new Play(days.market(), new Script()).strategy());
    RehearsalPlan together =
        new RehearsalPlan(
            List.of(sibling, own),
            alone.from(),
            alone.to(),
            alone.account(),
            alone.costs(),
            alone.policy());

    assertThat(RecordedDays.read(days.store(), together))
        .isInstanceOfSatisfying(
            RecordedDays.Refused.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo("intraday_among_others");
              assertThat(refused.strategy()).isEqualTo(own);
              assertThat(refused.refusal().says()).contains("5Min bars");
            });
  }

  private static Parity paced(TinyRehearsals rehearsal, double speed, HandClock clock) {
    Rehearsal started = rehearsal.start();
    assertThat(
            started.run(
                new Steering(new Pace.Timed(speed, clock), false, StopRequests.none()),
                new RunListener() {}))
        .isEqualTo(new RunEnd.Complete());
    return started.parity();
  }

  private static TinyRehearsals rehearsal(Timeframe size, Minutes minutes) {
    return rehearsal(days(size, minutes));
  }

  private static TinyDays days(Timeframe size, Minutes minutes) {
    TinyMarket daily = TinyMarket.of("2024-07-01", "2024-07-03").bars("ACME", "50/50 50/52 52/52");
    return TinyDays.of(daily, size, minutes);
  }

  private static RehearsalPlan plan(TinyDays days) {
    BacktestPlan alone = days.plan(new OpeningRangeBreakout());
    return new RehearsalPlan(
        List.of(TinyRehearsals.frozen(alone.strategy())),
        alone.from(),
        alone.to(),
        Money.of(10_000),
        Costs.slippage(Fraction.ZERO),
        Policies.roomy());
  }

  private static TinyRehearsals rehearsal(TinyDays days) {
    return switch (RecordedDays.read(days.store(), plan(days))) {
      case RecordedDays.Ready ready -> new TinyRehearsals(ready);
      case RecordedDays.Refused refused -> throw new AssertionError(refused.refusal().says());
    };
  }

  private static Minutes breakouts() {
    Minutes bars = Minutes.of("ACME").quiet(MONDAY + "09:30", MONDAY + "16:00", 50);
    for (String day : List.of(TUESDAY, WEDNESDAY)) {
      bars.quiet(day + "09:30", day + "10:25", 50)
          .bar(day + "09:40", 50, 51, 49, 50, 1)
          .quiet(day + "10:25", day + "10:30", 52)
          .quiet(day + "10:30", day + (day.equals(TUESDAY) ? "16:00" : "13:00"), 52)
          .bar(day + "10:30", 52.5, 52.5, 52, 52, 1);
    }
    return bars;
  }

  /// A random walk by the minute over the three days, and the daily bars that it adds up to.
  private static TinyDays walk(RandomGenerator random, Timeframe size) {
    Minutes bars = Minutes.of("ACME");
    StringBuilder daily = new StringBuilder();
    double price = 50;
    for (String day : List.of(MONDAY, TUESDAY, WEDNESDAY)) {
      daily.append(daily.isEmpty() ? "" : " ").append(text(price)).append('/');
      Instant end = NewYork.at(day + (day.equals(WEDNESDAY) ? "13:00" : "16:00"));
      for (Instant at = NewYork.at(day + "09:30"); at.isBefore(end); at = at.plusSeconds(60)) {
        double open = price;
        price = Math.max(40, Math.round(100 * (price + 0.06 * random.nextGaussian())) / 100.0);
        bars.bar(
            NewYork.minute(at), open, Math.max(open, price), Math.min(open, price), price, 1_000);
      }
      daily.append(text(price));
    }
    return TinyDays.of(
        TinyMarket.of("2024-07-01", "2024-07-03").bars("ACME", daily.toString()), size, bars);
  }

  private static String text(double price) {
    return String.format(Locale.ROOT, "%.2f", price);
  }

  private static List<Fill> fills(List<Event> events) {
    List<Fill> fills = new ArrayList<>();
    events.forEach(
        event -> {
          if (event.fact() instanceof Fact.FillRecorded(Fill fill)) {
            fills.add(fill);
          }
        });
    return fills;
  }
}

package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.market.ExchangeCalendar;
import org.junit.jupiter.api.Test;

class TradeScheduleTest {

  private static final LocalDate FIRST = LocalDate.of(2019, 1, 2);
  private static final LocalDate LAST = LocalDate.of(2019, 12, 31);
  private static final ExchangeCalendar CALENDAR = ExchangeCalendar.nyse();

  @Test
  void everyTradeIsPlacedOnceAndNoMoreAreOpenThanThereAreLanes() {
    for (int seed = 0; seed < 200; seed++) {
      int lanes = 1 + seed % 4;
      List<Integer> holds = drawnHolds(seed, lanes);
      TradeSchedule schedule = TradeSchedule.of(seed, FIRST, LAST, holds, lanes);

      List<Integer> placed = new ArrayList<>();
      int[] open = new int[CALENDAR.sessions(FIRST, LAST).size() + 1];
      schedule
          .byDecision()
          .forEach(
              (session, decided) -> {
                int at = CALENDAR.sessionsBetween(FIRST, session);
                for (int hold : decided) {
                  placed.add(hold);
                  assertThat(at + 1 + hold).as("exit filled in time").isLessThan(open.length - 1);
                  for (int i = at; i < at + hold; i++) {
                    open[i]++;
                  }
                }
              });
      Collections.sort(placed);
      assertThat(placed).isEqualTo(holds.stream().sorted().toList());
      assertThat(Arrays.stream(open).max().orElseThrow()).isLessThanOrEqualTo(lanes);
    }
  }

  @Test
  void oneSeedGivesOneScheduleAndAnotherSeedAnother() {
    List<Integer> holds = List.of(3, 1, 4, 1, 5, 9, 2, 6);
    Set<Object> schedules = new HashSet<>();
    for (int seed = 0; seed < 50; seed++) {
      TradeSchedule schedule = TradeSchedule.of(seed, FIRST, LAST, holds, 2);
      assertThat(TradeSchedule.of(seed, FIRST, LAST, holds.reversed(), 2)).isEqualTo(schedule);
      schedules.add(schedule.byDecision());
    }
    assertThat(schedules).hasSize(50);
  }

  @Test
  void whereALaneHasRoomASessionLiesBetweenTwoTrades() {
    LocalDate end = LocalDate.of(2019, 1, 15);
    for (int seed = 0; seed < 50; seed++) {
      // Ten sessions have room for eight: 2 + 1 + 2 + 1 + 2.
      TradeSchedule schedule = TradeSchedule.of(seed, FIRST, end, List.of(2, 2, 2), 1);
      assertThat(schedule.byDecision().keySet())
          .containsExactly(
              LocalDate.of(2019, 1, 2), LocalDate.of(2019, 1, 7), LocalDate.of(2019, 1, 10));
    }
  }

  @Test
  void aFullLaneHasNone() {
    LocalDate end = LocalDate.of(2019, 1, 15);
    TradeSchedule schedule = TradeSchedule.of(1, FIRST, end, List.of(4, 4), 1);

    assertThat(schedule.byDecision().keySet())
        .containsExactly(LocalDate.of(2019, 1, 2), LocalDate.of(2019, 1, 8));
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheNumbers() {
    LocalDate end = LocalDate.of(2019, 1, 15);

    assertThatThrownBy(() -> TradeSchedule.of(1, FIRST, end, List.of(9), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 holds of together 9 sessions do not fit into 8 sessions, 1 at once");
    assertThatThrownBy(() -> TradeSchedule.of(1, LAST, FIRST, List.of(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TradeSchedule.of(1, LAST, LocalDate.of(2031, 1, 2), List.of(1), 1))
        .hasMessageContaining("exchange calendar");
  }

  @Test
  void longTradesAreSpreadLongestFirstWhenADrawnOrderDoesNotFit() {
    // Six sessions of room in two lanes: only 5 + 1 beside 3 + 3 fits.
    LocalDate end = LocalDate.of(2019, 1, 11);

    for (int seed = 0; seed < 20; seed++) {
      assertThat(TradeSchedule.of(seed, FIRST, end, List.of(1, 3, 3, 5), 2).byDecision())
          .isNotEmpty();
    }
  }

  /// Enough trades to fill two thirds of every lane.
  private static List<Integer> drawnHolds(long seed, int lanes) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Integer> holds = new ArrayList<>();
    int sum = 0;
    while (sum < 160 * lanes) {
      int hold = 1 + random.nextInt(12);
      holds.add(hold);
      sum += hold;
    }
    return holds;
  }
}

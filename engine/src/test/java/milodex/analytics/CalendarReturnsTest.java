package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Month;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarReturnsTest {

  @Test
  void aMonthReturnsFromTheCloseBeforeItToItsLastClose() {
    CalendarReturns returns =
        CalendarReturns.of(
            curve(
                new String[] {"2023-11-29", "2023-11-30", "2023-12-01", "2024-01-02", "2024-01-03"},
                100,
                110,
                120,
                90,
                99,
                108));

    assertThat(returns.years()).extracting(CalendarReturns.Year::year).containsExactly(2023, 2024);
    assertThat(returns.years().getFirst().months())
        .containsOnlyKeys(Month.NOVEMBER, Month.DECEMBER);
    assertThat(returns.years().getFirst().months().get(Month.NOVEMBER))
        .isEqualTo(0.2, within(1e-12));
    assertThat(returns.years().getFirst().months().get(Month.DECEMBER))
        .isEqualTo(-0.25, within(1e-12));
    assertThat(returns.years().getFirst().total()).isEqualTo(-0.1, within(1e-12));
    assertThat(returns.years().getLast().total()).isEqualTo(0.2, within(1e-12));
  }

  @Test
  void theSameMonthOfTwoYearsIsTwoMonths() {
    CalendarReturns returns =
        CalendarReturns.of(curve(new String[] {"2022-05-31", "2023-05-01"}, 100, 110, 121));

    assertThat(returns.years()).hasSize(2);
    assertThat(returns.years())
        .allSatisfy(year -> assertThat(year.months()).containsOnlyKeys(Month.MAY));
  }

  @Test
  void monthsCompoundToTheirYearAndYearsToTheWhole() {
    for (long seed = 1; seed <= 50; seed++) {
      EquityCurve curve = Curves.walk(seed, 900, Curves.START, 100);
      double whole = 1;
      for (CalendarReturns.Year year : CalendarReturns.of(curve).years()) {
        double months = 1;
        for (double month : year.months().values()) {
          months *= 1 + month;
        }
        assertThat(year.total()).isCloseTo(months - 1, within(1e-9));
        whole *= 1 + year.total();
      }
      assertThat(whole - 1).isCloseTo(Returns.total(curve.returns()), within(1e-9));
    }
  }

  @Test
  void withoutSessionsThereIsNoYear() {
    assertThat(CalendarReturns.of(Curves.of(100)).years()).isEmpty();
  }

  private static EquityCurve curve(String[] dates, double... equity) {
    int[] days =
        Stream.of(dates).mapToInt(date -> (int) LocalDate.parse(date).toEpochDay()).toArray();
    return new EquityCurve(days, equity, new double[days.length], new double[days.length]);
  }
}

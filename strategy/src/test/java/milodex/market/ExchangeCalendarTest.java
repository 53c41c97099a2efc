package milodex.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCalendarTest {

  private static final ExchangeCalendar NYSE = ExchangeCalendar.nyse();

  @Test
  void anOrdinarySessionRunsFromHalfPastNineToFour() {
    assertThat(NYSE.session(LocalDate.of(2024, 1, 3)))
        .contains(
            new Session(
                LocalDate.of(2024, 1, 3),
                Instant.parse("2024-01-03T14:30:00Z"),
                Instant.parse("2024-01-03T21:00:00Z"),
                false));
  }

  @Test
  void thanksgivingWeekOf2024HasOneHolidayAndOneHalfDay() {
    assertThat(NYSE.sessions(LocalDate.of(2024, 11, 25), LocalDate.of(2024, 12, 1)))
        .extracting(s -> s.date() + " " + close(s))
        .containsExactly(
            "2024-11-25 16:00", "2024-11-26 16:00", "2024-11-27 16:00", "2024-11-29 13:00");
  }

  @Test
  void theHolidaysOf2022AreThoseOfTheExchangesNotice() {
    assertThat(weekdaysClosed(2022))
        .containsExactly(
            "2022-01-17",
            "2022-02-21",
            "2022-04-15",
            "2022-05-30",
            "2022-06-20",
            "2022-07-04",
            "2022-09-05",
            "2022-11-24",
            "2022-12-26");
  }

  @Test
  void theHolidaysOf1997KnowNeitherMartinLutherKingNorJuneteenth() {
    assertThat(weekdaysClosed(1997))
        .containsExactly(
            "1997-01-01",
            "1997-02-17",
            "1997-03-28",
            "1997-05-26",
            "1997-07-04",
            "1997-09-01",
            "1997-11-27",
            "1997-12-25");
  }

  @ParameterizedTest
  @CsvSource({
    "1997-01-20, true", // the year before it was kept
    "1998-01-19, false",
    "2021-06-18, true", // Juneteenth of 2021 was not yet kept
    "2022-06-20, false",
    "2027-06-18, false", // Juneteenth on a Saturday
    "1993-12-31, true", // New Year's Day on a Saturday is not made up
    "2004-12-31, true",
    "2010-12-31, true",
    "2021-12-31, true",
    "2027-12-31, true",
    "2006-01-02, false", // New Year's Day on a Sunday
    "2023-01-02, false",
    "2020-07-03, false", // July 4 on a Saturday
    "2021-07-05, false", // July 4 on a Sunday
    "1999-12-24, false", // Christmas Day on a Saturday
    "2021-12-24, false",
    "2016-12-26, false", // Christmas Day on a Sunday
    "2000-04-21, false", // Good Friday, early and late
    "2008-03-21, false",
    "2011-04-22, false",
    "2029-03-30, false"
  })
  void observesHolidaysByTheRulesOfTheirYear(LocalDate date, boolean open) {
    assertThat(NYSE.isSession(date)).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1994-04-27",
        "2001-09-11",
        "2001-09-12",
        "2001-09-13",
        "2001-09-14",
        "2004-06-11",
        "2007-01-02",
        "2012-10-29",
        "2012-10-30",
        "2018-12-05",
        "2025-01-09"
      })
  void stayedClosedOnDaysNobodyPlanned(LocalDate date) {
    assertThat(NYSE.session(date)).isEmpty();
  }

  @Test
  void everyHalfDayFrom1993To2029IsKnown() {
    assertThat(NYSE.sessions(NYSE.firstCovered(), NYSE.lastCovered()).stream())
        .filteredOn(s -> close(s).equals(LocalTime.of(13, 0)))
        .extracting(s -> s.date().toString())
        .containsExactly(
            "1993-11-26",
            "1994-11-25",
            "1995-07-03",
            "1995-11-24",
            "1996-07-05",
            "1996-11-29",
            "1996-12-24",
            "1997-07-03",
            "1997-11-28",
            "1997-12-24",
            "1997-12-26",
            "1998-11-27",
            "1998-12-24",
            "1999-11-26",
            "1999-12-31",
            "2000-07-03",
            "2000-11-24",
            "2001-07-03",
            "2001-11-23",
            "2001-12-24",
            "2002-07-05",
            "2002-11-29",
            "2002-12-24",
            "2003-07-03",
            "2003-11-28",
            "2003-12-24",
            "2003-12-26",
            "2004-11-26",
            "2005-11-25",
            "2006-07-03",
            "2006-11-24",
            "2007-07-03",
            "2007-11-23",
            "2007-12-24",
            "2008-07-03",
            "2008-11-28",
            "2008-12-24",
            "2009-11-27",
            "2009-12-24",
            "2010-11-26",
            "2011-11-25",
            "2012-07-03",
            "2012-11-23",
            "2012-12-24",
            "2013-07-03",
            "2013-11-29",
            "2013-12-24",
            "2014-07-03",
            "2014-11-28",
            "2014-12-24",
            "2015-11-27",
            "2015-12-24",
            "2016-11-25",
            "2017-07-03",
            "2017-11-24",
            "2018-07-03",
            "2018-11-23",
            "2018-12-24",
            "2019-07-03",
            "2019-11-29",
            "2019-12-24",
            "2020-11-27",
            "2020-12-24",
            "2021-11-26",
            "2022-11-25",
            "2023-07-03",
            "2023-11-24",
            "2024-07-03",
            "2024-11-29",
            "2024-12-24",
            "2025-07-03",
            "2025-11-28",
            "2025-12-24",
            "2026-11-27",
            "2026-12-24",
            "2027-11-26",
            "2028-07-03",
            "2028-11-24",
            "2029-07-03",
            "2029-11-23",
            "2029-12-24");
  }

  @Test
  void everyOtherOddDayIsKnown() {
    assertThat(NYSE.sessions(NYSE.firstCovered(), NYSE.lastCovered()).stream())
        .filteredOn(s -> !open(s).equals(LocalTime.of(9, 30)) || s.earlyClose())
        .filteredOn(s -> !close(s).equals(LocalTime.of(13, 0)))
        .extracting(s -> s.date() + " " + open(s) + " " + close(s) + " " + s.earlyClose())
        .containsExactly(
            "1994-02-11 09:30 14:30 true",
            "1995-12-18 10:30 16:00 false",
            "1996-01-08 11:00 14:00 true",
            "1997-10-27 09:30 15:30 true",
            "2002-09-11 12:00 16:00 false");
  }

  @Test
  void theOpeningInstantMovesWithTheClocksOfNewYork() {
    assertThat(
            List.of(
                NYSE.next(LocalDate.of(2024, 3, 7)).opensAt(),
                NYSE.next(LocalDate.of(2024, 3, 8)).opensAt(),
                NYSE.next(LocalDate.of(2024, 10, 31)).opensAt(),
                NYSE.next(LocalDate.of(2024, 11, 1)).opensAt()))
        .containsExactly(
            Instant.parse("2024-03-08T14:30:00Z"),
            Instant.parse("2024-03-11T13:30:00Z"),
            Instant.parse("2024-11-01T13:30:00Z"),
            Instant.parse("2024-11-04T14:30:00Z"));
  }

  @Test
  void theClocksMovedInAprilUntil2006() {
    assertThat(NYSE.next(LocalDate.of(2006, 3, 31)).opensAt())
        .isEqualTo(Instant.parse("2006-04-03T13:30:00Z"));
    assertThat(NYSE.next(LocalDate.of(2006, 3, 30)).opensAt())
        .isEqualTo(Instant.parse("2006-03-31T14:30:00Z"));
  }

  @Test
  void dayArithmeticIsInSessions() {
    LocalDate friday = LocalDate.of(2024, 5, 24);
    LocalDate tuesday = LocalDate.of(2024, 5, 28); // after Memorial Day
    assertThat(NYSE.next(friday).date()).isEqualTo(tuesday);
    assertThat(NYSE.previous(tuesday).date()).isEqualTo(friday);
    assertThat(NYSE.sessionsBetween(friday, friday)).isZero();
    assertThat(NYSE.sessionsBetween(friday, LocalDate.of(2024, 5, 27))).isZero();
    assertThat(NYSE.sessionsBetween(friday, tuesday)).isEqualTo(1);
    assertThat(NYSE.sessionsBetween(LocalDate.of(2024, 5, 25), tuesday)).isEqualTo(1);
    assertThat(NYSE.sessions(LocalDate.of(2024, 5, 25), LocalDate.of(2024, 5, 27))).isEmpty();
  }

  @Test
  void nothingIsGuessedOutsideTheCoveredYears() {
    LocalDate before = NYSE.firstCovered().minusDays(1);
    LocalDate after = NYSE.lastCovered().plusDays(1);
    assertThatThrownBy(() -> NYSE.isSession(after))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(after + " lies outside the exchange calendar")
        .hasMessageContaining("begins at 1993-01-01 and ends at 2029-12-31");
    assertThatThrownBy(() -> NYSE.session(before)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NYSE.sessions(before, NYSE.lastCovered()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NYSE.sessionsBetween(NYSE.firstCovered(), after))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NYSE.next(LocalDate.of(2029, 12, 31)))
        .hasMessageContaining("the session after 2029-12-31 lies outside");
    assertThatThrownBy(() -> NYSE.previous(LocalDate.of(1993, 1, 4)))
        .hasMessageContaining("the session before 1993-01-04 lies outside");
  }

  @Test
  void aStretchThatEndsBeforeItBeginsIsRefused() {
    LocalDate early = LocalDate.of(2020, 1, 2);
    LocalDate late = LocalDate.of(2020, 1, 3);
    assertThatThrownBy(() -> NYSE.sessions(late, early))
        .hasMessage("from 2020-01-03 is after to 2020-01-02");
    assertThatThrownBy(() -> NYSE.sessionsBetween(late, early))
        .hasMessage("from 2020-01-03 is after to 2020-01-02");
  }

  @Test
  void fromAnyDateTheNeighboursAreTheNearestSessions() {
    TreeSet<LocalDate> all = new TreeSet<>();
    NYSE.sessions(NYSE.firstCovered(), NYSE.lastCovered()).forEach(s -> all.add(s.date()));
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      LocalDate date = anyDate(random);
      assertThat(NYSE.isSession(date)).isEqualTo(all.contains(date));
      assertThat(NYSE.next(date).date()).isEqualTo(all.higher(date));
      assertThat(NYSE.previous(date).date()).isEqualTo(all.lower(date));
      if (NYSE.isSession(date)) {
        assertThat(NYSE.next(NYSE.previous(date).date()).date()).isEqualTo(date);
        assertThat(NYSE.previous(NYSE.next(date).date()).date()).isEqualTo(date);
      }
    }
  }

  @Test
  void distancesAddUpAndCountTheSessionsOfAStretch() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 300; i++) {
      TreeSet<LocalDate> dates = new TreeSet<>();
      while (dates.size() < 3) {
        dates.add(anyDate(random));
      }
      LocalDate a = dates.removeFirst();
      LocalDate b = dates.removeFirst();
      LocalDate c = dates.removeFirst();
      assertThat(NYSE.sessionsBetween(a, c))
          .isEqualTo(NYSE.sessionsBetween(a, b) + NYSE.sessionsBetween(b, c))
          .isEqualTo(NYSE.sessions(a.plusDays(1), c).size());
    }
  }

  @Test
  void everyYearHasAbout252SessionsOfThreeToSixAndAHalfHours() {
    for (int year = 1993; year <= 2029; year++) {
      List<Session> sessions = NYSE.sessions(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
      assertThat(sessions).as("%d", year).hasSizeBetween(248, 254);
      assertThat(sessions)
          .allSatisfy(
              s ->
                  assertThat(Duration.between(s.opensAt(), s.closesAt()))
                      .isBetween(Duration.ofHours(3), Duration.ofMinutes(390)));
    }
  }

  private static LocalDate anyDate(SplittableRandom random) {
    return LocalDate.ofEpochDay(
        random.nextLong(
            NYSE.firstCovered().plusDays(7).toEpochDay(),
            NYSE.lastCovered().minusDays(7).toEpochDay()));
  }

  private static List<String> weekdaysClosed(int year) {
    return Year.of(year)
        .atDay(1)
        .datesUntil(Year.of(year + 1).atDay(1))
        .filter(date -> date.getDayOfWeek().getValue() <= 5 && !NYSE.isSession(date))
        .map(LocalDate::toString)
        .toList();
  }

  private static LocalTime open(Session session) {
    return session.opensAt().atZone(NYSE.zone()).toLocalTime();
  }

  private static LocalTime close(Session session) {
    return session.closesAt().atZone(NYSE.zone()).toLocalTime();
  }

  @Test
  void aClosureWithoutWarningWasExpectedToBeASession() {
    LocalDate friday = LocalDate.of(2012, 10, 26);
    LocalDate wednesday = LocalDate.of(2012, 10, 31);

    assertThat(ExchangeCalendar.nyse().sessionsBetween(friday, wednesday)).isEqualTo(1);
    assertThat(ExchangeCalendar.nyse().sessionsExpected(friday, wednesday)).isEqualTo(3);
    assertThat(ExchangeCalendar.nyse().sessionsExpected(wednesday, wednesday)).isZero();
    assertThat(
            ExchangeCalendar.nyse()
                .sessionsExpected(LocalDate.of(2004, 6, 10), LocalDate.of(2004, 6, 11)))
        .as("mourning told ahead")
        .isZero();
  }
}

package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import milodex.Minutes;
import milodex.NewYork;
import milodex.Seeds;
import milodex.backtest.MemoryBarStore;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;

/// What a rule sees of stored minutes.
class RegularBarsTest {

  private static final Symbol ACME = Symbol.of("ACME");

  @Test
  void fiveMinutesAreTheFirstOpenTheExtremesTheLastCloseAndAllTheVolume() {
    BarSeries minutes =
        Minutes.of("ACME")
            .bar("2024-07-02 09:30", 50, 51, 49, 50.5, 100)
            .bar("2024-07-02 09:31", 50.5, 53, 50, 52, 200)
            .bar("2024-07-02 09:34", 52, 52, 48, 49, 300)
            .bar("2024-07-02 09:35", 49, 49.5, 49, 49.2, 50)
            .series();

    assertThat(told(RegularBars.built(minutes, Timeframe.MINUTE_5)))
        .containsExactly(
            "2024-07-02 09:30 50.0 53.0 48.0 49.0 600", "2024-07-02 09:35 49.0 49.5 49.0 49.2 50");
  }

  @Test
  void theLastHourOfASessionIsHalfAnHourAndThatOfAHalfDayToo() {
    BarSeries minutes =
        Minutes.of("ACME")
            .quiet("2024-07-02 09:30", "2024-07-02 16:00", 50)
            .quiet("2024-07-03 09:30", "2024-07-03 13:00", 51)
            .series();

    assertThat(opened(RegularBars.built(minutes, Timeframe.HOUR_1)))
        .containsExactly(
            "2024-07-02 09:30",
            "2024-07-02 10:30",
            "2024-07-02 11:30",
            "2024-07-02 12:30",
            "2024-07-02 13:30",
            "2024-07-02 14:30",
            "2024-07-02 15:30",
            "2024-07-03 09:30",
            "2024-07-03 10:30",
            "2024-07-03 11:30",
            "2024-07-03 12:30");
  }

  @Test
  void aSpanWithoutATradeHasNoBarAndOneThatBeginsWithSilenceOpensAtItsFirstTrade() {
    BarSeries minutes =
        Minutes.of("ACME")
            .quiet("2024-07-02 09:30", "2024-07-02 10:00", 50)
            .silent("2024-07-02 09:40", "2024-07-02 09:47")
            .bar("2024-07-02 09:47", 60, 60, 60, 60, 1)
            .series();

    assertThat(told(RegularBars.built(minutes, Timeframe.MINUTE_5)))
        .contains("2024-07-02 09:45 60.0 60.0 50.0 50.0 2001")
        .noneMatch(bar -> bar.startsWith("2024-07-02 09:40"));
  }

  @Test
  void whatTradedBeforeTheOpenAndAfterTheCloseIsLeftOutOnHalfDaysToo() {
    BarSeries minutes =
        Minutes.of("ACME")
            .quiet("2024-07-02 09:25", "2024-07-02 09:32", 50)
            .quiet("2024-07-02 15:58", "2024-07-02 16:03", 50)
            .quiet("2024-07-03 12:58", "2024-07-03 13:05", 50)
            .series();

    assertThat(opened(RegularBars.of(minutes)))
        .containsExactly(
            "2024-07-02 09:30",
            "2024-07-02 09:31",
            "2024-07-02 15:58",
            "2024-07-02 15:59",
            "2024-07-03 12:58",
            "2024-07-03 12:59");
    assertThat(RegularBars.built(minutes, Timeframe.MINUTE_15).columns().volume())
        .containsExactly(2_000, 2_000, 2_000);
  }

  @Test
  void barsOnADayWithoutASessionAreLeftOut() {
    BarSeries holiday =
        Minutes.of("ACME").quiet("2024-07-04 09:30", "2024-07-04 09:40", 50).series();

    assertThat(RegularBars.of(holiday).isEmpty()).isTrue();
  }

  @Test
  void theClockIsThatOfNewYorkOnBothSidesOfTheChange() {
    BarSeries minutes =
        Minutes.of("ACME")
            .quiet("2024-03-08 09:30", "2024-03-08 09:31", 50)
            .quiet("2024-03-11 09:30", "2024-03-11 09:31", 50)
            .series();

    assertThat(RegularBars.built(minutes, Timeframe.MINUTE_5).openedAt())
        .containsExactly(
            Instant.parse("2024-03-08T14:30:00Z").getEpochSecond(),
            Instant.parse("2024-03-11T13:30:00Z").getEpochSecond());
  }

  @Test
  void aStoredSizeIsTakenAsItIsAndAMissingOneIsBuilt() {
    BarSeries minutes =
        Minutes.of("ACME").quiet("2024-07-02 09:30", "2024-07-02 09:40", 50).series();
    BarSeries five =
        Minutes.of("ACME").bar("2024-07-02 09:30", 7, 7, 7, 7, 7).series(Timeframe.MINUTE_5);
    MemoryBarStore both = MemoryBarStore.of(List.of(minutes, five), List.of());
    MemoryBarStore one = MemoryBarStore.of(List.of(five), List.of());

    assertThat(load(both, Timeframe.MINUTE_5).columns().close()).containsExactly(7);
    assertThat(load(both, Timeframe.MINUTE_15).columns().close()).containsExactly(50);
    assertThat(RegularBars.load(one, ACME, Timeframe.MINUTE_15)).isEmpty();
  }

  /// Against the plain definition: for every span of every session, the minutes that lie in it.
  @Test
  void builtBarsAreThoseOfThePlainDefinition() {
    Seeds.forEachSeed(
        20,
        seed -> {
          BarSeries minutes = random(Seeds.random(seed));
          for (Timeframe size :
              List.of(Timeframe.MINUTE_5, Timeframe.MINUTE_15, Timeframe.HOUR_1)) {
            assertThat(told(RegularBars.built(minutes, size))).isEqualTo(plain(minutes, size));
          }
        });
  }

  private static BarSeries random(RandomGenerator random) {
    Minutes minutes = Minutes.of("ACME");
    for (String day : List.of("2024-07-02", "2024-07-03", "2024-07-05")) {
      for (int minute = 9 * 60; minute < 17 * 60; minute++) {
        if (random.nextInt(3) > 0) {
          double open = random.nextInt(40, 60);
          double close = random.nextInt(40, 60);
          minutes.bar(
              String.format(Locale.ROOT, "%s %02d:%02d", day, minute / 60, minute % 60),
              open,
              Math.max(open, close) + random.nextInt(3),
              Math.min(open, close) - random.nextInt(3),
              close,
              random.nextInt(5) * 10.0);
        }
      }
    }
    return minutes.series();
  }

  private static List<String> plain(BarSeries minutes, Timeframe size) {
    List<String> bars = new ArrayList<>();
    for (Session session : ExchangeCalendar.nyse().sessions(minutes.first(), minutes.last())) {
      Instant opens = session.opensAt();
      for (Instant closes : session.barCloses(size)) {
        plain(minutes, opens, closes).ifPresent(bars::add);
        opens = closes;
      }
    }
    return bars;
  }

  private static Optional<String> plain(BarSeries minutes, Instant from, Instant to) {
    BarColumns b = minutes.columns();
    List<Integer> in = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      if (!minutes.openedAt(i).isBefore(from) && minutes.openedAt(i).isBefore(to)) {
        in.add(i);
      }
    }
    return in.isEmpty()
        ? Optional.empty()
        : Optional.of(
            told(
                from,
                b.open()[in.getFirst()],
                in.stream().mapToDouble(i -> b.high()[i]).max().orElseThrow(),
                in.stream().mapToDouble(i -> b.low()[i]).min().orElseThrow(),
                b.close()[in.getLast()],
                in.stream().mapToDouble(i -> b.volume()[i]).sum()));
  }

  private static BarSeries load(BarStore store, Timeframe size) {
    return RegularBars.load(store, ACME, size).orElseThrow();
  }

  private static List<String> opened(BarSeries bars) {
    List<String> opened = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      opened.add(NewYork.minute(bars.openedAt(i)));
    }
    return opened;
  }

  private static List<String> told(BarSeries bars) {
    List<String> told = new ArrayList<>();
    BarColumns b = bars.columns();
    for (int i = 0; i < bars.size(); i++) {
      told.add(
          told(
              bars.openedAt(i), b.open()[i], b.high()[i], b.low()[i], b.close()[i], b.volume()[i]));
    }
    return told;
  }

  private static String told(
      Instant opened, double open, double high, double low, double close, double volume) {
    return String.format(
        Locale.ROOT, "%s %s %s %s %s %.0f", NewYork.minute(opened), open, high, low, close, volume);
  }
}

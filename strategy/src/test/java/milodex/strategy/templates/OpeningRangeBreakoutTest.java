package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarWindow;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.strategy.Decision;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

/// Quarters of an hour: two make the opening range, each bar reaches one dollar around its close.
class OpeningRangeBreakoutTest {

  private static final LocalDate DAY = LocalDate.of(2024, 7, 2);
  private static final LocalDate HALF_DAY = LocalDate.of(2024, 7, 3);
  private static final OpeningRangeBreakout RULE = new OpeningRangeBreakout();

  private final Map<Symbol, BarWindow> windows = new HashMap<>();
  private final TreeMap<Symbol, Holding> holdings = new TreeMap<>();

  @Test
  void theFirstCloseAboveTheRangeIsBoughtAndCarriesTheLowOfTheRange() {
    bars("ACME", DAY, 50, 50, 51.5);
    Decision decision = at(DAY, 45);

    assertThat(Told.of(decision))
        .containsExactly("enter ACME breakout.opening_range_entry weight 0.95 rank 1");
    assertThat(((Signal.Enter) decision.signals().getFirst()).entryFacts())
        .containsEntry("range_low", 49.0);
  }

  @Test
  void aCloseAtTheHighOfTheRangeIsNotAboveIt() {
    bars("ACME", DAY, 50, 50, 51);

    assertThat(Told.of(at(DAY, 45))).containsExactly("not ACME close_not_above_range");
  }

  @Test
  void theBufferRaisesWhatMustBeCleared() {
    bars("ACME", DAY, 50, 50, 51.5);
    OpeningRangeBreakout choosy = new OpeningRangeBreakout(30, 0.01, 15, 1, 0.95);

    assertThat(Told.of(choosy.decide(seen(DAY, 45))))
        .containsExactly("not ACME close_not_above_range");
  }

  @Test
  void aLaterCloseAboveTheRangeIsNotBought() {
    bars("ACME", DAY, 50, 50, 51.5, 50, 52);

    assertThat(Told.of(at(DAY, 75))).containsExactly("not ACME not_the_first_breakout");
  }

  @Test
  void untilTheRangeIsOverThereIsNone() {
    bars("ACME", DAY, 50, 60);

    assertThat(Told.of(at(DAY, 30))).containsExactly("not ACME no_opening_range");
  }

  @Test
  void barsOfTheDayBeforeAreNoPartOfTheRange() {
    windows.put(Symbol.of("ACME"), window("ACME", DAY, new double[] {99, 99}, 50, 50, 51.5));

    assertThat(Told.of(at(DAY, 45)))
        .containsExactly("enter ACME breakout.opening_range_entry weight 0.95 rank 1");
  }

  @Test
  void theStrongestBreakoutTakesTheSlot() {
    bars("ACME", DAY, 50, 50, 51.5);
    bars("BEST", DAY, 50, 50, 53);

    assertThat(Told.of(at(DAY, 45)))
        .containsExactly(
            "enter BEST breakout.opening_range_entry weight 0.95 rank 1",
            "not ACME no_free_slot rank 2");
  }

  @Test
  void aCloseAtTheLowOfTheRangeIsSold() {
    bars("ACME", DAY, 50, 50, 52, 49);
    hold("ACME", 0);

    assertThat(Told.of(at(DAY, 60))).containsExactly("exit ACME breakout.opening_range_stop");
  }

  @Test
  void aQuarterOfAnHourBeforeTheEndItIsSoldAndNothingIsBought() {
    bars("ACME", DAY, 50, 50, 52);
    bars("MORE", DAY, 50, 50, 52);
    hold("ACME", 0);

    assertThat(Told.of(at(DAY, 374)))
        .containsExactly("not ACME no_exit_rule_holds", "not MORE no_free_slot rank 1");
    assertThat(Told.of(at(DAY, 375)))
        .containsExactly("exit ACME breakout.session_end", "not MORE session_ends_soon");
    assertThat(Told.of(at(HALF_DAY, 194))).contains("not ACME no_exit_rule_holds");
    assertThat(Told.of(at(HALF_DAY, 195))).contains("exit ACME breakout.session_end");
  }

  @Test
  void withoutAnyBarTheEndOfTheSessionStillSells() {
    hold("ACME", 0);

    assertThat(Told.of(at(DAY, 380))).containsExactly("exit ACME breakout.session_end");
    assertThat(Told.of(at(DAY, 300))).containsExactly("not ACME no_exit_rule_holds");
  }

  @Test
  void whatWasHeldOverNightIsSoldAtOnce() {
    bars("ACME", DAY, 50);
    hold("ACME", 1);

    assertThat(Told.of(at(DAY, 15))).containsExactly("exit ACME breakout.session_end");
  }

  @Test
  void itLooksBackOnOneWholeSession() {
    assertThat(RULE.lookback(Timeframe.MINUTE_1)).isEqualTo(390);
    assertThat(RULE.lookback(Timeframe.MINUTE_5)).isEqualTo(78);
    assertThat(RULE.lookback(Timeframe.MINUTE_15)).isEqualTo(26);
  }

  private Decision at(LocalDate day, int minutesAfterOpen) {
    return RULE.decide(seen(day, minutesAfterOpen));
  }

  private Observation seen(LocalDate day, int minutesAfterOpen) {
    Instant now = session(day).opensAt().plusSeconds(60L * minutesAfterOpen);
    List<Symbol> universe = windows.keySet().stream().sorted().toList();
    return new Observation(day, now, universe, windows, Map.of(), holdings);
  }

  private void bars(String symbol, LocalDate day, double... closes) {
    windows.put(Symbol.of(symbol), window(symbol, day, new double[0], closes));
  }

  private void hold(String symbol, int sessions) {
    TreeMap<String, Double> facts = new TreeMap<>(Map.of("range_low", 49.0));
    holdings.put(
        Symbol.of(symbol),
        new Holding(Symbol.of(symbol), 51, DAY.minusDays(sessions), sessions, facts));
  }

  private static BarWindow window(
      String symbol, LocalDate day, double[] yesterday, double... closes) {
    int before = yesterday.length;
    int n = before + closes.length;
    long opens = session(day).opensAt().getEpochSecond();
    long[] openedAt = new long[n];
    double[] close = new double[n];
    for (int i = 0; i < n; i++) {
      openedAt[i] = i < before ? opens - 86_400 + i * 900L : opens + (i - before) * 900L;
      close[i] = i < before ? yesterday[i] : closes[i - before];
    }
    double[] high = Arrays.stream(close).map(price -> price + 1).toArray();
    double[] low = Arrays.stream(close).map(price -> price - 1).toArray();
    BarColumns columns = new BarColumns(close, high, low, close, new double[n]);
    return BarWindow.of(
        new BarHistory(Symbol.of(symbol), openedAt, columns, new double[n]), n - 1, n);
  }

  private static Session session(LocalDate day) {
    return ExchangeCalendar.nyse().session(day).orElseThrow();
  }
}

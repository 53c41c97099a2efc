package milodex.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.Dividend;
import milodex.market.CorporateAction.Split;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleMarketTest {

  private static final SampleMarket MARKET = SampleMarket.generate(1);

  @Test
  void nobodyCanTakeItForARealMarket() {
    assertThat(MARKET.series())
        .hasSizeGreaterThanOrEqualTo(14)
        .allSatisfy(
            bars -> {
              assertThat(bars.symbol().ticker()).startsWith("SIM-");
              assertThat(bars.source()).isEqualTo("sample");
              assertThat(bars.adjustment()).isEqualTo(Adjustment.RAW);
            });
  }

  @Test
  void theIndexHasABarOnEverySessionOfFifteenYears() {
    List<Session> sessions =
        ExchangeCalendar.nyse().sessions(LocalDate.of(2008, 1, 2), LocalDate.of(2022, 12, 30));
    BarSeries index = bars(MARKET, "SIM-IDX");
    assertThat(index.size()).isEqualTo(sessions.size()).isEqualTo(3777);
    for (int i = 0; i < index.size(); i++) {
      assertThat(index.session(i)).isEqualTo(sessions.get(i).date());
      assertThat(index.openedAt(i)).isEqualTo(sessions.get(i).opensAt());
    }
  }

  @Test
  void oneStockStartsLateAndOneIsDelistedAfterACollapse() {
    BarSeries late = bars(MARKET, "SIM-HOTEL");
    BarSeries gone = bars(MARKET, "SIM-ECHO");
    assertThat(late.first()).isEqualTo(LocalDate.of(2013, 5, 16));
    assertThat(gone.last()).isEqualTo(LocalDate.of(2015, 9, 18));
    double lastPrice = gone.columns().close()[gone.size() - 1];
    double halfAYearBefore = gone.columns().close()[gone.size() - 121];
    assertThat(lastPrice).isLessThan(halfAYearBefore / 4);
    assertThat(actions(MARKET, Delisting.class))
        .containsExactly(new Delisting(gone.symbol(), gone.last(), BigDecimal.valueOf(lastPrice)));
  }

  @Test
  void thePriceAsTradedFallsOnTheExDateOfASplitAndRisesOnThatOfAReverseSplit() {
    List<String> seen = new ArrayList<>();
    for (Split split : actions(MARKET, Split.class)) {
      BarSeries bars = bars(MARKET, split.symbol().ticker());
      int ex = indexOf(bars, split.exDate());
      double before = bars.columns().close()[ex - 1];
      double worthAfter = bars.columns().open()[ex] * split.ratio().doubleValue();
      assertThat(worthAfter / before).isBetween(0.8, 1.25);
      seen.add(split.ratio().toPlainString());
    }
    assertThat(seen).containsExactlyInAnyOrder("2", "4", "2", "1.5", "0.1", "3");
  }

  @Test
  void fundsPayQuarterlyAndTheBondFundMonthly() {
    assertThat(dividendsOf("SIM-IDX")).hasSize(15 * 4);
    assertThat(dividendsOf("SIM-BND")).hasSize(15 * 12);
    assertThat(dividendsOf("SIM-ALFA")).isEmpty();
    double cash =
        dividendsOf("SIM-BND").stream().mapToDouble(d -> d.cashPerShare().doubleValue()).sum();
    assertThat(cash / 15 / bars(MARKET, "SIM-BND").columns().close()[0]).isBetween(0.01, 0.03);
  }

  static LongStream seeds() {
    return LongStream.concat(
        LongStream.of(0, 1, 2, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE),
        new SplittableRandom(3).longs(20));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everySeedGivesAMarketThatCouldHaveTraded(long seed) {
    SampleMarket market = SampleMarket.generate(seed);
    for (BarSeries bars : market.series()) {
      requirePossible(bars);
    }
    for (CorporateAction action : market.actions()) {
      BarSeries bars = bars(market, action.symbol().ticker());
      assertThat(bars.session(indexOf(bars, action.exDate()))).isEqualTo(action.exDate());
    }
    assertThat(actions(market, Split.class)).hasSize(6);
    assertThat(actions(market, Delisting.class)).hasSize(1);
    assertThat(actions(market, Dividend.class)).hasSizeGreaterThan(500);
  }

  private static void requirePossible(BarSeries bars) {
    BarColumns c = bars.columns();
    for (int i = 0; i < bars.size(); i++) {
      double open = c.open()[i];
      double high = c.high()[i];
      double low = c.low()[i];
      double close = c.close()[i];
      boolean possible =
          low > 0.01
              && low <= Math.min(open, close)
              && high >= Math.max(open, close)
              && high < 100_000
              && wholeCents(open)
              && wholeCents(high)
              && wholeCents(low)
              && wholeCents(close)
              && c.volume()[i] >= 100
              && c.volume()[i] <= 5e9
              && c.volume()[i] % 100 == 0;
      assertThat(possible)
          .as("%s %s: %s %s %s %s", bars.symbol(), bars.session(i), open, high, low, close)
          .isTrue();
    }
  }

  private static boolean wholeCents(double price) {
    return BigDecimal.valueOf(price).scale() <= 2;
  }

  private static List<Dividend> dividendsOf(String ticker) {
    return actions(MARKET, Dividend.class).stream()
        .filter(d -> d.symbol().equals(Symbol.of(ticker)))
        .toList();
  }

  private static BarSeries bars(SampleMarket market, String ticker) {
    return market.series().stream()
        .filter(s -> s.symbol().ticker().equals(ticker))
        .findFirst()
        .orElseThrow();
  }

  private static <A extends CorporateAction> List<A> actions(SampleMarket market, Class<A> type) {
    return market.actions().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static int indexOf(BarSeries bars, LocalDate date) {
    return ExchangeCalendar.nyse().sessionsBetween(bars.first(), date);
  }
}

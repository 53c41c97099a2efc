package milodex.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarWindow;
import milodex.market.Candles;
import milodex.market.Closes;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

class IndicatorsTest {

  private static final double[] THIRTY = {
    44.34, 44.09, 44.15, 43.61, 44.33, 44.83, 45.10, 45.42, 45.84, 46.08,
    45.89, 46.03, 45.61, 46.28, 46.28, 46.00, 46.03, 46.41, 46.22, 45.64,
    46.21, 46.25, 45.71, 46.45, 45.78, 45.35, 44.03, 44.18, 44.22, 44.57
  };

  /// The expected numbers were computed with exact fractions from the definitions.
  @Test
  void thirtyBarsGiveTheNumbersOfTheDefinitions() {
    BarWindow bars = thirtyBars();

    assertThat(Indicators.sma(bars, 10)).isCloseTo(45.275, offset(1e-12));
    assertThat(Indicators.sma(bars, 30)).isCloseTo(45.364333333333335, offset(1e-12));
    assertThat(Indicators.ema(bars, 10)).isCloseTo(45.00469210634231, offset(1e-12));
    assertThat(Indicators.sigma(bars, 20)).isCloseTo(0.7611379638409846, offset(1e-12));
    assertThat(Indicators.atr(bars, 5)).isCloseTo(1.14, offset(1e-12));
    assertThat(Indicators.atr(bars, 14)).isCloseTo(1.1014285714285714, offset(1e-12));
    assertThat(Indicators.rsi(bars, 2)).isCloseTo(65.88407336720596, offset(1e-12));
    assertThat(Indicators.rsi(bars, 14)).isCloseTo(45.49949723868042, offset(1e-12));
    assertThat(Indicators.highestClose(bars, 10)).isEqualTo(46.45);
  }

  @Test
  void theRsiOfFiveClosesIsWhatAHandComputes() {
    // Gains 2 0 4 0, losses 0 1 0 3. Seeds 1 and 0.5; then 2.5 and 0.25; then 1.25 and 1.625.
    BarWindow bars = Closes.window("SPY", 10, 12, 11, 15, 12);

    assertThat(Indicators.rsi(bars, 2)).isCloseTo(100 * 1.25 / 2.875, offset(1e-12));
  }

  @Test
  void theRsiIsOneHundredWithoutALossAndFiftyWithoutAMove() {
    assertThat(Indicators.rsi(Closes.window("SPY", 1, 2, 3, 3), 2)).isEqualTo(100);
    assertThat(Indicators.rsi(Closes.window("SPY", 3, 2, 1, 1), 2)).isEqualTo(0);
    assertThat(Indicators.rsi(Closes.window("SPY", 7, 7, 7, 7), 2)).isEqualTo(50);
  }

  @Test
  void aFlatPriceIsExactlyItsOwnAverage() {
    double[] flat = new double[200];
    Arrays.fill(flat, 100.1);
    BarWindow bars = Closes.window("SPY", flat);

    assertThat(Indicators.sma(bars, 200)).isEqualTo(100.1);
    assertThat(Indicators.ema(bars, 20)).isEqualTo(100.1);
    assertThat(Indicators.sigma(bars, 200)).isEqualTo(0);
  }

  @Test
  void theTrueRangeCountsAGapFromThePreviousClose() {
    BarColumns gapUpThenDown =
        new BarColumns(
            new double[] {10, 14, 9},
            new double[] {11, 15, 10},
            new double[] {9, 13, 8},
            new double[] {10, 14, 9},
            new double[] {1, 1, 1});
    BarWindow bars = Closes.window(Symbol.of("SPY"), gapUpThenDown);

    assertThat(Indicators.atr(bars, 1)).isEqualTo(14 - 8);
    assertThat(Indicators.atr(bars, 2)).isEqualTo(((15 - 10) + (14 - 8)) / 2.0);
  }

  @Test
  void highsLowsAndRangesAreThoseOfTheBarsAskedFor() {
    BarWindow bars = Candles.window("SPY", "5/9/1/5 5/6/4/5 5/7/3/6 6/8/5/7");

    assertThat(Indicators.highestHigh(bars, 3)).isEqualTo(8);
    assertThat(Indicators.highestHigh(bars, 4)).isEqualTo(9);
    assertThat(Indicators.lowestLow(bars, 3)).isEqualTo(3);
    assertThat(Indicators.lowestLow(bars, 4)).isEqualTo(1);
    assertThat(Indicators.range(bars)).isEqualTo(3);
    assertThat(Indicators.smallestRange(bars, 2)).isEqualTo(3);
    assertThat(Indicators.smallestRange(bars, 3)).isEqualTo(2);
  }

  @Test
  void theBarsBeforeTheLatestAreAWindowOfTheirOwn() {
    BarWindow before = Candles.window("SPY", "5/9/1/5 5/6/4/5 5/7/3/6 6/8/5/7").before(1);

    assertThat(before.length()).isEqualTo(3);
    assertThat(before.close(0)).isEqualTo(6);
    assertThat(Indicators.highestHigh(before, 2)).isEqualTo(7);
    assertThatThrownBy(() -> before.close(3)).hasMessageContaining("outside a window of 3");
    assertThatThrownBy(() -> before.before(3)).hasMessageContaining("no window of 0 bars");
  }

  @Test
  void theStrengthOfABarIsItsClosesPlaceInItsRangeAndUnknownWithoutOne() {
    assertThat(Indicators.ibs(Candles.window("SPY", "5/9/1/3"))).isEqualTo(0.25);
    assertThat(Indicators.ibs(Candles.window("SPY", "5/9/1/1"))).isEqualTo(0);
    assertThat(Indicators.ibs(Candles.window("SPY", "5/9/1/9"))).isEqualTo(1);
    assertThat(Indicators.ibs(Candles.window("SPY", "5/5/5/5"))).isNaN();
  }

  @Test
  void theZScoreCountsDeviationsFromTheAverageAndIsUnknownWithoutAMove() {
    assertThat(Indicators.zScore(Closes.window("SPY", 10, 8), 2)).isEqualTo(-1);
    assertThat(Indicators.zScore(Closes.window("SPY", 6, 10, 8), 3)).isEqualTo(0);
    assertThat(Indicators.zScore(Closes.window("SPY", 8, 8), 2)).isNaN();
  }

  @Test
  void thePriceReturnLeavesDividendsOut() {
    assertThat(Indicators.priceReturn(Closes.window("SPY", 100, 90, 125), 2)).isEqualTo(0.25);
  }

  @Test
  void aWindowThatIsTooShortIsTheCallersMistake() {
    BarWindow bars = Closes.window("SPY", 1, 2, 3);

    assertThat(Indicators.sma(bars, 3)).isEqualTo(2);
    assertThatThrownBy(() -> Indicators.sma(bars, 4)).hasMessageContaining("too short");
    assertThatThrownBy(() -> Indicators.rsi(bars, 3)).hasMessageContaining("too short");
    assertThatThrownBy(() -> Indicators.atr(bars, 3)).hasMessageContaining("too short");
    assertThatThrownBy(() -> Indicators.priceReturn(bars, 3)).hasMessageContaining("too short");
    assertThatThrownBy(() -> Indicators.highestHigh(bars, 4)).hasMessageContaining("too short");
    assertThatThrownBy(() -> Indicators.lowestLow(bars, 4)).hasMessageContaining("too short");
    assertThatThrownBy(() -> Indicators.smallestRange(bars, 4)).hasMessageContaining("too short");
    assertThatThrownBy(() -> Indicators.sma(bars, 0)).hasMessageContaining("too short");
  }

  @Test
  void theDeclaredLookbackHoldsTheWarmUp() {
    assertThat(Indicators.lookback(200)).isEqualTo(201);
    assertThat(Indicators.lookback(20, 100, 10)).isEqualTo(101);
    assertThat(Indicators.rsiLookback(1)).isEqualTo(2);
    assertThat(Indicators.rsiLookback(2)).isEqualTo(3 + 30);
    assertThat(Indicators.rsiLookback(14)).isEqualTo(15 + 280);
    assertThat(Indicators.emaLookback(20)).isEqualTo(21 + 208);
  }

  @Test
  void historyBeforeTheDeclaredLookbackChangesNothing() {
    for (long seed = 1; seed <= 20; seed++) {
      BarColumns columns = Closes.columns(Closes.walk(seed, 900));
      for (int last = 600; last < 900; last++) {
        same(columns, last, Indicators.lookback(200), bars -> Indicators.sma(bars, 200));
        same(columns, last, Indicators.lookback(20), bars -> Indicators.sigma(bars, 20));
        same(columns, last, Indicators.lookback(20), bars -> Indicators.atr(bars, 20));
        same(columns, last, Indicators.emaLookback(20), bars -> Indicators.ema(bars, 20));
        same(columns, last, Indicators.rsiLookback(14), bars -> Indicators.rsi(bars, 14));
        same(columns, last, Indicators.lookback(50), bars -> Indicators.rsi(bars, 2));
      }
    }
  }

  /// Two bars are so short a seed that it can be many times the moves the last bars made.
  @Test
  void theSeedOfATwoBarRsiMovesItLessThanAMillionthOfAPoint() {
    BarColumns columns = Closes.columns(Closes.walk(7, 900));
    for (int last = 600; last < 900; last++) {
      Symbol symbol = Symbol.of("SPY");
      BarWindow declared =
          BarWindow.of(Closes.history(symbol, columns), last, Indicators.rsiLookback(2));
      BarWindow longer = BarWindow.of(Closes.history(symbol, columns), last, 600);
      assertThat(Indicators.rsi(declared, 2)).isCloseTo(Indicators.rsi(longer, 2), offset(1e-6));
    }
  }

  /// More figures than are kept, at windows in no order, each read twice.
  @Test
  void aNumberThatWasReadBeforeIsTheSameToTheLastBit() {
    BarHistory shared = Closes.history(Symbol.of("SPY"), Closes.columns(Closes.walk(11, 400)));
    for (int turn = 0; turn < 600; turn++) {
      int last = 63 + turn * 7919 % 337;
      int n = 2 + turn % 5;
      int length = 61 + turn % 3;
      for (int reading = 0; reading < 2; reading++) {
        BarWindow read = BarWindow.of(shared, last, length);
        BarWindow anew =
            BarWindow.of(Closes.history(Symbol.of("SPY"), shared.columns()), last, length);
        assertThat(Indicators.rsi(read, n)).isEqualTo(Indicators.rsi(anew, n));
        assertThat(Indicators.sma(read, n * 10)).isEqualTo(Indicators.sma(anew, n * 10));
        assertThat(Indicators.sma(read, n)).isEqualTo(Indicators.sma(anew, n));
      }
    }
  }

  @Test
  void aDividendIsPutBackIntoTheTotalReturn() {
    BarHistory bars =
        new BarHistory(
            Symbol.of("SPY"),
            new long[] {1, 2, 3},
            Closes.columns(100, 98, 99),
            new double[] {5, 2, 0});

    assertThat(Indicators.totalReturn(BarWindow.of(bars, 2, 3), 2))
        .isCloseTo((98 + 2) / 100.0 * 99 / 98 - 1, offset(1e-12));
  }

  /// Equal within 1e-9 of one hundred, the scale of the walk's prices and of the RSI.
  private static void same(
      BarColumns columns, int last, int lookback, ToDoubleFunction<BarWindow> indicator) {
    Symbol symbol = Symbol.of("SPY");
    double declared =
        indicator.applyAsDouble(BarWindow.of(Closes.history(symbol, columns), last, lookback));
    double longer =
        indicator.applyAsDouble(BarWindow.of(Closes.history(symbol, columns), last, 600));
    assertThat(declared).isCloseTo(longer, offset(1e-9 * 100));
  }

  private static BarWindow thirtyBars() {
    int n = THIRTY.length;
    double[] high = new double[n];
    double[] low = new double[n];
    for (int i = 0; i < n; i++) {
      high[i] = THIRTY[i] + (30 + 7 * i % 40) / 100.0;
      low[i] = THIRTY[i] - (20 + 11 * i % 50) / 100.0;
    }
    BarColumns columns = new BarColumns(THIRTY, high, low, THIRTY, new double[n]);
    return Closes.window(Symbol.of("SPY"), columns);
  }
}

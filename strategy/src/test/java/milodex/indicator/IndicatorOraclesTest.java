package milodex.indicator;

import static milodex.indicator.TaLib.CORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarWindow;
import milodex.market.Candles;
import milodex.market.Closes;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

/// Our indicators against two libraries that others wrote, over series that look like prices.
class IndicatorOraclesTest {

  private static final int BARS = 700;

  /// From here on the seed of every recursive indicator is forgotten.
  private static final int WARM = 400;

  private static final double TIGHT = 1e-9;

  @Test
  void theSimpleAverage() {
    agrees(
        200,
        window -> Indicators.sma(window, 200),
        bars -> Ta4j.of(bars, series -> new SMAIndicator(new ClosePriceIndicator(series), 200)));
    agrees(
        200,
        window -> Indicators.sma(window, 200),
        bars ->
            TaLib.of(
                BARS,
                (last, first, count, out) ->
                    CORE.sma(0, last, bars.close(), 200, first, count, out)));
  }

  /// ta4j passes over the first `n` bars and then seeds with one close, TA-Lib seeds with the
  /// average of the first `n`: both differ until the seeds are forgotten.
  @Test
  void theExponentialAverage() {
    agrees(
        WARM,
        window -> Indicators.ema(window, 20),
        bars -> Ta4j.of(bars, series -> new EMAIndicator(new ClosePriceIndicator(series), 20)));
    agrees(
        WARM,
        window -> Indicators.ema(window, 20),
        bars ->
            TaLib.of(
                BARS,
                (last, first, count, out) ->
                    CORE.ema(0, last, bars.close(), 20, first, count, out)));
  }

  /// Both libraries divide by `n` too. TA-Lib subtracts squares of the mean, which costs digits.
  @Test
  void theStandardDeviation() {
    agrees(
        20,
        window -> Indicators.sigma(window, 20),
        bars ->
            Ta4j.of(
                bars,
                series -> new StandardDeviationIndicator(new ClosePriceIndicator(series), 20)));
    agrees(
        20,
        window -> Indicators.sigma(window, 20),
        bars ->
            TaLib.of(
                BARS,
                (last, first, count, out) ->
                    CORE.stdDev(0, last, bars.close(), 20, 1, first, count, out)));
  }

  /// The libraries' own ATR is Wilder's, a recursive mean; ours is the simple mean of the last true
  /// ranges, so it is compared with the simple mean of theirs.
  @Test
  void theMeanOfTheTrueRanges() {
    agrees(
        21,
        window -> Indicators.atr(window, 20),
        bars -> Ta4j.of(bars, series -> new SMAIndicator(new TRIndicator(series), 20)));
    agrees(
        21,
        window -> Indicators.atr(window, 20),
        bars -> {
          double[] ranges =
              TaLib.of(
                  BARS,
                  (last, first, count, out) ->
                      CORE.trueRange(
                          0, last, bars.high(), bars.low(), bars.close(), first, count, out));
          ranges[0] = 0; // the first bar has none, and a running sum never loses what is no number
          return TaLib.of(
              BARS, (last, first, count, out) -> CORE.sma(0, last, ranges, 20, first, count, out));
        });
  }

  /// TA-Lib seeds with the means of the first `n` moves too; ta4j with the first move alone, so it
  /// differs until both have forgotten.
  @Test
  void wildersRelativeStrength() {
    for (int n : new int[] {2, 14}) {
      agrees(
          n + 1,
          window -> Indicators.rsi(window, n),
          bars ->
              TaLib.of(
                  BARS,
                  (last, first, count, out) ->
                      CORE.rsi(0, last, bars.close(), n, first, count, out)));
      agrees(
          WARM,
          window -> Indicators.rsi(window, n),
          bars -> Ta4j.of(bars, series -> new RSIIndicator(new ClosePriceIndicator(series), n)));
    }
  }

  @Test
  void theHighestHighAndTheLowestLow() {
    agrees(
        20,
        window -> Indicators.highestHigh(window, 20),
        bars ->
            Ta4j.of(bars, series -> new HighestValueIndicator(new HighPriceIndicator(series), 20)));
    agrees(
        10,
        window -> Indicators.lowestLow(window, 10),
        bars ->
            Ta4j.of(bars, series -> new LowestValueIndicator(new LowPriceIndicator(series), 10)));
    agrees(
        20,
        window -> Indicators.highestHigh(window, 20),
        bars ->
            TaLib.of(
                BARS,
                (last, first, count, out) ->
                    CORE.max(0, last, bars.high(), 20, first, count, out)));
    agrees(
        10,
        window -> Indicators.lowestLow(window, 10),
        bars ->
            TaLib.of(
                BARS,
                (last, first, count, out) -> CORE.min(0, last, bars.low(), 10, first, count, out)));
  }

  @Test
  void theReturnOfThePrice() {
    agrees(
        21,
        window -> Indicators.priceReturn(window, 20),
        bars ->
            TaLib.of(
                BARS,
                (last, first, count, out) ->
                    CORE.rocP(0, last, bars.close(), 20, first, count, out)));
  }

  /// Compares every bar from the `from`-th on, over its whole history, on five series.
  private static void agrees(
      int from, ToDoubleFunction<BarWindow> ours, Function<BarColumns, double[]> theirs) {
    for (long seed = 1; seed <= 5; seed++) {
      BarColumns bars = Candles.walk(seed, BARS);
      BarHistory history = Closes.history(Symbol.of("SPY"), bars);
      double[] expected = theirs.apply(bars);
      for (int last = from; last < BARS; last++) {
        assertThat(ours.applyAsDouble(BarWindow.of(history, last, last + 1)))
            .as("seed %d, bar %d", seed, last)
            .isCloseTo(expected[last], offset(TIGHT * Math.max(1, Math.abs(expected[last]))));
      }
    }
  }
}

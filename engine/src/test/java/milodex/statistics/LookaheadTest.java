package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import milodex.indicator.Indicators;
import milodex.market.BarColumns;
import milodex.market.BarHistory;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

/// What an indicator reads of bars to come, and of bars left out before.
class LookaheadTest {

  private static final double[] CLOSES = Vectors.column("bars_a.csv", "close");
  private static final int FIRST = 50;

  /// The value at bar `t` of the given closes, of which `t` need not be the last.
  private interface AtBar {
    double value(double[] closes, int t);
  }

  @Test
  void whatReadsLaterBarsChangesWhenTheyAreCutOff() {
    JsonNode expected = Vectors.expected("S-LA-01");
    JsonNode mismatches = expected.get("mismatches");
    AtBar sma = (closes, t) -> Indicators.sma(window(closes, 0, t), 10);
    AtBar scoreOfAll = (closes, t) -> score(closes, closes[t]);
    AtBar expanding = (closes, t) -> score(Arrays.copyOf(closes, t + 1), closes[t]);
    AtBar future = (closes, t) -> clipped(closes, t, t + 3).max().orElseThrow();
    assertThat(CLOSES.length - FIRST).isEqualTo(expected.get("tested").asInt());
    assertThat(mismatches(sma)).isEqualTo(mismatches.get("sma10").asInt());
    assertThat(mismatches(LookaheadTest::centred))
        .isEqualTo(mismatches.get("centred_sma_pm5").asInt());
    assertThat(mismatches(scoreOfAll)).isEqualTo(mismatches.get("zscore_full_sample").asInt());
    assertThat(mismatches(expanding)).isEqualTo(mismatches.get("zscore_expanding").asInt());
    assertThat(mismatches(future)).isEqualTo(mismatches.get("future_max_3").asInt());
    AtBar side = (closes, t) -> Math.signum(closes[t] - centred(closes, t));
    assertThat(mismatches(side))
        .isEqualTo(expected.get("centred_sign_of_close_minus_sma_flips").asInt());
  }

  @Test
  void theIndicatorsOfRulesReadNoLaterBar() {
    AtBar ema = (closes, t) -> Indicators.ema(window(closes, 0, t), 20);
    AtBar rsi = (closes, t) -> Indicators.rsi(window(closes, 0, t), 14);
    AtBar zScore = (closes, t) -> Indicators.zScore(window(closes, 0, t), 20);
    AtBar highest = (closes, t) -> Indicators.highestClose(window(closes, 0, t), 20);
    for (AtBar indicator : new AtBar[] {ema, rsi, zScore, highest}) {
      assertThat(mismatches(indicator)).isZero();
    }
  }

  @Test
  void aLongerWarmUpForgetsTheSeed() {
    JsonNode expected = Vectors.expected("S-WU-01");
    JsonNode startups = Vectors.inputs("S-WU-01").get("startup_bars");
    ToDoubleFunction<BarWindow> ema = window -> Indicators.ema(window, 20);
    ToDoubleFunction<BarWindow> rsi = window -> Indicators.rsi(window, 14);
    double wholeEma = after(CLOSES.length - 1, ema);
    double wholeRsi = after(CLOSES.length - 1, rsi);
    Vectors.same(wholeEma, expected.get("ema20_full_history"), 1e-9);
    Vectors.same(wholeRsi, expected.get("rsi14_full_history"), 1e-9);
    for (int i = 0; i < startups.size(); i++) {
      int bars = startups.get(i).asInt();
      assertThat(after(bars, ema) / wholeEma - 1)
          .isCloseTo(expected.get("ema20_relative_difference").get(i).asDouble(), within(1e-12));
      assertThat(100 * (after(bars, rsi) / wholeRsi - 1))
          .isCloseTo(expected.get("rsi14_percent_difference").get(i).asDouble(), within(1e-8));
      Vectors.same(Math.pow(1 - 2.0 / 21, bars), expected.get("ema20_seed_weight").get(i), 1e-9);
    }
  }

  /// At how many bars the value from the closes until then is not that from all closes.
  private static long mismatches(AtBar indicator) {
    return IntStream.range(FIRST, CLOSES.length)
        .filter(
            t -> {
              double then = indicator.value(Arrays.copyOf(CLOSES, t + 1), t);
              double later = indicator.value(CLOSES, t);
              return Math.abs(then - later) > 1e-9 * Math.abs(later);
            })
        .count();
  }

  private static double after(int startup, ToDoubleFunction<BarWindow> indicator) {
    int last = CLOSES.length - 1;
    return indicator.applyAsDouble(window(CLOSES, last - startup, last));
  }

  private static double centred(double[] closes, int t) {
    return clipped(closes, t - 5, t + 5).average().orElseThrow();
  }

  private static DoubleStream clipped(double[] closes, int first, int last) {
    return Arrays.stream(closes, Math.max(first, 0), Math.min(last + 1, closes.length));
  }

  private static double score(double[] sample, double close) {
    return (close - Sample.mean(sample)) / Sample.deviation(sample);
  }

  private static BarWindow window(double[] closes, int first, int last) {
    BarColumns columns = new BarColumns(closes, closes, closes, closes, new double[closes.length]);
    long[] openedAt = IntStream.range(0, closes.length).mapToLong(i -> 86_400L * i).toArray();
    BarHistory bars =
        new BarHistory(Symbol.of("ACME"), openedAt, columns, new double[closes.length]);
    return BarWindow.of(bars, last, last - first + 1);
  }
}

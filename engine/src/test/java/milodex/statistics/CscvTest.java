package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import milodex.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CscvTest {

  private static final String ALIKE = "all trials are alike";

  @ParameterizedTest
  @CsvSource({"S-PBO-01, 20", "S-PBO-02, 20", "S-PBO-03, 15"})
  void agreesWithTheReference(String id, int trials) {
    double[][] returns = columns(Vectors.matrix("trials_a.csv", 1, 0), trials);
    JsonNode expected = Vectors.expected(id);

    Cscv cscv = Cscv.of(returns, Vectors.inputs(id).get("S").asInt());

    assertThat(cscv.logits()).hasSize(expected.get("n_comb").asInt());
    assertClose(cscv.pbo(), expected.get("pbo").asDouble());
    assertClose(cscv.medianLogit(), expected.get("median_logit").asDouble());
    assertClose(cscv.meanLogit(), expected.get("mean_logit").asDouble());
    Degradation degradation = cscv.degradation();
    assertClose(degradation.lossProbability(), expected.get("prob_loss").asDouble());
    assertClose(degradation.slope(), expected.get("slope").asDouble());
    assertClose(degradation.intercept(), expected.get("intercept").asDouble());
    assertClose(degradation.inSample(), expected.get("mean_is").asDouble());
    assertClose(degradation.outOfSample(), expected.get("mean_oos").asDouble());
  }

  /// The calibration of S-PBO-04.
  @Test
  void noiseIsOverfitHalfOfTheTime() {
    JsonNode expected = Vectors.expected("S-PBO-04");
    JsonNode cases = Vectors.inputs("S-PBO-04").get("cases");
    double tolerance = Vectors.vector("S-PBO-04").get("tolerance").get("mean_abs").asDouble();
    for (int at = 0; at < cases.size(); at++) {
      int trials = cases.get(at).get(0).asInt();
      int rows = cases.get(at).get(1).asInt();
      int blocks = cases.get(at).get(2).asInt();
      double[] pbo =
          IntStream.range(0, 400)
              .mapToDouble(seed -> value(Cscv.of(noise(seed, rows, trials), blocks).pbo()))
              .toArray();
      double mean = Arrays.stream(pbo).average().orElseThrow();
      double sd =
          Math.sqrt(Arrays.stream(pbo).map(p -> (p - mean) * (p - mean)).average().orElseThrow());
      assertThat(mean).isCloseTo(expected.get("mean_pbo").get(at).asDouble(), within(tolerance));
      assertThat(sd).isCloseTo(expected.get("sd_pbo").get(at).asDouble(), within(tolerance));
    }
  }

  /// The planted trials of S-PBO-04.
  @Test
  void onePlantedTrialLowersTheProbability() {
    double tolerance = Vectors.vector("S-PBO-04").get("tolerance").get("planted_abs").asDouble();
    JsonNode planted = Vectors.expected("S-PBO-04").get("planted_one_column_sr_per_day");
    for (String sharpe : new String[] {"0.05", "0.10", "0.15", "0.20"}) {
      double mean =
          IntStream.range(0, 200)
              .mapToDouble(seed -> value(Cscv.of(planted(seed, sharpe), 8).pbo()))
              .average()
              .orElseThrow();
      assertThat(mean).isCloseTo(planted.get(sharpe).asDouble(), within(tolerance));
    }
  }

  @Test
  void neitherScaleNorTheOrderOfTrialsMatters() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] returns = noise(seed, 96, 12);
          Cscv cscv = Cscv.of(returns, 6);
          assertThat(Cscv.of(map(returns, r -> 3.7 * r), 6).pbo()).isEqualTo(cscv.pbo());
          double[][] backward =
              Arrays.stream(returns).map(CscvTest::reversed).toArray(double[][]::new);
          assertThat(Cscv.of(backward, 6).logits()).containsExactly(cscv.logits());
        });
  }

  @Test
  void agreesWithEachSplitDoneByHand() {
    Seeds.forEachSeed(
        20,
        seed -> {
          double[][] returns = noise(seed, 8, 3);
          double[] in = sharpes(returns, 0, 4);
          double[] out = sharpes(returns, 4, 8);

          double[] logits = Cscv.of(returns, 2).logits();

          assertThat(logits).hasSize(2);
          assertThat(logits[0]).isCloseTo(logit(in, out), within(1e-12));
          assertThat(logits[1]).isCloseTo(logit(out, in), within(1e-12));
        });
  }

  @Test
  void rowsThatFillNoBlockAreDroppedFromTheOldest() {
    double[][] returns = noise(1, 99, 12);
    Cscv cscv = Cscv.of(returns, 8);
    assertThat(cscv.dropped()).isEqualTo(3);
    assertThat(cscv.rows()).isEqualTo(96);
    double[][] newest = Arrays.copyOfRange(returns, 3, 99);
    assertThat(cscv.logits()).containsExactly(Cscv.of(newest, 8).logits());
  }

  @Test
  void fewTrialsGiveThePiecesButNoGateFigure() {
    Cscv nine = Cscv.of(noise(1, 80, 9), 8);
    assertUndefined(nine.pbo(), "fewer than ten trials: their ranks are too coarse");
    assertThat(value(nine.shareBelowMedian())).isBetween(0.0, 1.0);
    assertThat(nine.logits()).hasSize(70);
    assertThat(Cscv.of(noise(1, 80, 10), 8).pbo()).isInstanceOf(Figure.Known.class);
  }

  @Test
  void ofEqualTrialsTheFirstIsChosenAndTheirRankIsShared() {
    double[][] returns =
        Arrays.stream(noise(1, 40, 1))
            .map(row -> new double[] {row[0] - 9, row[0], row[0]})
            .toArray(double[][]::new);
    assertThat(Cscv.of(returns, 4).logits()).containsOnly(Math.log(2.5 / 1.5));
  }

  @Test
  void aTrialWithoutDeviationRanksWorst() {
    double[][] returns = noise(1, 40, 2);
    for (int row = 0; row < 40; row++) {
      returns[row][1] = 0.1;
    }
    assertThat(Cscv.of(returns, 4).logits()).containsOnly(Math.log(2));
    // Good in the first half, and without a trade since: chosen there, worst in the other.
    for (int row = 0; row < 40; row++) {
      returns[row][1] = row < 20 ? 9 + 0.01 * returns[row][0] : 0;
      returns[row][0] += 4;
    }
    Cscv cscv = Cscv.of(returns, 2);
    assertThat(cscv.logits()).containsExactly(Math.log(0.5), Math.log(0.5));
    assertClose(cscv.degradation().lossProbability(), 0.5);
  }

  @Test
  void whatCannotBeKnownIsUndefined() {
    assertNothingKnown(Cscv.of(map(noise(1, 40, 12), _ -> 0.2), 4), ALIKE);
    assertNothingKnown(Cscv.of(noise(1, 40, 1), 4), ALIKE);
    assertNothingKnown(Cscv.of(new double[0][], 4), "no trials");
    assertNothingKnown(Cscv.of(new double[40][0], 4), "no trials");
    assertNothingKnown(Cscv.of(noise(1, 3, 12), 2), "a half of the blocks has fewer than two rows");
    assertNothingKnown(
        Cscv.of(noise(1, 15, 12), 16), "a half of the blocks has fewer than two rows");
    double[][] constants = new double[40][];
    Arrays.fill(constants, IntStream.range(0, 12).mapToDouble(trial -> trial * 0.1).toArray());
    assertNothingKnown(Cscv.of(constants, 4), "no trial varies");
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    double[][] returns = noise(1, 40, 12);
    assertThatThrownBy(() -> Cscv.of(returns, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blocks is an even number");
    assertThatThrownBy(() -> Cscv.of(returns, 0)).hasMessageContaining("blocks");
    assertThatThrownBy(() -> Cscv.of(returns, 22)).hasMessageContaining("blocks");
    double[][] unequal = {{1, 2}, {3}};
    assertThatThrownBy(() -> Cscv.of(unequal, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("different lengths");
    double[][] unknown = {{1, Double.NaN}};
    assertThatThrownBy(() -> Cscv.of(unknown, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("returns are finite");
  }

  private static void assertNothingKnown(Cscv cscv, String why) {
    assertUndefined(cscv.pbo(), why);
    assertUndefined(cscv.shareBelowMedian(), why);
    assertUndefined(cscv.medianLogit(), why);
    assertUndefined(cscv.degradation().slope(), why);
    assertUndefined(cscv.dominance().firstOrderGap(), why);
    assertThat(cscv.logits()).isEmpty();
  }

  private static double[][] noise(long seed, int rows, int trials) {
    RandomGenerator random = Seeds.random(seed);
    double[][] noise = new double[rows][trials];
    for (double[] row : noise) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    return noise;
  }

  private static double[][] planted(long seed, String sharpe) {
    double[][] returns = noise(seed, 480, 20);
    for (double[] row : returns) {
      row[7] += Double.parseDouble(sharpe);
    }
    return returns;
  }

  private static double[][] map(double[][] rows, DoubleUnaryOperator change) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(change).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] columns(double[][] rows, int count) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, count)).toArray(double[][]::new);
  }

  private static double[] reversed(double[] row) {
    return IntStream.range(0, row.length).mapToDouble(at -> row[row.length - 1 - at]).toArray();
  }

  private static double[] sharpes(double[][] rows, int from, int to) {
    double[] sharpes = new double[rows[0].length];
    for (int trial = 0; trial < sharpes.length; trial++) {
      int column = trial;
      double[] r = IntStream.range(from, to).mapToDouble(row -> rows[row][column]).toArray();
      double mean = Arrays.stream(r).average().orElseThrow();
      double around = Arrays.stream(r).map(value -> (value - mean) * (value - mean)).sum();
      sharpes[trial] = mean / Math.sqrt(around / (r.length - 1));
    }
    return sharpes;
  }

  private static double logit(double[] in, double[] out) {
    double most = Arrays.stream(in).max().orElseThrow();
    int best = IntStream.range(0, in.length).filter(at -> in[at] == most).findFirst().orElseThrow();
    double omega =
        Arrays.stream(out).filter(value -> value <= out[best]).count() / (out.length + 1.0);
    return Math.log(omega / (1 - omega));
  }
}

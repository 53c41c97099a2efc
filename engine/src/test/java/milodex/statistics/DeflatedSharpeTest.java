package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.matrix;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class DeflatedSharpeTest {

  private static final Figure UNKNOWN = Figure.undefined("only the number is known");

  @Test
  void theBestOfAHundredIsDeflatedAsPublished() {
    DeflatedSharpe deflated = published();
    same(value(deflated.benchmark()), expected("S-DSR-01").get("sr0_per_period"), 1e-9);
    same(value(deflated.probability()), expected("S-DSR-01").get("dsr"), 1e-9);
    assertThat(deflated.undeflated()).isFalse();
  }

  @Test
  void theKnownWrongAnswersAreNotGiven() {
    JsonNode wrong = expected("S-DSR-02");
    double right = value(published().probability());
    for (String mistake :
        new String[] {
          "annual_sr_and_annual_var_with_T_1250",
          "variance_not_deannualised",
          "excess_kurtosis_passed_as_kurtosis",
          "N_equal_1"
        }) {
      assertThat(right).isNotCloseTo(wrong.get(mistake).asDouble(), within(1e-3));
    }
    Moments moments = moments(0);
    assertThat(DeflatedSharpe.of(moments, 1, Figure.of(0.002)).undeflated()).isTrue();
    same(
        value(DeflatedSharpe.of(moments, 1, Figure.of(0.002)).probability()),
        wrong.get("N_equal_1"),
        1e-9);
    assertThatThrownBy(() -> moments(3)).hasMessageContaining("excess");
  }

  @Test
  void theVerdictGoesFromACoinFlipToNearlyConvincingWithN() {
    JsonNode expected = expected("S-DSR-03");
    double[][] trials = matrix("trials_a.csv", 1, 0);
    TrialSharpes sharpes = TrialSharpes.of(trials);
    int best = sharpes.best().orElseThrow();
    Moments selected = Moments.of(Columns.of(trials)[best]);
    assertThat(best).isEqualTo(expected.get("best_column").asInt());
    same(value(selected.sharpe()), expected.get("best_sr"), 1e-9);
    same(value(sharpes.variance()), expected.get("var_sr"), 1e-9);
    same(value(selected.skew()), expected.get("skew"), 1e-8);
    same(value(selected.kurtosis()), expected.get("kurt"), 1e-8);
    double[] n = doubles(expected.get("N"));
    for (int i = 0; i < n.length; i++) {
      DeflatedSharpe deflated = DeflatedSharpe.of(selected, n[i], sharpes.variance());
      same(value(deflated.benchmark()), expected.get("sr0").get(i), 1e-8);
      same(value(deflated.probability()), expected.get("dsr").get(i), 1e-8);
    }
    DeflatedRange range =
        DeflatedRange.of(
            selected, StandardError.mertens(selected), n[2], n[1], n[0], sharpes.variance());
    same(value(range.lowest().probability()), expected.get("dsr").get(2), 1e-8);
    same(value(range.used().probability()), expected.get("dsr").get(1), 1e-8);
    same(value(range.highest().probability()), expected.get("dsr").get(0), 1e-8);
  }

  @Test
  void moreTrialsAndWiderScatterDeflateMore() {
    Seeds.forEachSeed(
        100,
        seed -> {
          Moments moments = Moments.of(Noise.returns(seed, 100, 0.1));
          double n = Seeds.random(seed).nextDouble(1, 500);
          Figure variance = Figure.of(Seeds.random(seed).nextDouble(1e-5, 1e-3));
          double dsr = value(DeflatedSharpe.of(moments, n, variance).probability());
          assertThat(value(DeflatedSharpe.of(moments, n + 1, variance).probability()))
              .isLessThan(dsr);
          assertThat(
                  value(DeflatedSharpe.of(moments, n + 1, variance.map(v -> 2 * v)).probability()))
              .isLessThan(value(DeflatedSharpe.of(moments, n + 1, variance).probability()));
        });
  }

  @Test
  void scaleIsNoPartOfIt() {
    double[] returns = Noise.returns(1, 100, 0.1);
    Figure variance = Figure.of(0.001);
    double dsr = value(DeflatedSharpe.of(Moments.of(returns), 9, variance).probability());
    assertThat(
            value(
                DeflatedSharpe.of(Moments.of(Noise.scaled(returns, 12)), 9, variance)
                    .probability()))
        .isCloseTo(dsr, within(1e-9));
  }

  @Test
  void oneTrialIsNotDeflatedAndSaysSo() {
    Moments moments = Moments.standardised(100, 0.1, 0, 3);
    DeflatedSharpe single = DeflatedSharpe.of(moments, 1, UNKNOWN);
    assertThat(single.undeflated()).isTrue();
    assertThat(single.benchmark()).isEqualTo(Figure.of(0));
    assertThat(single.probability()).isEqualTo(ProbabilisticSharpe.atEstimate(moments, 0));
  }

  @Test
  void identicalTrialsAndUnknownScatterTakeTheVarianceOfOneTrial() {
    Moments moments = Moments.standardised(101, 0.1, 0, 3);
    double ofOne = (1 + 0.5 * 0.01) / 100;
    for (Figure variance : new Figure[] {UNKNOWN, Figure.of(0), Figure.of(1e-20)}) {
      DeflatedSharpe deflated = DeflatedSharpe.of(moments, 10, variance);
      assertThat(value(deflated.variance())).isCloseTo(ofOne, within(1e-15));
      assertThat(value(deflated.benchmark()))
          .isCloseTo(Math.sqrt(ofOne) * 1.57459830135, within(1e-9));
    }
  }

  @Test
  void aLargerErrorIsMoreCautious() {
    Moments moments = Moments.standardised(100, 0.3, 0, 3);
    Figure variance = Figure.of(0.001);
    assertThat(value(DeflatedSharpe.withError(moments, Figure.of(0.2), 5, variance).probability()))
        .isLessThan(value(DeflatedSharpe.of(moments, 5, variance).probability()));
  }

  @Test
  void whatIsShortOrFlatHasNoDeflatedRatio() {
    assertUndefined(
        DeflatedSharpe.of(Moments.of(new double[2]), 5, Figure.of(0.1)).probability(),
        "the returns do not vary");
    assertUndefined(
        DeflatedSharpe.of(Moments.of(new double[0]), 5, UNKNOWN).benchmark(),
        "fewer than two returns");
    assertUndefined(
        DeflatedSharpe.atBenchmark(Moments.of(new double[9]), 5, UNKNOWN, 0),
        "the returns do not vary");
    Moments moments = Moments.standardised(100, 0.1, 0, 3);
    assertThatThrownBy(() -> DeflatedSharpe.of(moments, 0, UNKNOWN)).hasMessageContaining("trials");
    assertThatThrownBy(() -> DeflatedSharpe.of(moments, 2, Figure.of(-1)))
        .hasMessageContaining("variance");
    assertThatThrownBy(() -> DeflatedRange.of(moments, Figure.of(1), 5, 4, 9, UNKNOWN))
        .hasMessageContaining("used");
  }

  private static DeflatedSharpe published() {
    JsonNode in = inputs("S-DSR-01");
    double variance = in.get("var_sr_annual").asDouble() / in.get("periods_per_year").asDouble();
    return DeflatedSharpe.of(moments(0), in.get("N").asDouble(), Figure.of(variance));
  }

  /// The published trial, with `less` taken from its kurtosis.
  private static Moments moments(double less) {
    JsonNode in = inputs("S-DSR-01");
    return Moments.standardised(
        in.get("T").asInt(),
        in.get("sr_annual").asDouble() / Math.sqrt(in.get("periods_per_year").asDouble()),
        in.get("skew").asDouble(),
        in.get("kurt").asDouble() - less);
  }
}

package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.column;
import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.LongStream;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class ProbabilisticSharpeTest {

  @Test
  void negativeSkewMakesAShortRecordLessConvincing() {
    JsonNode in = inputs("S-PSR-01");
    for (int i = 0; i < in.get("cases").size(); i++) {
      JsonNode shape = in.get("cases").get(i);
      Moments moments =
          Moments.standardised(
              in.get("T").asInt(),
              in.get("sr").asDouble(),
              shape.get("skew").asDouble(),
              shape.get("kurt").asDouble());
      same(
          value(ProbabilisticSharpe.atEstimate(moments, 0)),
          expected("S-PSR-01").get("psr").get(i),
          1e-9);
    }
  }

  @Test
  void dailyReturnsConvinceAsMuchAsOtherProgramsSay() {
    Moments moments = Moments.of(column("returns_daily_a.csv", "r"));
    double[] benchmarks = doubles(inputs("S-PSR-02").get("sr0_per_period"));
    for (int i = 0; i < benchmarks.length; i++) {
      same(
          value(ProbabilisticSharpe.atEstimate(moments, benchmarks[i])),
          expected("S-PSR-02").get("psr").get(i),
          1e-8);
      same(
          value(MinTrackRecord.atEstimate(moments, benchmarks[i], 0.95)),
          expected("S-PSR-02").get("mintrl").get(i),
          1e-8);
    }
  }

  @Test
  void theConventionOfTheNullIsItsAuthors() {
    JsonNode expected = expected("S-PSR-03");
    Moments moments = skewed();
    same(value(ProbabilisticSharpe.atBenchmark(moments, 0, 0)), expected.get("psr_sr0_0"), 1e-9);
    same(
        value(ProbabilisticSharpe.atBenchmark(moments, 0.1, 0)), expected.get("psr_sr0_0.1"), 1e-9);
    same(value(MinTrackRecord.atBenchmark(moments, 0, 0.9, 0)), expected.get("mintrl_sr0_0"), 1e-9);
    same(
        value(MinTrackRecord.atBenchmark(moments, 0.1, 0.9, 0)),
        expected.get("mintrl_sr0_0.1"),
        1e-9);
    same(value(SharpePower.critical(moments, 0, 0.1, 0)), expected.get("critical_sr"), 1e-9);
    double power = value(SharpePower.power(moments, 0, 0.5, 0.1, 0));
    same(power, expected.get("power"), 1e-9);
    assertThat(SharpePower.falseDiscoveries(power, 0.1, 0.1))
        .isCloseTo(expected.get("pFDR").asDouble(), within(1e-9));
  }

  @Test
  void theBestOfTenIsJudgedUnderTheNullAsItsAuthorsDo() {
    JsonNode expected = expected("S-PSR-03");
    Figure variance = Figure.of(inputs("S-PSR-03").get("var_trials").asDouble());
    double luck = value(DeflatedSharpe.of(skewed(), 10, variance).benchmark());
    same(luck, expected.get("emax_K10"), 1e-9);
    same(value(ProbabilisticSharpe.atBenchmark(skewed(), luck, 0)), expected.get("dsr_K1"), 1e-9);
    same(
        value(DeflatedSharpe.atBenchmark(skewed(), 10, variance, 0)),
        expected.get("dsr_K10"),
        1e-9);
  }

  @Test
  void aGateTakesTheSmallerOfTheTwoConventions() {
    ProbabilisticSharpe negative = ProbabilisticSharpe.of(skewed(), 0, 0);
    assertThat(negative.smaller()).isEqualTo(negative.atEstimate());
    ProbabilisticSharpe positive =
        ProbabilisticSharpe.of(Moments.standardised(24, 0.456, 2.448, 10.164), 0, 0);
    assertThat(positive.smaller()).isEqualTo(positive.atBenchmark());
  }

  @Test
  void autocorrelationWeakensTheNullConvention() {
    Moments moments = Moments.standardised(250, 0.1, 0, 3);
    assertThat(value(ProbabilisticSharpe.atBenchmark(moments, 0, 0.3)))
        .isLessThan(value(ProbabilisticSharpe.atBenchmark(moments, 0, 0)));
  }

  @Test
  void aLongerRecordConvincesMoreAndFatterTailsLess() {
    Seeds.forEachSeed(
        100,
        seed -> {
          var random = Seeds.random(seed);
          double sharpe = random.nextDouble(0.01, 0.4);
          double skew = random.nextDouble(-1, 1);
          double kurtosis = 3 + random.nextDouble(0, 5);
          int n = random.nextInt(10, 200);
          double psr = psr(n, sharpe, skew, kurtosis);
          assertThat(psr(n + 10, sharpe, skew, kurtosis)).isGreaterThan(psr);
          assertThat(psr(n, sharpe, skew, kurtosis + 1)).isLessThan(psr);
        });
  }

  @Test
  void theOtherSideOfABetHasTheOtherProbabilityAndScaleHasNone() {
    Seeds.forEachSeed(
        50,
        seed -> {
          double[] returns = Noise.returns(seed, 40, 0.05);
          double psr = value(ProbabilisticSharpe.atEstimate(Moments.of(returns), 0));
          Moments negated = Moments.of(Noise.scaled(returns, -1));
          Moments scaled = Moments.of(Noise.scaled(returns, 3.3));
          assertThat(value(ProbabilisticSharpe.atEstimate(negated, 0)))
              .isCloseTo(1 - psr, within(1e-9));
          assertThat(value(ProbabilisticSharpe.atEstimate(scaled, 0))).isCloseTo(psr, within(1e-9));
        });
  }

  @Test
  void noiseConvincesInOneOfTwentyCases() {
    long convinced =
        LongStream.rangeClosed(1, 2000)
            .mapToObj(seed -> Moments.of(Noise.returns(seed, 250, 0)))
            .filter(moments -> value(ProbabilisticSharpe.atEstimate(moments, 0)) >= 0.95)
            .count();
    assertThat(convinced / 2000.0).isBetween(0.035, 0.065);
  }

  @Test
  void whatIsShortOrFlatHasNoProbability() {
    assertUndefined(
        ProbabilisticSharpe.atEstimate(Moments.of(new double[] {1, 2}), 0),
        "fewer than three returns");
    assertUndefined(
        ProbabilisticSharpe.atBenchmark(Moments.of(new double[] {}), 0, 0),
        "fewer than three returns");
    assertUndefined(
        ProbabilisticSharpe.of(Moments.of(new double[9]), 0, 0).smaller(),
        "the returns do not vary");
    assertUndefined(
        ProbabilisticSharpe.withError(skewed(), Figure.of(0), 0), "the standard error is zero");
    assertThatThrownBy(() -> ProbabilisticSharpe.atEstimate(skewed(), Double.NaN))
        .hasMessageContaining("benchmark");
    assertThatThrownBy(() -> ProbabilisticSharpe.atBenchmark(skewed(), 0, 1))
        .hasMessageContaining("rho");
  }

  private static double psr(int n, double sharpe, double skew, double kurtosis) {
    return value(
        ProbabilisticSharpe.atEstimate(Moments.standardised(n, sharpe, skew, kurtosis), 0));
  }

  private static Moments skewed() {
    JsonNode in = inputs("S-PSR-03");
    return Moments.standardised(
        in.get("T").asInt(),
        in.get("sr").asDouble(),
        in.get("skew").asDouble(),
        in.get("kurt").asDouble());
  }
}

package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.column;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class AnnualSharpeTest {

  @Test
  void theFactorOfAnAutoregressionIsLos() {
    JsonNode cases = inputs("S-ETA-01").get("cases_rho_q");
    for (int i = 0; i < cases.size(); i++) {
      double eta = AnnualSharpe.eta(cases.get(i).get(0).asDouble(), cases.get(i).get(1).asInt());
      same(eta, expected("S-ETA-01").get("eta").get(i), 1e-9);
    }
  }

  @Test
  void trendingMonthsMakeTheNaiveAnnualRatioTooHigh() {
    JsonNode expected = expected("S-SR-03");
    double[] months = column("returns_monthly_a.csv", "r");
    AnnualSharpe annual = AnnualSharpe.of(months, 12, 11);
    same(value(Moments.of(months).sharpe()), expected.get("sharpe_monthly"), 1e-8);
    same(
        value(AnnualSharpe.eta(Autocorrelation.upTo(11, months), 12)), expected.get("eta12"), 1e-8);
    same(value(annual.adjusted()), expected.get("sharpe_annual_lo"), 1e-8);
    same(value(annual.naive()), expected.get("sharpe_annual_sqrt12"), 1e-8);
    assertThat(annual.lags()).isEqualTo(11);
  }

  @Test
  void theClosedFormIsTheSumOverThePowersOfItsCoefficient() {
    Seeds.forEachSeed(
        50,
        seed -> {
          double rho = Seeds.random(seed).nextDouble(-0.9, 0.9);
          int q = Seeds.random(seed).nextInt(1, 60);
          List<Figure> powers =
              IntStream.range(1, q).mapToObj(k -> Figure.of(Math.pow(rho, k))).toList();
          assertThat(AnnualSharpe.eta(rho, q))
              .isCloseTo(value(AnnualSharpe.eta(powers, q)), within(1e-9));
        });
  }

  @Test
  void lagsBeyondThePeriodAreNotEstimated() {
    assertThat(AnnualSharpe.of(Noise.returns(1, 100, 0.1), 4, 50).lags()).isEqualTo(3);
    AnnualSharpe one = AnnualSharpe.of(Noise.returns(1, 100, 0.1), 1, 5);
    assertThat(one.adjusted()).isEqualTo(one.naive());
  }

  @Test
  void noisyAutocorrelationsThatLeaveNoVarianceLeaveTheNaiveRatio() {
    double[] seesaw = new double[40];
    for (int i = 0; i < seesaw.length; i++) {
      seesaw[i] = (i % 2 == 0 ? 0.01 : -0.01) + 0.0001;
    }
    AnnualSharpe annual = AnnualSharpe.of(seesaw, 12, 1);
    assertUndefined(annual.adjusted(), "the estimated autocorrelations leave no variance");
    assertThat(value(annual.naive())).isPositive();
  }

  @Test
  void whatIsShortOrFlatHasNoAnnualRatio() {
    assertUndefined(AnnualSharpe.of(Noise.constant(20, 0), 12, 2).adjusted(), Moments.FLAT);
    assertUndefined(
        AnnualSharpe.of(new double[] {0.1, 0.2}, 12, 3).adjusted(), "too few values for lag 1");
    assertUndefined(AnnualSharpe.of(new double[0], 12, 0).naive(), "no returns");
    assertThatThrownBy(() -> AnnualSharpe.eta(1, 12)).hasMessageContaining("rho");
    assertThatThrownBy(() -> AnnualSharpe.eta(0.5, 0)).hasMessageContaining("q");
  }
}

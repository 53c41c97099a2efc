package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class ResampledReturnsTest {

  private static final double[] DAILY = Vectors.column("returns_daily_a.csv", "r");

  @Test
  void statedResamplesGiveTheStatisticsOfTheirReturns() {
    Resamples resamples = Resamples.of(new int[][] {{0, 1, 2}, {2, 2, 1}, {1, 1, 1}}, 2);
    ResampledReturns returns = ResampledReturns.of(resamples, new double[] {1, -0.5, 0.25});
    assertClose(returns.means().quantile(0), -0.5);
    assertClose(returns.means().quantile(0.5), 0);
    assertClose(returns.means().quantile(1), 0.25);
    assertClose(returns.drawdowns().quantile(0.6), 0.5);
    assertClose(returns.drawdowns().quantile(1), 0.875);
    assertThat(returns.sharpes().count()).isEqualTo(2);
    assertThat(returns.sharpes().unknown()).isEqualTo(1);
    assertClose(returns.sharpes().quantile(1), 0.25 / 0.75);
    assertThat(returns.equityBand(0, 0.5, 1))
        .isDeepEqualTo(new double[][] {{0.5, 0.25, 0.125}, {1.25, 1, 0.78125}, {2, 1.5625, 1.25}});
  }

  @Test
  void theSpreadOfTheMeanIsTheExactOne() {
    Resamples resamples = Resamples.stationary(500, 4_000, 10, 2);
    double spread = value(ResampledReturns.of(resamples, DAILY).means().standardError());
    double exact = value(StationaryBootstrap.standardErrorOfMean(DAILY, 10));
    assertThat(spread / exact).isCloseTo(1, within(0.05));
  }

  @Test
  void quantilesRiseWithTheirLevelAndTheBandHoldsTheLastEquity() {
    Seeds.forEachSeed(
        10,
        seed -> {
          ResampledReturns returns =
              ResampledReturns.of(Resamples.stationary(500, 99, 8, seed), DAILY);
          double[][] band = returns.equityBand(0.05, 0.5, 0.95);
          for (int t = 0; t < 500; t++) {
            assertThat(band[1][t]).isBetween(band[0][t], band[2][t]);
          }
          double equity = Arrays.stream(DAILY).reduce(1, (all, r) -> all * (1 + r));
          assertThat(equity).isBetween(band[0][499], band[2][499]);
          BootstrapDistribution falls = returns.drawdowns();
          assertThat(value(falls.quantile(0.95))).isBetween(value(falls.quantile(0.5)), 1.0);
        });
  }

  @Test
  void theShareOfALargeValueIsSmallAndNeverNothing() {
    BootstrapDistribution falls =
        ResampledReturns.of(Resamples.stationary(500, 99, 8, 1), DAILY).drawdowns();
    assertThat(falls.shareAtOrAbove(1)).isEqualTo(Figure.of(0.01));
    assertThat(falls.shareAtOrAbove(0)).isEqualTo(Figure.of(1));
    assertThat(value(falls.shareAtOrAbove(value(falls.quantile(0.9))))).isEqualTo(0.11);
  }

  @Test
  void constantReturnsHaveNoSharpeAndOneReturnNoSpread() {
    double[] constant = new double[20];
    Arrays.fill(constant, 0.001);
    Resamples resamples = Resamples.stationary(20, 9, 3, 1);
    BootstrapDistribution sharpes = ResampledReturns.of(resamples, constant).sharpes();
    assertUndefined(sharpes.quantile(0.5), "no resample has a value");
    assertUndefined(sharpes.standardError(), "fewer than 2 resamples have a value");
    assertUndefined(sharpes.shareAtOrAbove(0), "no resample has a value");
    assertThat(sharpes.unknown()).isEqualTo(9);
    ResampledReturns one = ResampledReturns.of(Resamples.stationary(1, 9, 1, 1), new double[] {-1});
    assertThat(one.drawdowns().quantile(0.5)).isEqualTo(Figure.of(1));
    assertThat(one.sharpes().count()).isZero();
  }

  @Test
  void aCallersMistakeIsNamed() {
    Resamples two = Resamples.stationary(2, 9, 1, 1);
    assertThatThrownBy(() -> ResampledReturns.of(two, new double[] {0.1, -1.5}))
        .hasMessageContaining("returns");
    assertThatThrownBy(() -> ResampledReturns.of(two, new double[] {0.1, Double.NaN}))
        .hasMessageContaining("not finite");
    assertThatThrownBy(() -> ResampledReturns.of(two, new double[3])).hasMessageContaining("3");
    ResampledReturns fine = ResampledReturns.of(two, new double[2]);
    assertThatThrownBy(() -> fine.equityBand(1.1)).hasMessageContaining("level");
    assertThatThrownBy(() -> fine.means().quantile(-0.1)).hasMessageContaining("level");
    assertThatThrownBy(() -> fine.means().shareAtOrAbove(Double.NaN)).hasMessageContaining("value");
  }
}

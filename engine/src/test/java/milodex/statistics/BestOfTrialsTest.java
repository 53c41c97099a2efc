package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import milodex.Seeds;
import org.junit.jupiter.api.Test;

class BestOfTrialsTest {

  @Test
  void oneTrialIsNormalAroundZero() {
    BestOfTrials one = new BestOfTrials(1, 0.5);

    assertThat(one.density(0)).isCloseTo(2 / Math.sqrt(2 * Math.PI), within(1e-12));
    assertThat(one.density(-0.3)).isCloseTo(one.density(0.3), within(1e-12));
    assertThat(one.chanceOf(0)).isCloseTo(0.5, within(1e-12));
    assertThat(one.chanceOf(1)).isCloseTo(0.0227501319481792, within(1e-12));
    assertThat(one.quantile(0.975)).isCloseTo(0.5 * 1.959963984540054, within(1e-9));
  }

  @Test
  void allOfSeveralTrialsMustStayBelowForTheBestToStayBelow() {
    assertThat(new BestOfTrials(4, 2).chanceOf(0)).isCloseTo(1 - 1 / 16.0, within(1e-12));
    assertThat(new BestOfTrials(2, 1).density(0))
        .isCloseTo(1 / Math.sqrt(2 * Math.PI), within(1e-12));
  }

  @Test
  void itsMassIsOneAndItsMeanThatOfTheExpectedMaximum() {
    Seeds.forEachSeed(
        50,
        seed -> {
          double trials = Math.exp(Seeds.random(seed).nextDouble(0, 8));
          double deviation = Seeds.random(seed).nextDouble(0.1, 3);
          BestOfTrials best = new BestOfTrials(trials, deviation);
          double step = deviation / 200;
          double mass = 0;
          double mean = 0;
          for (double ratio = -9 * deviation; ratio < 9 * deviation; ratio += step) {
            mass += best.density(ratio) * step;
            mean += ratio * best.density(ratio) * step;
          }
          assertThat(mass).isCloseTo(1, within(1e-6));
          assertThat(mean / deviation).isCloseTo(ExpectedMaximum.exact(trials), within(1e-5));
        });
  }

  @Test
  void aQuantileIsPassedAsOftenAsItSays() {
    Seeds.forEachSeed(
        100,
        seed -> {
          double share = Seeds.random(seed).nextDouble(0.001, 0.999);
          BestOfTrials best = new BestOfTrials(1 + seed * seed, 0.7);
          assertThat(best.chanceOf(best.quantile(share))).isCloseTo(1 - share, within(1e-9));
        });
  }

  @Test
  void whatIsNoTrialOrNoDeviationIsTheCallersMistake() {
    assertThatThrownBy(() -> new BestOfTrials(0.5, 1)).hasMessageContaining("trials");
    assertThatThrownBy(() -> new BestOfTrials(2, 0)).hasMessageContaining("deviation");
    assertThatThrownBy(() -> new BestOfTrials(2, Double.NaN)).hasMessageContaining("deviation");
    BestOfTrials best = new BestOfTrials(2, 1);
    assertThatThrownBy(() -> best.density(Double.NaN)).hasMessageContaining("ratio");
    assertThatThrownBy(() -> best.quantile(1)).hasMessageContaining("probability");
  }
}

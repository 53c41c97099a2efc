package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class ResamplesTest {

  @Test
  void aSeedGivesItsResamplesAgainAndAnotherSeedOthers() {
    Resamples first = Resamples.stationary(50, 3, 5, 7);
    assertThat(Resamples.stationary(50, 3, 5, 7).indices(2)).isEqualTo(first.indices(2));
    assertThat(Resamples.stationary(50, 3, 5, 8).indices(2)).isNotEqualTo(first.indices(2));
    assertThat(first.indices(1)).isNotEqualTo(first.indices(2));
  }

  @Test
  void statedIndicesAreKept() {
    Seeds.forEachSeed(
        100,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          int length = 1 + random.nextInt(12);
          int[][] indices = new int[4][length];
          for (int[] path : indices) {
            StationaryBootstrap.draw(path, 1 + 8 * random.nextDouble(), random);
          }
          Resamples resamples = Resamples.of(indices, 2);
          double[] series = random.doubles(length).toArray();
          double[] drawn = new double[length];
          for (int b = 0; b < 4; b++) {
            assertThat(resamples.indices(b)).isEqualTo(indices[b]);
            resamples.resample(b, series, drawn);
            assertThat(drawn)
                .isEqualTo(Arrays.stream(indices[b]).mapToDouble(i -> series[i]).toArray());
          }
        });
  }

  @Test
  void blocksHaveTheMeanLengthAskedForAndBeginAnywhere() {
    Resamples resamples = Resamples.stationary(1_000, 500, 8, 3);
    int blocks = resamples.firstBlock(500);
    assertThat(500 * 1_000.0 / blocks).isCloseTo(8, within(0.2));
    double mean = Arrays.stream(resamples.starts(), 0, blocks).average().orElseThrow();
    assertThat(mean).isCloseTo(499.5, within(6.0));
    assertThat(Arrays.stream(resamples.starts(), 0, blocks).max()).hasValue(999);
    assertThat(Arrays.stream(resamples.starts(), 0, blocks).min()).hasValue(0);
  }

  @Test
  void aPathBeginsAnywhereHoweverLongItsBlocks() {
    for (double meanBlock : new double[] {1, 2, 50}) {
      Resamples resamples = Resamples.stationary(100, 2_000, meanBlock, 3);
      int[] firsts = IntStream.range(0, 2_000).map(b -> resamples.indices(b)[0]).toArray();
      assertThat(Arrays.stream(firsts).average().orElseThrow()).isCloseTo(49.5, within(2.5));
    }
  }

  @Test
  void aCallersMistakeIsNamed() {
    assertThatThrownBy(() -> Resamples.stationary(0, 1, 1, 1)).hasMessageContaining("length");
    assertThatThrownBy(() -> Resamples.stationary(1, 0, 1, 1)).hasMessageContaining("count");
    assertThatThrownBy(() -> Resamples.stationary(1, 1, Double.NaN, 1))
        .hasMessageContaining("meanBlock");
    assertThatThrownBy(() -> Resamples.of(new int[0][], 1)).hasMessageContaining("indices");
    assertThatThrownBy(() -> Resamples.of(new int[][] {{0, 1}, {0}}, 1))
        .hasMessageContaining("different lengths");
    assertThatThrownBy(() -> Resamples.of(new int[][] {{0, 2}}, 1))
        .hasMessageContaining("out of range");
  }
}

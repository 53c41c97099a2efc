package milodex.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class ResampledSumsTest {

  @Test
  void bothWaysGiveTheSumOfTheValuesDrawn() {
    Seeds.forEachSeed(
        100,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          int length = 1 + random.nextInt(60);
          double block = seed % 4 == 0 ? 1 : 1 + 12 * random.nextDouble();
          Resamples resamples =
              Resamples.stationary(length, 1 + random.nextInt(40), block, random.nextLong());
          double[][] centred = new double[random.nextInt(20)][];
          Arrays.setAll(centred, k -> Series.centred(random.doubles(length).toArray(), "column"));
          double[][] byBlocks = ResampledSums.byBlocks(resamples, centred);
          double[][] byProduct = ResampledSums.byProduct(resamples, centred);
          double[][] either = ResampledSums.of(resamples, centred);
          for (int b = 0; b < resamples.count(); b++) {
            double[] drawn = drawn(resamples.indices(b), centred);
            assertThat(byBlocks[b]).containsExactly(drawn, within(1e-11));
            assertThat(byProduct[b]).containsExactly(drawn, within(1e-11));
            assertThat(either[b]).containsExactly(drawn, within(1e-11));
          }
        });
  }

  @Test
  void atTheSizeOfAFamilyBothWaysAgree() {
    for (double block : new double[] {1, 2.5, 10}) {
      Resamples resamples = Resamples.stationary(2_500, 50, block, 9);
      double[][] centred = SpaFixture.noise(30, 2_500, 0, 9);
      Arrays.setAll(centred, k -> Series.centred(centred[k], "column"));
      double[][] byBlocks = ResampledSums.byBlocks(resamples, centred);
      double[][] byProduct = ResampledSums.byProduct(resamples, centred);
      for (int b = 0; b < resamples.count(); b++) {
        assertThat(byProduct[b]).containsExactly(byBlocks[b], within(1e-10));
      }
    }
  }

  private static double[] drawn(int[] path, double[][] columns) {
    return Arrays.stream(columns)
        .mapToDouble(column -> Arrays.stream(path).mapToDouble(index -> column[index]).sum())
        .toArray();
  }
}

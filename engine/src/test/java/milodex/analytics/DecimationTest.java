package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class DecimationTest {

  @Test
  void aShortSeriesIsKeptWhole() {
    assertThat(Decimation.minMax(new double[] {3, 1, 2, 5}, 4)).containsExactly(0, 1, 2, 3);
    assertThat(Decimation.minMax(new double[0], 4)).isEmpty();
  }

  @Test
  void endsAndExtremesOfALongSeriesStay() {
    Seeds.forEachSeed(
        100,
        seed -> {
          var random = Seeds.random(seed);
          double[] values = random.doubles(50 + random.nextInt(2_000)).toArray();
          int atMost = 4 + random.nextInt(45);
          int[] kept = Decimation.minMax(values, atMost);

          assertThat(kept).hasSizeLessThanOrEqualTo(atMost).isSorted().doesNotHaveDuplicates();
          assertThat(kept).startsWith(0).endsWith(values.length - 1);
          assertThat(Arrays.stream(kept).mapToDouble(i -> values[i]).max())
              .isEqualTo(Arrays.stream(values).max());
          assertThat(Arrays.stream(kept).mapToDouble(i -> values[i]).min())
              .isEqualTo(Arrays.stream(values).min());
        });
  }

  @Test
  void fewerThanFourPointsAreNoPicture() {
    assertThatThrownBy(() -> Decimation.minMax(new double[9], 3)).hasMessageContaining("four");
  }
}

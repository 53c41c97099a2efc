package milodex.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import milodex.Seeds;
import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void binsAreOfARoundWidthAndZeroPartsThem() {
    Histogram histogram = Histogram.of(new double[] {-0.5, 0, 0.5, 1, 3.9}, 6);

    assertThat(histogram.width()).isEqualTo(1);
    assertThat(histogram.bins())
        .extracting(Histogram.Bin::from, Histogram.Bin::to, Histogram.Bin::count)
        .containsExactly(
            tuple(-1.0, 0.0, 1),
            tuple(0.0, 1.0, 2),
            tuple(1.0, 2.0, 1),
            tuple(2.0, 3.0, 0),
            tuple(3.0, 4.0, 1));
  }

  @Test
  void zeroCanBelongToWhatLiesBelowIt() {
    assertThat(Histogram.closedAbove(new double[] {-0.5, 0, 0.5, 1, 1.5}, 4).bins())
        .containsExactly(
            new Histogram.Bin(-1, 0, 2), new Histogram.Bin(0, 1, 2), new Histogram.Bin(1, 2, 1));
    assertThat(Histogram.closedAbove(new double[] {0, -0.0}, 4).bins())
        .containsExactly(new Histogram.Bin(-1, 0, 2));
    assertThat(Histogram.closedAbove(new double[0], 4).bins()).isEmpty();
  }

  @Test
  void everyValueIsCountedOnceWhereItLies() {
    Seeds.forEachSeed(
        200,
        seed -> {
          var random = Seeds.random(seed);
          double[] values =
              random.doubles(1 + random.nextInt(300), -random.nextDouble(1e3), 1e-3).toArray();
          int atMost = 2 + random.nextInt(40);
          Histogram histogram = Histogram.of(values, atMost);

          assertThat(histogram.bins()).hasSizeLessThanOrEqualTo(atMost);
          assertThat(histogram.bins().stream().mapToInt(Histogram.Bin::count).sum())
              .isEqualTo(values.length);
          assertThat(histogram.bins().getFirst().count()).isPositive();
          assertThat(histogram.bins().getLast().count()).isPositive();
          assertThat(histogram.bins())
              .noneMatch(bin -> bin.from() < 0 && bin.to() > histogram.width() / 2);
        });
  }

  @Test
  void nothingButZeroesIsOneBinAndNoValueIsNone() {
    assertThat(Histogram.of(new double[] {0, 0}, 10).bins())
        .containsExactly(new Histogram.Bin(0, 1, 2));
    assertThat(Histogram.of(new double[0], 10).bins()).isEmpty();
  }

  @Test
  void oneBinAndWhatIsNoNumberAreRefused() {
    assertThatThrownBy(() -> Histogram.of(new double[] {1}, 1)).hasMessageContaining("two bins");
    assertThatThrownBy(() -> Histogram.of(new double[] {Double.NaN}, 5))
        .hasMessageContaining("finite");
  }
}

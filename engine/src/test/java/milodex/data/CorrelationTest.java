package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  @Test
  void whatMovesTogetherIsOneAndWhatMovesOppositeIsMinusOne() {
    double[] up = {100, 110, 99, 103.95};
    double[] scaled = {10, 11, 9.9, 10.395};
    double[] opposite = {100, 90, 99, 94.05};

    assertThat(Correlation.ofReturns(up, 3, scaled, 3, 3).getAsDouble())
        .isCloseTo(1, within(1e-12));
    assertThat(Correlation.ofReturns(up, 3, opposite, 3, 3).getAsDouble())
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void aPriceThatStandsStillHasNone() {
    assertThat(Correlation.ofReturns(new double[] {5, 5, 5}, 2, new double[] {1, 2, 3}, 2, 2))
        .isEmpty();
  }

  @Test
  void steadyGrowthDoesNotVaryWhateverTheRounding() {
    double[] steady = new double[61];
    double[] moving = new double[61];
    for (int i = 0; i < steady.length; i++) {
      steady[i] = 17 * Math.pow(1.001, i);
      moving[i] = 20 + Math.sin(i);
    }

    assertThat(Correlation.ofReturns(steady, 60, moving, 60, 60)).isEmpty();
    assertThat(Correlation.ofReturns(moving, 60, steady, 60, 60)).isEmpty();
  }

  @Test
  void itIsTheTextbookCorrelationOfTheReturnsThatEndWhereItIsTold() {
    Seeds.forEachSeed(
        50,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          double[] x = walk(random, 90);
          double[] y = walk(random, 70);
          int count = random.nextInt(2, 60);
          int lastX = random.nextInt(count, x.length);
          int lastY = random.nextInt(count, y.length);

          assertThat(Correlation.ofReturns(x, lastX, y, lastY, count).getAsDouble())
              .isCloseTo(
                  textbook(returns(x, lastX, count), returns(y, lastY, count)), within(1e-9));
        });
  }

  private static double[] walk(RandomGenerator random, int n) {
    double[] prices = new double[n];
    prices[0] = 100;
    for (int i = 1; i < n; i++) {
      prices[i] = prices[i - 1] * Math.exp(random.nextGaussian() * 0.02);
    }
    return prices;
  }

  private static double[] returns(double[] prices, int last, int count) {
    double[] returns = new double[count];
    for (int i = 0; i < count; i++) {
      returns[i] = prices[last - count + 1 + i] / prices[last - count + i] - 1;
    }
    return returns;
  }

  private static double textbook(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += Math.pow(a[i] - meanA, 2);
      bb += Math.pow(b[i] - meanB, 2);
    }
    return ab / Math.sqrt(aa * bb);
  }
}

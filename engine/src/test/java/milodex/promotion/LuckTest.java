package milodex.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import milodex.Seeds;
import milodex.analytics.ReturnStreams;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// The more was tried beside a candidate, the less its result is worth.
class LuckTest {

  private static final int DRAWS = 499;

  @Test
  void manyTrialsBesideItRaiseThePOfTheSameReturns() {
    ReturnStreams good = streams(Seeds.random(1), 1_000, 0.06);
    double alone = p(Luck.ofNet(good, Multiplicity.ALONE, DRAWS, 1));
    double amongMany = p(Luck.ofNet(good, noise(60), DRAWS, 1));

    assertThat(alone).isLessThan(0.15);
    assertThat(amongMany).isGreaterThan(alone + 0.1);
  }

  @Test
  void aTrialThatCannotBeResampledAddsItsShareAndNeverHelps() {
    ReturnStreams good = streams(Seeds.random(1), 1_000, 0.06);
    double alone = p(Luck.ofNet(good, Multiplicity.ALONE, DRAWS, 1));

    for (int without : new int[] {1, 3, 1_000_000}) {
      assertThat(p(Luck.ofNet(good, new Multiplicity(List.of(), without), DRAWS, 1)))
          .isEqualTo(Math.min(1, alone + without * alone), within(1e-12));
    }
  }

  @Test
  void whatItsMarketExplainsIsNoSkillBesideIt() {
    RandomGenerator random = Seeds.random(7);
    double[] market = returns(random, 2_000, 0.08);
    double[] own = returns(random, 2_000, 0);
    double[] net = IntStream.range(0, 2_000).mapToDouble(i -> market[i] + 0.1 * own[i]).toArray();
    double[] beside = IntStream.range(0, 2_000).mapToDouble(i -> 0.1 * own[i]).toArray();
    ReturnStreams streams = new ReturnStreams(days(2_000), net, beside);

    assertThat(p(Luck.ofNet(streams, Multiplicity.ALONE, DRAWS, 1))).isLessThan(0.05);
    assertThat(p(Luck.besideUniverse(streams, Multiplicity.ALONE, DRAWS, 1))).isGreaterThan(0.05);
  }

  @Test
  void returnsThatAreShortOrNeverVaryAreUndefinedWithTheReason() {
    ReturnStreams flat = new ReturnStreams(days(500), new double[500], new double[500]);
    ReturnStreams brief = streams(Seeds.random(1), 5, 0);

    assertThat(Luck.ofNet(flat, noise(3), DRAWS, 1).p()).isInstanceOf(Figure.Undefined.class);
    assertThat(Luck.ofNet(brief, noise(3), DRAWS, 1).p()).isInstanceOf(Figure.Undefined.class);
    assertThat(Luck.ofBest(flat, noise(3), DRAWS, 1)).isInstanceOf(Figure.Undefined.class);
  }

  @Test
  void aSessionThatAnotherTrialDidNotLookAtIsAFlatDayOfIt() {
    assertThat(
            Alignment.along(
                new int[] {10, 11, 14, 15, 16},
                new int[] {9, 11, 13, 15},
                new double[] {1, 2, 3, 4}))
        .containsExactly(0, 2, 0, 4, 0);
  }

  private static double p(Luck luck) {
    return switch (luck.p()) {
      case Figure.Known(double value) -> value;
      case Figure.Undefined(String why) -> throw new AssertionError(why);
    };
  }

  private static Multiplicity noise(int trials) {
    List<Multiplicity.Other> others = new ArrayList<>();
    for (int k = 0; k < trials; k++) {
      others.add(new Multiplicity.Other(streams(Seeds.random(100 + k), 1_000, 0), false));
    }
    return new Multiplicity(others, 0);
  }

  private static ReturnStreams streams(RandomGenerator random, int sessions, double sharpe) {
    double[] returns = returns(random, sessions, sharpe);
    return new ReturnStreams(days(sessions), returns, returns);
  }

  private static double[] returns(RandomGenerator random, int sessions, double sharpe) {
    return IntStream.range(0, sessions)
        .mapToDouble(_ -> 0.01 * (sharpe + random.nextGaussian()))
        .toArray();
  }

  private static int[] days(int sessions) {
    return IntStream.range(19_000, 19_000 + sessions).toArray();
  }
}

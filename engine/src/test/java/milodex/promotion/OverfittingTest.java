package milodex.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import milodex.Seeds;
import milodex.analytics.Histogram;
import milodex.analytics.ReturnStreams;
import milodex.promotion.Requirement.Status;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// What the best of one half of the sessions is worth in the other.
class OverfittingTest {

  private static final int SESSIONS = 320;

  @Test
  void aFamilyTooSmallToBeRankedIsNotMeasuredAndLuckStandsIn() {
    Overfitting found = Overfitting.of(noise(Seeds.random(1), 0), beside(Seeds.random(2), 8));

    assertThat(found.trials()).isEqualTo(9);
    assertThat(found.pbo())
        .isEqualTo(Figure.undefined("the family has 9 of the 10 trials that ranks need"));
    assertThat(found.logits().bins()).isEmpty();
    assertThat(found.splits()).isZero();
    assertThat(found.requirement(Policy.CURRENT).status()).isInstanceOf(Status.NotApplicable.class);
  }

  @Test
  void theLogitsUpToZeroAreTheSplitsThatTheProbabilityCounts() {
    Seeds.forEachSeed(
        5,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          Overfitting found =
              Overfitting.of(noise(random, 0), beside(random, 9 + random.nextInt(4)));

          assertThat(found.splits()).isEqualTo(12_870);
          assertThat(found.logits().bins().stream().mapToInt(Histogram.Bin::count).sum())
              .isEqualTo(found.splits());
          int below =
              found.logits().bins().stream()
                  .filter(bin -> bin.to() <= 0)
                  .mapToInt(Histogram.Bin::count)
                  .sum();
          assertThat(found.pbo().map(pbo -> pbo * found.splits()))
              .isInstanceOfSatisfying(
                  Figure.Known.class,
                  known -> assertThat(known.value()).isEqualTo(below, within(1e-6)));
        });
  }

  @Test
  void aTrialThatIsTrulyBetterHoldsUpAndItsFamilyIsNotOverfitted() {
    Overfitting found = Overfitting.of(noise(Seeds.random(3), 0.5), beside(Seeds.random(4), 11));

    assertThat(found.pbo()).isEqualTo(Figure.of(0));
    assertThat(found.medianLogit().isPositive()).isTrue();
    assertThat(found.requirement(Policy.CURRENT).status()).isInstanceOf(Status.Pass.class);
  }

  @Test
  void trialsOfOtherFamiliesAndThoseThatAreAlikeSayNothing() {
    List<Multiplicity.Other> strangers =
        beside(Seeds.random(5), 20).others().stream()
            .map(other -> new Multiplicity.Other(other.streams(), false))
            .toList();
    ReturnStreams one = noise(Seeds.random(6), 0);
    Multiplicity same =
        new Multiplicity(
            IntStream.range(0, 12).mapToObj(_ -> new Multiplicity.Other(one, true)).toList(), 0);

    assertThat(Overfitting.of(one, new Multiplicity(strangers, 0)).trials()).isEqualTo(1);
    assertThat(Overfitting.of(one, same).pbo()).isEqualTo(Figure.undefined("all trials are alike"));
    assertThat(Overfitting.of(one, same).requirement(Policy.CURRENT).status())
        .isInstanceOf(Status.Missing.class);
  }

  private static Multiplicity beside(RandomGenerator random, int family) {
    List<Multiplicity.Other> others = new ArrayList<>();
    for (int k = 0; k < family; k++) {
      others.add(new Multiplicity.Other(noise(random, 0), true));
    }
    return new Multiplicity(others, 0);
  }

  private static ReturnStreams noise(RandomGenerator random, double sharpe) {
    double[] net =
        IntStream.range(0, SESSIONS)
            .mapToDouble(_ -> 0.01 * (random.nextGaussian() + sharpe))
            .toArray();
    return new ReturnStreams(IntStream.range(0, SESSIONS).toArray(), net, net);
  }
}

package milodex.money;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FractionTest {

  @Test
  void sharesAddUp() {
    forEachSeed(
        300,
        seed -> {
          RandomGenerator random = random(seed);
          Fraction a = any(random);
          Fraction b = any(random);
          assertThat(a.plus(b)).isEqualTo(b.plus(a));
          assertThat(a.plus(b).minus(b)).isEqualTo(a);
          assertThat(a.minus(a)).isEqualTo(Fraction.ZERO);
          assertThat(Fraction.parse(a.toString())).isEqualTo(a);
          assertThat(Money.of(1000).times(a).plus(Money.of(1000).times(b)))
              .isEqualTo(Money.of(1000).times(a.plus(b)));
        });
  }

  @Test
  void aRulesWeightIsTheDecimalItWasWrittenAs() {
    assertThat(Fraction.of(0.1)).isEqualTo(Fraction.parse("0.1")).hasToString("0.1");
    assertThat(Fraction.of(0.30)).isLessThan(Fraction.of(0.45));
    assertThat(Fraction.of(0.08).toDouble()).isEqualTo(0.08);
    assertThat(Fraction.of(1.0)).isEqualTo(Fraction.ONE);
  }

  @Test
  void onlyZeroIsZero() {
    assertThat(Fraction.parse("0.00").isZero()).isTrue();
    assertThat(Fraction.parse("-0.01").isZero()).isFalse();
  }

  @Test
  void aFractionIsANumber() {
    assertThatThrownBy(() -> Fraction.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Fraction.parse("10%")).hasMessageContaining("'10%'");
  }

  private static Fraction any(RandomGenerator random) {
    return new Fraction(BigDecimal.valueOf(random.nextLong(-100_000, 100_000), 4));
  }
}

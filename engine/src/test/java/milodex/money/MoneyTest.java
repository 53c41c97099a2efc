package milodex.money;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void sumsDoNotDependOnOrderOrGrouping() {
    forEachSeed(
        500,
        seed -> {
          RandomGenerator random = random(seed);
          Money a = any(random);
          Money b = any(random);
          Money c = any(random);
          assertThat(a.plus(b)).isEqualTo(b.plus(a));
          assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
          assertThat(a.plus(b).minus(b)).isEqualTo(a);
          assertThat(a.minus(b)).isEqualTo(a.plus(b.negated()));
          assertThat(a.plus(Money.ZERO)).isEqualTo(a);
        });
  }

  @Test
  void timesSpreadsOverSums() {
    forEachSeed(
        500,
        seed -> {
          RandomGenerator random = random(seed);
          Money a = any(random);
          Money b = any(random);
          Fraction share = new Fraction(BigDecimal.valueOf(random.nextInt(-300, 300), 2));
          Quantity shares = new Quantity(BigDecimal.valueOf(random.nextLong(1_000_000_000L), 6));
          assertThat(a.plus(b).times(share)).isEqualTo(a.times(share).plus(b.times(share)));
          assertThat(a.plus(b).times(shares)).isEqualTo(a.times(shares).plus(b.times(shares)));
          assertThat(a.times(Fraction.ONE)).isEqualTo(a);
          assertThat(a.times(Quantity.of(2))).isEqualTo(a.plus(a));
        });
  }

  @Test
  void whatIsWrittenReadsBackAsItself() {
    forEachSeed(
        500,
        seed -> {
          Money money = any(random(seed));
          assertThat(Money.parse(money.toString())).isEqualTo(money);
          assertThat(money.toString()).doesNotContain("E");
        });
  }

  @Test
  void equalAmountsAreEqualHoweverTheyAreWritten() {
    assertThat(Money.parse("1.50")).isEqualTo(Money.parse("1.5")).hasToString("1.5");
    assertThat(Money.parse("100")).isEqualTo(Money.parse("1E+2")).hasToString("100");
    assertThat(Money.parse("0.000")).isEqualTo(Money.ZERO).hasToString("0");
    assertThat(Money.parse("-0.0")).isEqualTo(Money.ZERO);
    assertThat(Money.parse("1.50").hashCode()).isEqualTo(Money.parse("1.5").hashCode());
  }

  @Test
  void aTenthIsATenth() {
    Money tenth = Money.parse("0.1");
    assertThat(tenth.plus(tenth).plus(tenth)).isEqualTo(Money.parse("0.3"));
  }

  @Test
  void cashIsNeverRounded() {
    assertThat(Price.parse("0.000001").times(Quantity.parse("0.000000001")))
        .isEqualTo(Money.parse("0.000000000000001"));
  }

  @Test
  void peopleSeeCentsRoundedHalfEven() {
    assertThat(Money.parse("1.005").inCents()).isEqualTo("1.00");
    assertThat(Money.parse("1.015").inCents()).isEqualTo("1.02");
    assertThat(Money.parse("-1.025").inCents()).isEqualTo("-1.02");
    assertThat(Money.of(7).inCents()).isEqualTo("7.00");
  }

  @Test
  void theSignIsOneOfThree() {
    forEachSeed(
        300,
        seed -> {
          Money money = any(random(seed));
          int sign = money.compareTo(Money.ZERO);
          assertThat(money.isNegative()).isEqualTo(sign < 0);
          assertThat(money.isZero()).isEqualTo(sign == 0);
          assertThat(money.isPositive()).isEqualTo(sign > 0);
        });
    assertThat(Money.ZERO.isZero()).isTrue();
    assertThat(Money.ZERO.isPositive() || Money.ZERO.isNegative()).isFalse();
  }

  @Test
  void wordsAreNoMoney() {
    for (String text : new String[] {"", "NaN", "Infinity", "1,5", "$1"}) {
      assertThatThrownBy(() -> Money.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + text + "' is not a decimal number");
    }
  }

  private static Money any(RandomGenerator random) {
    return new Money(BigDecimal.valueOf(random.nextLong(-1L << 50, 1L << 50), random.nextInt(16)));
  }
}

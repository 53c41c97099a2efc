package milodex.money;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class QuantityTest {

  @Test
  void sharesAreCutDownToABillionth() {
    assertThat(Quantity.parse("1.9999999999")).hasToString("1.999999999");
    assertThat(Quantity.parse("0.0000000009").isZero()).isTrue();
    assertThat(Quantity.parse("12.50")).isEqualTo(Quantity.parse("12.5"));
  }

  @Test
  void addedAndTakenAwaySharesCancel() {
    forEachSeed(
        500,
        seed -> {
          RandomGenerator random = random(seed);
          Quantity a = any(random);
          Quantity b = any(random);
          assertThat(a.plus(b)).isEqualTo(b.plus(a));
          assertThat(a.plus(b).minus(b)).isEqualTo(a);
          assertThat(a.min(b)).isEqualTo(b.min(a)).isLessThanOrEqualTo(a).isIn(a, b);
          assertThat(Quantity.parse(a.toString())).isEqualTo(a);
          assertThat(a.whole()).isLessThanOrEqualTo(a);
          assertThat(a.minus(a.whole())).isLessThan(Quantity.of(1));
        });
  }

  @Test
  void aThirdOfThreeHundredIsAHundred() {
    BigDecimal third = new BigDecimal("0.3333333333333333");
    assertThat(Quantity.of(300).times(third)).isEqualTo(Quantity.of(100));
    assertThat(Quantity.of(1).times(third)).hasToString("0.333333333");
    assertThat(Quantity.of(7).times(new BigDecimal("1.5"))).hasToString("10.5");
    assertThat(Quantity.parse("0.000000001").times(new BigDecimal("0.5")).isZero()).isTrue();
    assertThat(Quantity.parse("0.000000003").times(new BigDecimal("0.5")))
        .hasToString("0.000000002");
  }

  @Test
  void wholeSharesDropTheFraction() {
    assertThat(Quantity.parse("3.999").whole()).isEqualTo(Quantity.of(3));
    assertThat(Quantity.parse("0.5").whole()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void fewerThanNoSharesAreRefused() {
    assertThatThrownBy(() -> Quantity.parse("-1")).hasMessageContaining("not negative: -1");
    assertThatThrownBy(() -> Quantity.of(-3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantity.of(1).minus(Quantity.of(2)))
        .hasMessageContaining("not negative: -1");
    assertThatThrownBy(() -> Quantity.of(1).times(BigDecimal.ONE.negate()))
        .hasMessageContaining("not negative");
    assertThatThrownBy(() -> Quantity.parse("many")).hasMessageContaining("'many'");
  }

  private static Quantity any(RandomGenerator random) {
    return new Quantity(BigDecimal.valueOf(random.nextLong(1L << 50), random.nextInt(10)));
  }
}

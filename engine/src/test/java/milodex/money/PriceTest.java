package milodex.money;

import static milodex.Seeds.forEachSeed;
import static milodex.Seeds.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PriceTest {

  @Test
  void aFillPriceIsRoundedHalfEvenToAMillionth() {
    assertThat(Price.parse("1.0000005")).hasToString("1");
    assertThat(Price.parse("1.0000015")).hasToString("1.000002");
    assertThat(Price.parse("1.00000151")).hasToString("1.000002");
    assertThat(Price.of(101.32)).hasToString("101.32");
  }

  @Test
  void slippageMovesAPriceUpAndDown() {
    Fraction slippage = Fraction.parse("0.0005");
    assertThat(Price.parse("100").plus(slippage)).isEqualTo(Price.parse("100.05"));
    assertThat(Price.parse("100").minus(slippage)).isEqualTo(Price.parse("99.95"));
    assertThat(Price.parse("0.123457").plus(slippage)).hasToString("0.123519");
  }

  @Test
  void whatIsWrittenReadsBackAsItself() {
    forEachSeed(
        500,
        seed -> {
          Price price = any(random(seed));
          assertThat(Price.parse(price.toString())).isEqualTo(price);
          assertThat(Price.of(price.toDouble())).isEqualTo(price);
        });
  }

  @Test
  void aPriceTimesSharesSpreadsOverTheShares() {
    forEachSeed(
        500,
        seed -> {
          RandomGenerator random = random(seed);
          Price price = any(random);
          Quantity some = Quantity.of(random.nextInt(1000));
          Quantity more = Quantity.of(random.nextInt(1000));
          assertThat(price.times(some.plus(more)))
              .isEqualTo(price.times(some).plus(price.times(more)));
        });
  }

  @Test
  void nothingAboveZeroIsNoPrice() {
    for (String text : new String[] {"0", "-1", "0.0000004"}) {
      assertThatThrownBy(() -> Price.parse(text)).hasMessageContaining("a price is above zero");
    }
    for (double dollars :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> Price.of(dollars))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a price is a finite number, not " + dollars);
    }
    assertThatThrownBy(() -> Price.parse("NaN")).hasMessageContaining("not a decimal number");
  }

  @Test
  void pricesAreOrderedByValue() {
    assertThat(Price.parse("9.9")).isLessThan(Price.parse("10")).isEqualTo(Price.parse("9.90"));
  }

  private static Price any(RandomGenerator random) {
    return new Price(BigDecimal.valueOf(random.nextLong(1, 1L << 40), 6));
  }
}

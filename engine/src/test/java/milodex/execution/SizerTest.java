package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class SizerTest {

  private static final Costs FREE = Costs.slippage(Fraction.ZERO);

  @Test
  void aThirdOfTenThousandBuysThirtyThreeSharesAtAHundred() {
    assertThat(shares("0.333", 10_000, "100", FREE)).isEqualTo(Quantity.of(33));
  }

  @Test
  void slippageIsPaidOutOfTheWeightAndNotBesideIt() {
    assertThat(shares("0.5", 10_000, "100", FREE)).isEqualTo(Quantity.of(50));
    assertThat(shares("0.5", 10_000, "100", Costs.slippage(Fraction.parse("0.0001"))))
        .isEqualTo(Quantity.of(49));
  }

  @Test
  void aWeightThatPaysForNoShareGivesNone() {
    assertThat(shares("0.5", 199, "100", FREE)).isEqualTo(Quantity.ZERO);
    assertThat(shares("0.5", 200, "100", costs("0", "0.01", "0", "0"))).isEqualTo(Quantity.ZERO);
    assertThat(shares("0.5", 0, "100", FREE)).isEqualTo(Quantity.ZERO);
    assertThat(shares("0.5", -50, "100", FREE)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void aCommissionInPercentCostsNoShareMoreThanItMust() {
    assertThat(shares("1", 1_000_000, "1", costs("0", "0", "0.05", "0")))
        .isEqualTo(Quantity.of(952_380));
  }

  @Test
  void oneShareMoreWouldAlwaysCostTooMuch() {
    Seeds.forEachSeed(
        500,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          Price price = new Price(BigDecimal.valueOf(random.nextLong(10_000, 500_000_000), 6));
          Costs costs =
              costs(
                  decimal(random, 50, 4),
                  decimal(random, 500, 2),
                  decimal(random, 100, 3),
                  decimal(random, 900, 2));
          Money budget = Money.of(random.nextInt(1, 2_000_000));

          Quantity most = Sizer.shares(Fraction.ONE, budget, price, costs);

          assertThat(cost(most, price, costs).compareTo(budget) <= 0 || most.isZero()).isTrue();
          assertThat(cost(most.plus(Quantity.of(1)), price, costs)).isGreaterThan(budget);
        });
  }

  private static Money cost(Quantity shares, Price observed, Costs costs) {
    Money value = costs.bought(observed).times(shares);
    return value.plus(costs.commission(value));
  }

  private static String decimal(RandomGenerator random, int below, int scale) {
    return random.nextInt(3) == 0
        ? "0"
        : BigDecimal.valueOf(random.nextInt(below), scale).toPlainString();
  }

  private static Quantity shares(String weight, long equity, String price, Costs costs) {
    return Sizer.shares(Fraction.parse(weight), Money.of(equity), Price.parse(price), costs);
  }

  private static Costs costs(String slippage, String perTrade, String rate, String least) {
    return new Costs(
        Fraction.parse(slippage), Money.parse(perTrade), Fraction.parse(rate), Money.parse(least));
  }
}

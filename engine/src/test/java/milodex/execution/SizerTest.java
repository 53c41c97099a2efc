package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import milodex.Play;
import milodex.Seeds;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.Symbol;
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
  void aFixedAmountIsSpentWhateverTheEquityIs() {
    Intent fixed = intent(Fraction.ZERO, Optional.of(Money.of(1_250)));

    for (long equity : new long[] {500, 10_000, 1_000_000}) {
      Money budget = Sizer.budget(fixed, Money.of(equity));
      assertThat(Sizer.shares(budget, Price.parse("100"), FREE)).isEqualTo(Quantity.of(12));
    }
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

          Quantity most = Sizer.shares(budget, price, costs);

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
    Intent intent = intent(Fraction.parse(weight), Optional.empty());
    return Sizer.shares(Sizer.budget(intent, Money.of(equity)), Price.parse(price), costs);
  }

  private static Intent intent(Fraction weight, Optional<Money> amount) {
    return new Intent(
        "wish",
        Play.ID,
        Symbol.of("ACME"),
        Side.BUY,
        weight,
        amount,
        "rule",
        LocalDate.parse("2024-03-07"),
        LocalDate.parse("2024-03-08"),
        Optional.empty(),
        Price.parse("100"),
        new TreeMap<>());
  }

  private static Costs costs(String slippage, String perTrade, String rate, String least) {
    return new Costs(
        Fraction.parse(slippage), Money.parse(perTrade), Fraction.parse(rate), Money.parse(least));
  }
}

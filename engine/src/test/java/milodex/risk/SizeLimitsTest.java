package milodex.risk;

import static milodex.risk.Judged.row;
import static milodex.risk.Judged.sale;
import static milodex.risk.Judged.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class SizeLimitsTest {

  @Test
  void anOrderIsAtMostFifteenPercentOfTheAccount() {
    assertThat(row(18, scene -> rich(scene, 15_001))).isEqualTo("BREACH max_order_value_exceeded");
    assertThat(row(18, scene -> rich(scene, 15_000)))
        .isEqualTo("BREACH max_single_position_exceeded");
  }

  @Test
  void aPositionIsAtMostTenPercentOfTheAccountWithWhatIsHeld() {
    assertThat(row(18, scene -> rich(scene, 10_000))).isEqualTo("CLEAR");
    assertThat(row(18, scene -> rich(scene, 10_001)))
        .isEqualTo("BREACH max_single_position_exceeded");
    assertThat(row(18, scene -> expose(scene, Scene.SYMBOL, 99_990))).isEqualTo("CLEAR");
    assertThat(row(18, scene -> expose(scene, Scene.SYMBOL, 99_991)))
        .isEqualTo("BREACH max_single_position_exceeded");
    assertThat(row(18, scene -> expose(scene, Symbol.of("OTHER"), 400_000))).isEqualTo("CLEAR");
  }

  @Test
  void aPositionIsAtMostItsFilesShareOfTheStrategy() {
    assertThat(row(18, scene -> scene.quantity = Quantity.of(2_400))).isEqualTo("CLEAR");
    assertThat(row(18, scene -> scene.quantity = Quantity.of(2_401)))
        .isEqualTo("BREACH strategy_single_position_exceeded");
    assertThat(row(18, scene -> scene.ownExposure.put(Scene.SYMBOL, Money.of(23_991))))
        .isEqualTo("BREACH strategy_single_position_exceeded");
    assertThat(says(18, scene -> scene.quantity = Quantity.of(2_401)))
        .isEqualTo(
            "account order value $24010.00 = 2.40 %, at most 15 % = $150000.00; "
                + "account position $24010.00 = 2.40 %, at most 10 % = $100000.00; "
                + "strategy position $24010.00 = 30.01 %, at most 30 % = $24000.00");
  }

  @Test
  void aSaleAddsNoExposure() {
    Scene sale = sale(9_000, 9_000, scene -> expose(scene, Scene.SYMBOL, 900_000));
    assertThat(row(18, sale)).isEqualTo("NOT_APPLICABLE");
    assertThat(row(19, sale)).isEqualTo("NOT_APPLICABLE");
    assertThat(row(20, sale)).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void allPositionsTogetherAreAtMostHalfOfTheAccount() {
    assertThat(row(19, scene -> expose(scene, Symbol.of("OTHER"), 499_990))).isEqualTo("CLEAR");
    assertThat(row(19, scene -> expose(scene, Symbol.of("OTHER"), 499_991)))
        .isEqualTo("BREACH max_total_exposure_exceeded");
    assertThat(row(19, scene -> scene.equity = Money.of(-1)))
        .isEqualTo("BREACH max_total_exposure_exceeded");
  }

  @Test
  void aSectorIsAtMostAFifthOfTheAccount() {
    assertThat(row(20, scene -> scene.sectorExposure = Money.of(199_990))).isEqualTo("CLEAR");
    assertThat(row(20, scene -> scene.sectorExposure = Money.of(199_991)))
        .isEqualTo("BREACH max_sector_exposure_exceeded");
  }

  @Test
  void aBroadFundHasNoSectorAndAnUnknownOneIsSaidAloud() {
    assertThat(row(20, scene -> scene.broadFund = true)).isEqualTo("NOT_APPLICABLE");
    assertThat(row(20, scene -> scene.sector = Optional.empty())).isEqualTo("NOT_APPLICABLE");
    assertThat(says(20, scene -> scene.sector = Optional.empty())).startsWith("warning: ");
  }

  @Test
  void aPurchaseIsPaidFromTheStrategysCashWithSlippageAndAReserve() {
    // 1000 shares at 10.01 need 10010, and 99 % of the cash may be spent.
    assertThat(row(24, scene -> pays(scene, "10111.12"))).isEqualTo("CLEAR");
    assertThat(row(24, scene -> pays(scene, "10111.11")))
        .isEqualTo("BREACH insufficient_strategy_cash");
    assertThat(says(24, scene -> pays(scene, "10000")))
        .isEqualTo(
            "needs $10010.00 with costs of strategy cash $9900.00 after a reserve of 1 %; "
                + "needs $10010.00 with costs of buying power $990000.00 after a reserve of 1 %");
  }

  @Test
  void theCommissionIsPaidToo() {
    Costs costs =
        new Costs(Fraction.parse("0.001"), Money.of(1), Fraction.parse("0.01"), Money.of(5));
    assertThat(
            row(
                24,
                scene -> {
                  pays(scene, "10213.24");
                  scene.costs = costs;
                }))
        .isEqualTo("CLEAR");
    assertThat(
            row(
                24,
                scene -> {
                  pays(scene, "10213.22");
                  scene.costs = costs;
                }))
        .isEqualTo("BREACH insufficient_strategy_cash");
  }

  @Test
  void theAccountsBuyingPowerBindsBesideTheStrategysCash() {
    assertThat(row(24, scene -> scene.buyingPower = Money.of(10)))
        .isEqualTo("BREACH insufficient_buying_power");
    assertThat(row(24, scene -> scene.ownCash = Money.of(-10)))
        .isEqualTo("BREACH insufficient_strategy_cash");
  }

  @Test
  void onlyFreeSharesOfTheStrategyAreSold() {
    assertThat(row(24, sale(5, 5, scene -> {}))).isEqualTo("CLEAR");
    assertThat(row(24, sale(6, 5, scene -> {}))).isEqualTo("BREACH uncovered_sell");
    assertThat(row(24, sale(5, 5, scene -> scene.ownCash = Money.ZERO))).isEqualTo("CLEAR");
  }

  @Test
  void anOrderIsAtMostOnePercentOfTheVolume() {
    assertThat(row(25, scene -> scene.meanVolume = OptionalDouble.of(100))).isEqualTo("CLEAR");
    assertThat(row(25, scene -> scene.meanVolume = OptionalDouble.of(99)))
        .isEqualTo("BREACH max_adv_share_exceeded");
    assertThat(row(25, sale(5, 5, scene -> scene.meanVolume = OptionalDouble.of(99))))
        .isEqualTo("ADVISORY max_adv_share_exceeded");
  }

  @Test
  void anUnknownVolumeRefuses() {
    assertThat(row(25, scene -> scene.meanVolume = OptionalDouble.empty()))
        .isEqualTo("BREACH max_adv_share_exceeded");
    for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 0, -1}) {
      assertThat(row(25, scene -> scene.meanVolume = OptionalDouble.of(wrong)))
          .isEqualTo("BREACH max_adv_share_exceeded");
    }
  }

  /// So much cash that only the account's limits on a position can bind.
  private static void rich(Scene scene, long shares) {
    scene.quantity = Quantity.of(shares);
    scene.ownEquity = Money.of(10_000_000);
  }

  private static void expose(Scene scene, Symbol symbol, long dollars) {
    scene.exposure.put(symbol, Money.of(dollars));
  }

  private static void pays(Scene scene, String cash) {
    scene.quantity = Quantity.of(1_000);
    scene.ownCash = Money.parse(cash);
  }
}

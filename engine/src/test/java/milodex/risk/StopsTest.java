package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import milodex.market.Symbol;
import milodex.money.Money;
import org.junit.jupiter.api.Test;

/// One share of a ten-dollar stock meets the limits of the account and of its strategy.
class StopsTest {

  @Test
  void whereThereIsRoomNothingStopsIt() {
    assertThat(stops(_ -> {}).areNone()).isTrue();
  }

  @Test
  void eachLimitOfTheAccountIsTheAccounts() {
    assertAccount("daily_loss_cap_exceeded", scene -> scene.previousEquity = million(1.1));
    assertAccount("drawdown_limit_exceeded", scene -> scene.peakEquity = Money.of(1_200_000));
    assertAccount("max_trades_per_day_exceeded", scene -> scene.entriesToday = 20);
    assertAccount("order_rate_exceeded", scene -> scene.ordersInLastMinute = 10);
    assertAccount(
        "max_single_position_exceeded",
        scene -> scene.exposure.put(Scene.SYMBOL, Money.of(100_000)));
    assertAccount(
        "max_total_exposure_exceeded",
        scene -> scene.exposure.put(Symbol.of("OTHER"), Money.of(500_000)));
    assertAccount(
        "max_sector_exposure_exceeded", scene -> scene.sectorExposure = Money.of(200_000));
    assertAccount("insufficient_buying_power", scene -> scene.buyingPower = Money.of(5));
    assertAccount("max_adv_share_exceeded", scene -> scene.meanVolume = OptionalDouble.of(50));
  }

  @Test
  void eachLimitOfTheStrategyIsItsOwn() {
    assertOwn("strategy_daily_loss_exceeded", scene -> scene.ownPreviousEquity = million(0.1));
    assertOwn(
        "strategy_single_position_exceeded",
        scene -> scene.ownExposure.put(Scene.SYMBOL, Money.of(24_000)));
    assertOwn(
        "max_strategy_positions_exceeded",
        scene ->
            List.of("A", "B", "C")
                .forEach(one -> scene.ownExposure.put(Symbol.of(one), Money.of(1))));
    assertOwn("insufficient_strategy_cash", scene -> scene.ownCash = Money.of(5));
  }

  @Test
  void whereBothStopItBothAreNamed() {
    Stops stops =
        stops(
            scene -> {
              scene.ownCash = Money.ZERO;
              scene.exposure.put(Symbol.of("OTHER"), Money.of(500_000));
            });

    assertThat(stops.account()).containsExactly("max_total_exposure_exceeded");
    assertThat(stops.strategy()).containsExactly("insufficient_strategy_cash");
  }

  @Test
  void withoutLimitsOnlyWhatIsNotThereStopsIt() {
    Scene poor =
        Judged.scene(
            scene -> {
              scene.exposure.put(Symbol.of("OTHER"), Money.of(900_000));
              scene.ownCash = Money.ZERO;
            });

    Stops stops =
        Stops.of(poor.proposal(), poor.facts(), RiskPolicy.unlimitedOf(RiskPolicy.standard()));

    assertThat(stops.account()).isEmpty();
    assertThat(stops.strategy()).containsExactly("insufficient_strategy_cash");
  }

  private static void assertAccount(String code, Consumer<Scene> change) {
    assertThat(stops(change).account()).containsExactly(code);
    assertThat(stops(change).strategy()).isEmpty();
  }

  private static void assertOwn(String code, Consumer<Scene> change) {
    assertThat(stops(change).strategy()).containsExactly(code);
    assertThat(stops(change).account()).isEmpty();
  }

  private static Stops stops(Consumer<Scene> change) {
    Scene scene = Judged.scene(change);
    return Stops.of(scene.proposal(), scene.facts(), Judged.STANDARD);
  }

  private static Optional<Money> million(double factor) {
    return Optional.of(Money.of(Math.round(1_000_000 * factor)));
  }
}

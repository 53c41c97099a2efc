package milodex.risk;

import static milodex.risk.Judged.row;
import static milodex.risk.Judged.sale;
import static milodex.risk.Judged.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import milodex.money.Money;
import org.junit.jupiter.api.Test;

class LossChecksTest {

  @Test
  void theAccountMayLoseThreePercentInADay() {
    assertThat(row(13, scene -> scene.equity = Money.of(970_000))).isEqualTo("CLEAR");
    assertThat(row(13, scene -> scene.equity = Money.of(969_999)))
        .isEqualTo("BREACH daily_loss_cap_exceeded");
    assertThat(says(13, scene -> scene.equity = Money.of(960_000)))
        .isEqualTo(
            "equity $960000.00 is -4.00 % from the previous close at $1000000.00, at most -3 %");
    assertThat(row(13, scene -> scene.previousEquity = Optional.empty()))
        .isEqualTo("NOT_APPLICABLE");
    assertThat(row(13, sale(5, 5, scene -> scene.equity = Money.of(900_000))))
        .isEqualTo("ADVISORY daily_loss_cap_exceeded");
  }

  @Test
  void aLossOfNothingIsUndefinedAndRefuses() {
    assertThat(row(13, scene -> scene.previousEquity = Optional.of(Money.ZERO)))
        .isEqualTo("BREACH daily_loss_cap_exceeded");
    assertThat(row(14, scene -> scene.peakEquity = Money.ZERO))
        .isEqualTo("BREACH drawdown_limit_exceeded");
    assertThat(row(15, scene -> scene.ownPreviousEquity = Optional.of(Money.of(-5))))
        .isEqualTo("BREACH strategy_daily_loss_exceeded");
  }

  @Test
  void theAccountMayFallTenPercentFromItsPeak() {
    assertThat(row(14, scene -> scene.peakEquity = Money.of(1_100_000))).isEqualTo("CLEAR");
    assertThat(row(14, scene -> scene.equity = Money.of(1_200_000))).isEqualTo("CLEAR");
    assertThat(row(14, scene -> scene.peakEquity = Money.of(1_112_000)))
        .isEqualTo("BREACH drawdown_limit_exceeded");
  }

  @Test
  void theStrategyLosesInItsOwnBookOnly() {
    assertThat(row(15, scene -> scene.ownEquity = Money.of(78_400))).isEqualTo("CLEAR");
    assertThat(row(15, scene -> scene.ownEquity = Money.of(78_399)))
        .isEqualTo("BREACH strategy_daily_loss_exceeded");
    assertThat(row(15, scene -> scene.equity = Money.of(500_000))).isEqualTo("CLEAR");
    assertThat(row(13, scene -> scene.ownEquity = Money.of(1))).isEqualTo("CLEAR");
    assertThat(row(15, scene -> scene.ownPreviousEquity = Optional.empty()))
        .isEqualTo("NOT_APPLICABLE");
  }
}

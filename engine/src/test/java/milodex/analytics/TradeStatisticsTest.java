package milodex.analytics;

import static milodex.analytics.Figures.assertClose;
import static milodex.analytics.Figures.assertUndefined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

class TradeStatisticsTest {

  @Test
  void fiveTradesGiveTheNumbersAHandComputes() {
    TradeStatistics five =
        TradeStatistics.of(
            List.of(
                trade(100, 2, 1),
                trade(50, 2, 3),
                trade(-30, 2, 5),
                trade(0, 2, 2),
                trade(-20, 2, 4)));

    assertThat(five.trades()).isEqualTo(5);
    assertThat(five.winning()).isEqualTo(2);
    assertThat(five.losing()).isEqualTo(2);
    assertClose(five.winRate(), 0.4);
    assertClose(five.profitFactor(), 3);
    assertClose(five.averageWin(), 75);
    assertClose(five.averageLoss(), -25);
    assertClose(five.expectancy(), 20);
    assertClose(five.averageHold(), 3);
    assertClose(five.costShare(), 10.0 / 110);
  }

  @Test
  void withoutTradesNothingIsKnown() {
    TradeStatistics none = TradeStatistics.of(List.of());

    for (Figure figure :
        List.of(
            none.winRate(),
            none.profitFactor(),
            none.averageWin(),
            none.averageLoss(),
            none.expectancy(),
            none.averageHold(),
            none.costShare())) {
      assertUndefined(figure, "no trades");
    }
  }

  @Test
  void withoutALoserThereIsNoProfitFactor() {
    TradeStatistics winners = TradeStatistics.of(List.of(trade(10, 1, 1)));

    assertUndefined(winners.profitFactor(), "no losing trades");
    assertUndefined(winners.averageLoss(), "no losing trades");
    assertClose(winners.winRate(), 1);
  }

  @Test
  void withoutAWinnerTheProfitFactorIsZeroAndTheAverageWinUndefined() {
    TradeStatistics losers = TradeStatistics.of(List.of(trade(-10, 1, 1)));

    assertClose(losers.profitFactor(), 0);
    assertUndefined(losers.averageWin(), "no winning trades");
    assertUndefined(losers.costShare(), "no profit before costs");
  }

  @Test
  void aTradeThatCannotBeIsRefused() {
    assertThatThrownBy(() -> trade(Double.NaN, 0, 1)).hasMessageContaining("finite result");
    assertThatThrownBy(() -> trade(1, -0.01, 1)).hasMessageContaining("finite result");
    assertThatThrownBy(() -> trade(1, 0, -1)).hasMessageContaining("finite result");
  }

  private static TradeResult trade(double pnl, double cost, int sessionsHeld) {
    return new TradeResult(Symbol.of("SPY"), 0, pnl, cost, sessionsHeld);
  }
}

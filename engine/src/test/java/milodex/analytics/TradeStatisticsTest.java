package milodex.analytics;

import static milodex.analytics.Trips.held;
import static milodex.analytics.Trips.ran;
import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

class TradeStatisticsTest {

  @Test
  void fiveTradesGiveTheNumbersAHandComputes() {
    TradeStatistics five =
        TradeStatistics.of(
            List.of(
                held(100, 2, 1), held(50, 2, 3), held(-30, 2, 5), held(0, 2, 2), held(-20, 2, 4)));

    assertThat(five.trades()).isEqualTo(5);
    assertThat(five.winning()).isEqualTo(2);
    assertThat(five.losing()).isEqualTo(2);
    assertClose(five.winRate(), 0.4);
    assertClose(five.profitFactor(), 3);
    assertClose(five.averageWin(), 75);
    assertClose(five.averageLoss(), -25);
    assertClose(five.expectancy(), 20);
    assertClose(five.averageHold(), 3);
    assertClose(five.medianHold(), 3);
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
            none.medianHold(),
            none.excursions().worst(),
            none.excursions().best(),
            none.costShare())) {
      assertUndefined(figure, "no trades");
    }
  }

  @Test
  void withoutALoserThereIsNoProfitFactor() {
    TradeStatistics winners = TradeStatistics.of(List.of(held(10, 1, 1)));

    assertUndefined(winners.profitFactor(), "no losing trades");
    assertUndefined(winners.averageLoss(), "no losing trades");
    assertClose(winners.winRate(), 1);
  }

  @Test
  void withoutAWinnerTheProfitFactorIsZeroAndTheAverageWinUndefined() {
    TradeStatistics losers = TradeStatistics.of(List.of(held(-10, 1, 1)));

    assertClose(losers.profitFactor(), 0);
    assertUndefined(losers.averageWin(), "no winning trades");
    assertUndefined(losers.costShare(), "no profit before costs");
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertClose(
        TradeStatistics.of(List.of(held(1, 0, 9), held(1, 0, 2), held(1, 0, 3), held(1, 0, 1)))
            .medianHold(),
        2.5);
  }

  @Test
  void excursionsAreAveragedOverAllOverWinnersAndOverLosers() {
    Excursions ran =
        TradeStatistics.of(List.of(ran(5, -0.01, 0.06), ran(3, -0.03, 0.02), ran(-4, -0.08, 0.01)))
            .excursions();

    assertClose(ran.worst(), -0.04);
    assertClose(ran.best(), 0.03);
    assertClose(ran.worstOfWinners(), -0.02);
    assertClose(ran.bestOfLosers(), 0.01);
    assertThat(ran.unmeasured()).isZero();
  }

  @Test
  void aTradeThatWasNotMeasuredIsCountedAndInNoAverage() {
    Excursions ran = TradeStatistics.of(List.of(ran(5, -0.01, 0.06), held(2, 0, 1))).excursions();

    assertThat(ran.unmeasured()).isEqualTo(1);
    assertClose(ran.worst(), -0.01);
    assertUndefined(ran.bestOfLosers(), "no losing trades");
    assertUndefined(Excursions.of(List.of(held(2, 0, 1))).worst(), "none was measured");
  }

  @Test
  void aTradeThatCannotBeIsRefused() {
    assertThatThrownBy(() -> held(Double.NaN, 0, 1)).hasMessageContaining("finite result");
    assertThatThrownBy(() -> held(1, -0.01, 1)).hasMessageContaining("finite result");
    assertThatThrownBy(() -> held(1, 0, -1)).hasMessageContaining("finite result");
  }
}

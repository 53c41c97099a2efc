package milodex.analytics;

import static milodex.analytics.Trips.inWindow;
import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutOfSampleTest {

  private final EquityCurve first = Curves.from(Curves.START, 100, 110, 99);
  private final EquityCurve second = Curves.from(Curves.START.plusDays(2), 100, 50, 120);

  @Test
  void theAggregateIsComputedOnTheWindowsEndToEnd() {
    List<TradeResult> trades = List.of(inWindow(1, -1), inWindow(2, 20), inWindow(2, 5));
    OutOfSample result = OutOfSample.of(List.of(first, second), trades);

    assertThat(result.windows()).hasSize(2);
    assertThat(result.windows().get(0).trades().trades()).isEqualTo(1);
    assertThat(result.windows().get(1).trades().trades()).isEqualTo(2);
    assertThat(result.aggregate().trades().trades()).isEqualTo(3);
    assertClose(result.aggregate().totalReturn(), 0.99 * 1.2 - 1);
    assertThat(result.aggregate().drawdown().depth())
        .as("a fall through both windows")
        .isEqualTo(Drawdown.of(Curves.of(100, 110, 99, 49.5, 118.8)).depth());
    assertClose(result.aggregate().sharpe(), value(result.fragility().windows().sharpe()));
    assertClose(result.fragility().trades().pnl(), 24);
  }

  @Test
  void aTradeOfAnUnknownWindowIsRefused() {
    assertThatThrownBy(() -> OutOfSample.of(List.of(first, second), List.of(inWindow(3, 1))))
        .hasMessageContaining("a trade in SPY names window 3 of 2");
    assertThatThrownBy(() -> OutOfSample.of(List.of(first, second), List.of(inWindow(0, 1))))
        .hasMessageContaining("names window 0 of 2");
  }

  @Test
  void theLabelCountsTheLook() {
    assertThat(OutOfSample.label(3)).isEqualTo("OOS aggregate, look 3 of this family");
  }
}

package milodex.analytics;

import static milodex.analytics.Trips.trip;
import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

class FragilityTest {

  private static final double[] GOOD = {0.01, 0.03};
  private static final double[] FAIR = {-0.01, 0.015};
  private static final double[] SMALL = {0.02, -0.015};
  private static final double[] BAD = {-0.02, 0.01};
  private static final double[] STILL = {0, 0};

  @Test
  void threeWindowsGiveTheNumbersAHandComputes() {
    WindowFragility windows = WindowFragility.of(List.of(GOOD, FAIR, SMALL));

    assertClose(windows.sharpe(), 7.554152327780024);
    assertClose(windows.sharpes().getFirst(), 22.449944320643652);
    assertClose(windows.sharpeMax(), 22.449944320643652);
    assertClose(windows.sharpeMin(), 1.6035674514745466);
    assertClose(windows.sharpeDeviation(), 11.854836264459452);
    assertThat(windows.positive()).isEqualTo(3);
    assertThat(windows.negative()).isZero();
    assertThat(windows.sharpesWithout()).hasSize(3);
    assertClose(windows.sharpesWithout().get(0), 2.260112410502652);
    assertClose(windows.sharpesWithout().get(1), 9.247980301925631);
    assertClose(windows.sharpesWithout().get(2), 10.810300431525823);
    assertThat(windows.isSingleWindowDependent()).isFalse();
  }

  @Test
  void aResultThatIsGoneWithoutItsBestWindowDependsOnIt() {
    WindowFragility windows = WindowFragility.of(List.of(BAD, GOOD, STILL));

    assertThat(windows.sharpe().isPositive()).isTrue();
    assertThat(windows.sharpesWithout().get(1).isPositive()).isFalse();
    assertThat(windows.isSingleWindowDependent()).isTrue();
    assertThat(windows.positive()).isEqualTo(1);
    assertThat(windows.negative()).isEqualTo(1);
  }

  @Test
  void aResultMadeInOneWindowAloneDependsOnIt() {
    WindowFragility windows = WindowFragility.of(List.of(STILL, GOOD));

    assertUndefined(windows.sharpesWithout().get(1), "the returns do not vary");
    assertThat(windows.isSingleWindowDependent()).isTrue();
    assertUndefined(windows.sharpeDeviation(), "fewer than two windows have a Sharpe");
    assertThat(WindowFragility.of(List.<double[]>of(GOOD)).isSingleWindowDependent()).isTrue();
  }

  /// Seven windows of one session each, as a reference computes them.
  @Test
  void theTotalReturnWithoutTheBestWindowIsThatOfTheReference() {
    WindowFragility windows =
        WindowFragility.of(
            DoubleStream.of(0.042, -0.011, 0.008, 0.095, -0.02, -0.031, 0.012)
                .mapToObj(total -> new double[] {total})
                .toList());

    assertThat(value(windows.total())).isCloseTo(0.093122987, within(5e-10));
    assertThat(windows.best()).isEqualTo(4);
    assertThat(value(windows.totalsWithout().get(3))).isCloseTo(-0.001714167, within(5e-10));
    assertClose(windows.bestShare(), Math.log(1.095) / Math.log(value(windows.total()) + 1));
    assertThat(windows.needed()).containsExactly(4);
    assertThat(windows.isSingleWindowDependent()).isTrue();
  }

  @Test
  void theWindowsThatCannotBeMissedAreNamed() {
    assertThat(WindowFragility.of(List.of(BAD, GOOD, STILL)).needed()).containsExactly(2);
    assertThat(WindowFragility.of(List.of(GOOD, FAIR, SMALL)).needed()).isEmpty();
    assertUndefined(WindowFragility.of(List.of(BAD, STILL)).bestShare(), "nothing was won");
  }

  @Test
  void aLossDependsOnNoWindow() {
    assertThat(WindowFragility.of(List.of(BAD, BAD)).isSingleWindowDependent()).isFalse();
  }

  @Test
  void windowsWithoutATradeHaveNoSharpe() {
    WindowFragility windows = WindowFragility.of(List.of(STILL, STILL));

    assertUndefined(windows.sharpe(), "the returns do not vary");
    assertUndefined(windows.sharpeMin(), "no window has a Sharpe");
    assertThat(windows.isSingleWindowDependent()).isFalse();
    assertThatThrownBy(() -> WindowFragility.of(List.of())).hasMessageContaining("one window");
  }

  @Test
  void theDollarsAreCountedWithoutTheBestTradeAndTheBestSymbol() {
    TradeFragility trades =
        TradeFragility.of(
            List.of(trip("AAA", 40), trip("BBB", 50), trip("AAA", 20), trip("BBB", -30)));

    assertClose(trades.pnl(), 80);
    assertClose(trades.withoutBestTrade(), 30);
    assertThat(trades.bestSymbol()).contains(Symbol.of("AAA"));
    assertClose(trades.withoutBestSymbol(), 20);
    assertThat(trades.bestTrades()).containsExactly(trip("BBB", 50));
    assertClose(trades.withoutBestTrades(), 30);
  }

  @Test
  void theBestTradesAreFivePercentAtLeastOneAndAtMostFive() {
    assertThat(bestOf(1)).isEqualTo(1);
    assertThat(bestOf(20)).isEqualTo(1);
    assertThat(bestOf(21)).isEqualTo(2);
    assertThat(bestOf(100)).isEqualTo(5);
    assertThat(bestOf(101)).isEqualTo(5);
  }

  @Test
  void theBestTradesComeBestFirstAndOfEqualOnesTheEarlier() {
    List<TradeResult> trades = new ArrayList<>();
    for (int number = 40; number >= 1; number--) {
      trades.add(trip(number, "AAA", number == 7 ? 90 : number % 10));
    }

    assertThat(TradeFragility.of(trades).bestTrades())
        .extracting(TradeResult::number)
        .containsExactly(7, 9);
  }

  @Test
  void ofEquallyGoodSymbolsTheFirstIsTheBest() {
    assertThat(TradeFragility.of(List.of(trip("BBB", 5), trip("AAA", 5))).bestSymbol())
        .contains(Symbol.of("AAA"));
  }

  @Test
  void withoutOtherTradesNothingIsLeftToCount() {
    TradeFragility one = TradeFragility.of(List.of(trip("AAA", 10)));
    TradeFragility none = TradeFragility.of(List.of());

    assertUndefined(one.withoutBestTrade(), "no other trade");
    assertUndefined(one.withoutBestTrades(), "no other trade");
    assertUndefined(one.withoutBestSymbol(), "no other symbol");
    assertUndefined(none.pnl(), "no trades");
    assertThat(none.bestSymbol()).isEmpty();
    assertThat(none.bestTrades()).isEmpty();
  }

  private static int bestOf(int count) {
    List<TradeResult> trades = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      trades.add(trip("AAA", i));
    }
    return TradeFragility.of(trades).bestTrades().size();
  }
}

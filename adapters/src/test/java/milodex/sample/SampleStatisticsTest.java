package milodex.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import org.junit.jupiter.api.Test;

/// The sample market has the habits of a real one, within wide bounds.
class SampleStatisticsTest {

  private static final SampleMarket MARKET = SampleMarket.generate(1);

  @Test
  void theIndexIsAsVolatileAsAStockIndex() {
    assertThat(yearlyDeviation(returns("SIM-IDX"))).isBetween(0.12, 0.25);
  }

  @Test
  void theBondFundHardlyMoves() {
    assertThat(yearlyDeviation(returns("SIM-BND"))).isLessThan(0.03);
  }

  @Test
  void theReturnsOfTheIndexHaveFatTails() {
    double[] returns = returns("SIM-IDX");
    double variance = mean(power(returns, 2));
    assertThat(mean(power(returns, 4)) / (variance * variance)).isGreaterThan(3.5);
  }

  @Test
  void volatilityComesInClusters() {
    double[] squares = power(returns("SIM-IDX"), 2);
    assertThat(autocorrelation(squares, 1)).isGreaterThan(0.05);
    assertThat(autocorrelation(squares, 20)).isGreaterThan(0.02);
  }

  @Test
  void theOpenDiffersFromTheCloseBefore() {
    BarColumns c = bars("SIM-TEC").columns();
    double[] gaps =
        IntStream.range(1, c.size())
            .mapToDouble(i -> Math.log(c.open()[i] / c.close()[i - 1]))
            .toArray();
    assertThat(yearlyDeviation(gaps)).isBetween(0.05, 0.2);
  }

  @Test
  void someStocksPullBackALittleAndTheIndexDoesNot() {
    double pull =
        List.of("SIM-BRAVO", "SIM-CHARLIE", "SIM-FOXTROT", "SIM-GOLF", "SIM-INDIA").stream()
            .mapToDouble(ticker -> autocorrelation(returns(ticker), 1))
            .average()
            .orElseThrow();
    assertThat(pull).isBetween(-0.12, -0.02);
    assertThat(autocorrelation(returns("SIM-IDX"), 1)).isBetween(-0.05, 0.05);
  }

  @Test
  void sectorsFollowTheIndexAndTheBondFundDoesNot() {
    assertThat(correlation(returns("SIM-TEC"), returns("SIM-IDX"))).isBetween(0.7, 0.98);
    assertThat(correlation(returns("SIM-BND"), returns("SIM-IDX"))).isBetween(-0.35, 0.1);
  }

  @Test
  void aShareOfTheVolumeIsWorthTrading() {
    for (BarSeries bars : MARKET.series()) {
      double[] volume = bars.columns().volume().clone();
      Arrays.sort(volume);
      assertThat(volume[volume.length / 2]).as("%s", bars.symbol()).isBetween(5e5, 3e8);
    }
  }

  /// Logarithmic close-to-close returns; the few ex-dates of splits and dividends are left out.
  private static double[] returns(String ticker) {
    BarColumns c = bars(ticker).columns();
    return IntStream.range(1, c.size())
        .mapToDouble(i -> Math.log(c.close()[i] / c.close()[i - 1]))
        .map(r -> Math.abs(r) > 0.35 ? 0 : r)
        .toArray();
  }

  private static BarSeries bars(String ticker) {
    return MARKET.series().stream()
        .filter(s -> s.symbol().ticker().equals(ticker))
        .findFirst()
        .orElseThrow();
  }

  private static double yearlyDeviation(double[] returns) {
    return Math.sqrt(252 * correlationSum(returns, returns, 0) / returns.length);
  }

  private static double autocorrelation(double[] x, int lag) {
    return correlationSum(x, x, lag) / correlationSum(x, x, 0);
  }

  private static double correlation(double[] x, double[] y) {
    return correlationSum(x, y, 0) / Math.sqrt(correlationSum(x, x, 0) * correlationSum(y, y, 0));
  }

  private static double correlationSum(double[] x, double[] y, int lag) {
    double meanX = mean(x);
    double meanY = mean(y);
    return IntStream.range(lag, x.length)
        .mapToDouble(i -> (x[i] - meanX) * (y[i - lag] - meanY))
        .sum();
  }

  private static double[] power(double[] x, int exponent) {
    double mean = mean(x);
    return Arrays.stream(x).map(v -> Math.pow(v - mean, exponent)).toArray();
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }
}

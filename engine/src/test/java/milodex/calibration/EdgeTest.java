package milodex.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.analytics.ReturnStreams;
import milodex.calibration.Scenario.Planted;
import milodex.statistics.Figure;
import milodex.statistics.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is planted is what was asked for, and elsewhere there is nothing.
class EdgeTest {

  private static final int YEARS = 10;
  private static final int SESSIONS = YEARS * 252;
  private static final int PATHS = 200;
  private static final MarketModel RISING = MarketModel.DRIFTLESS.rising(0.08);

  @ParameterizedTest
  @CsvSource({"0.5, 0.06", "1.0, 0.06", "2.0, 0.06", "1.0, 0.15"})
  void theReturnsBesideTheUniverseHaveTheSharpeAskedFor(double sharpe, double volatility) {
    Planted planted = new Planted(RISING, sharpe, SESSIONS, volatility);
    double mean =
        meanSharpe(
            random -> {
              AssetReturns plain = RISING.draw(SESSIONS, random);
              List<Stay> skilled = planted.skilled(random);
              return streams(Edge.under(plain, skilled, sharpe), skilled);
            });

    assertThat(mean).isCloseTo(sharpe, within(fourErrors()));
  }

  @Test
  void theAccountHasTheVolatilityAskedFor() {
    for (double volatility : new double[] {0.06, 0.10, 0.15}) {
      Planted planted = new Planted(RISING, 1, SESSIONS, volatility);
      double mean = 0;
      for (int seed = 1; seed <= 50; seed++) {
        RandomGenerator random = Seeds.random(seed);
        AssetReturns market = RISING.draw(SESSIONS, random);
        mean += deviation(streams(market, planted.skilled(random)).net()) * Math.sqrt(252) / 50;
      }
      assertThat(mean).isCloseTo(volatility, within(0.05 * volatility));
    }
  }

  @Test
  void randomTimingHasNothingBesideTheUniverseButItsCosts() {
    double mean = meanSharpe(random -> timing(RISING, random));

    assertThat(mean).isBetween(-0.25, 0.0);
  }

  @Test
  void theMarketAsAWholeEarnsWhatItDid() {
    RandomGenerator random = Seeds.random(5);
    AssetReturns plain = RISING.draw(SESSIONS, random);
    List<Stay> skilled = new Planted(RISING, 1, SESSIONS, 0.06).skilled(random);
    AssetReturns planted = Edge.under(plain, skilled, 1);

    assertThat(sum(planted.universe())).isCloseTo(sum(plain.universe()), within(1e-9));
    assertThat(planted.byAsset()[0]).isNotEqualTo(plain.byAsset()[0]);
  }

  @Test
  void noEdgeCanBePutUnderNothing() {
    AssetReturns market = RISING.draw(100, Seeds.random(1));
    List<Stay> none = List.of();

    assertThatThrownBy(() -> Edge.under(market, none, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stays");
  }

  /// The deviation of an estimated annual Sharpe ratio is near `1/√years`.
  private static double fourErrors() {
    return 4 / Math.sqrt(YEARS * (double) PATHS);
  }

  private static double meanSharpe(Function<RandomGenerator, ReturnStreams> path) {
    double sum = 0;
    for (int seed = 1; seed <= PATHS; seed++) {
      double[] beside = path.apply(Seeds.random(seed)).beside();
      sum += sum(beside) / beside.length / deviation(beside) * Math.sqrt(252);
    }
    return sum / PATHS;
  }

  private static ReturnStreams timing(MarketModel model, RandomGenerator random) {
    AssetReturns market = model.draw(SESSIONS, random);
    RandomTiming rule = new RandomTiming(2, 0.4, model.share(2, 0.4, 0.06));
    return streams(market, rule.stays(SESSIONS, market.assets(), random));
  }

  private static ReturnStreams streams(AssetReturns market, List<Stay> stays) {
    return Account.streams(market, market.universe(), stays);
  }

  private static double deviation(double[] returns) {
    return switch (Moments.of(returns).deviation()) {
      case Figure.Known(double value) -> value;
      case Figure.Undefined(String why) -> throw new AssertionError(why);
    };
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}

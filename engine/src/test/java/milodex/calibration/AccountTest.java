package milodex.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import milodex.Seeds;
import milodex.analytics.EquityCurve;
import milodex.analytics.Holdings;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TrackRecord;
import milodex.analytics.TradeResult;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// Accounts by hand, and what must add up on any market.
class AccountTest {

  private static final MarketModel MODEL = MarketModel.DRIFTLESS.restless();

  @Test
  void aPositionIsBoughtAndSoldAtACostAndEarnsWhatIsBetween() {
    AssetReturns market =
        new AssetReturns(
            new double[][] {{0.01, 0.02, 0, 0, 0, 0, 0, 0.1}, {0, 0, 0, 0, 0, 0, 0, 0}});
    TrackRecord record =
        Account.record(
            market, market.universe(), List.of(new Stay(0, 0, 1, 0.5), new Stay(0, 7, 99, 1)));

    assertThat(record.trades()).extracting(TradeResult::window).containsExactly(1, 4);
    assertThat(record.trades()).extracting(TradeResult::sessionsHeld).containsExactly(1, 1);
    assertThat(record.trades().getFirst().cost()).isCloseTo(25 + 25.25, within(1e-9));
    assertThat(record.trades().getFirst().pnl()).isCloseTo(500 - 50.25, within(1e-9));
    double[] net = record.streams().net();
    assertThat(net[0]).isCloseTo((500.0 - 25) / 100_000, within(1e-12));
    assertThat(net[1]).isCloseTo(-25.25 / 100_475, within(1e-12));
    assertThat(net[7]).isCloseTo(0.1 - 0.0005 - 0.00055, within(1e-12));
    assertThat(record.holdings().orElseThrow().weights()[0][0])
        .isCloseTo(50_000 / 99_975.0, within(1e-12));
    assertThat(record.holdings().orElseThrow().weights()[1][0]).isZero();
  }

  @Test
  void whatItEarnsIsWhatItsHoldingsEarnLessItsCosts() {
    Seeds.forEachSeed(
        20,
        seed -> {
          TrackRecord record = record(seed);
          Holdings held = record.holdings().orElseThrow();
          EquityCurve curve = record.outOfSample().curve();
          double[] net = record.streams().net();
          for (int t = 0; t < net.length; t++) {
            double gross = 0;
            for (int k = 0; k < held.weights()[t].length; k++) {
              gross += held.weights()[t][k] * held.returns()[t][k];
            }
            double cost = Account.COST * curve.traded()[t] / curve.equity()[t];
            assertThat(net[t]).isCloseTo(gross - cost, within(1e-6 + 0.002 * Math.abs(gross)));
          }
        });
  }

  @Test
  void itsTradesAddUpToItsWindows() {
    Seeds.forEachSeed(
        20,
        seed -> {
          TrackRecord record = record(seed);
          double trades = record.trades().stream().mapToDouble(TradeResult::pnl).sum();
          double growth =
              record.outOfSample().windows().stream()
                  .mapToDouble(window -> value(window.totalReturn()))
                  .sum();
          assertThat(trades).isCloseTo(100_000 * growth, within(1e-6));
        });
  }

  @Test
  void aTrialThatIsNotChosenLeavesTheStreamsItWouldBeJudgedBy() {
    Seeds.forEachSeed(
        20,
        seed -> {
          AssetReturns market = MODEL.draw(300, Seeds.random(seed));
          List<Stay> stays = stays(seed);
          ReturnStreams lean = Account.streams(market, market.universe(), stays);
          ReturnStreams full = Account.record(market, market.universe(), stays).streams();
          assertThat(lean.session()).isEqualTo(full.session());
          assertThat(lean.net()).isEqualTo(full.net());
          assertThat(lean.beside()).isEqualTo(full.beside());
        });
  }

  private static double value(Figure figure) {
    return switch (figure) {
      case Figure.Known(double value) -> value;
      case Figure.Undefined(String why) -> throw new AssertionError(why);
    };
  }

  private static TrackRecord record(long seed) {
    AssetReturns market = MODEL.draw(300, Seeds.random(seed));
    return Account.record(market, market.universe(), stays(seed));
  }

  private static List<Stay> stays(long seed) {
    return new RandomTiming(3, 0.5, 0.3).stays(300, MODEL.assets(), Seeds.random(-seed));
  }
}

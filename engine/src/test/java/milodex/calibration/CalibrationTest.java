package milodex.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import milodex.Seeds;
import milodex.analytics.TrackRecord;
import milodex.promotion.Demands;
import milodex.promotion.Gate;
import milodex.promotion.Judgement;
import milodex.promotion.Multiplicity;
import milodex.promotion.Policy;
import org.junit.jupiter.api.Test;

/// A few replicates of real searches before the real gate.
class CalibrationTest {

  private static final Gate GATE = new Gate(Policy.CURRENT);

  @Test
  void threadsChangeNothingAndSeedsDo() {
    List<Cell> cells = cells("noise/10", "grid/10", "edge-1.0-5y-v6/10");

    List<Measured> one = new Calibration(GATE, 12, 7, 1).run(cells, () -> {});
    List<Measured> three = new Calibration(GATE, 12, 7, 3).run(cells, () -> {});
    List<Measured> other = new Calibration(GATE, 12, 8, 3).run(cells, () -> {});

    assertThat(three).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void eachReplicateIsToldOfOnce() {
    AtomicInteger done = new AtomicInteger();
    new Calibration(GATE, 5, 1, 2).run(cells("noise/1", "rising/1"), done::incrementAndGet);

    assertThat(done).hasValue(10);
  }

  @Test
  void luckSeldomPassesWhereAStrongEdgeAlwaysDoes() {
    List<Measured> measured =
        new Calibration(GATE, 60, 1, 2)
            .run(cells("noise/10", "rising/10", "edge-2.0-15y-v6/1"), () -> {});

    assertThat(measured.get(0).pass().low()).isLessThan(0.05);
    assertThat(measured.get(0).naive().share()).isGreaterThan(measured.get(0).pass().high());
    assertThat(measured.get(1).pass().low()).isLessThan(0.05);
    assertThat(measured.get(2).pass().share()).isGreaterThan(0.9);
  }

  @Test
  void everyReplicateThatDoesNotPassSaysWhatItWasLostTo() {
    for (Measured one : new Calibration(GATE, 20, 3, 2).run(cells("edge-0.5-5y-v6/10"), () -> {})) {
      int lost = one.lostTo().values().stream().mapToInt(Integer::intValue).sum();
      assertThat(lost + one.pass().count()).isEqualTo(20);
      assertThat(one.lostTo()).containsKey("another trial was better");
    }
  }

  @Test
  void whatSettlesAGradeGivesTheGradeOfEverything() {
    Policy lenient = new Policy("t", 0.1, 0.5, 30, 5, 12, 4, 0, 0.5, 0.3, 1, 1, 1, 0, 0, 999);
    List<Object> grades = new ArrayList<>();
    for (Policy policy : List.of(Policy.CURRENT, lenient)) {
      Seeds.forEachSeed(
          12,
          seed -> {
            AssetReturns market = MarketModel.DRIFTLESS.rising(0.08).draw(504, Seeds.random(seed));
            List<Stay> stays = new RandomTiming(2, 0.5, 0.2).stays(504, 10, Seeds.random(-seed));
            AssetReturns planted = Edge.under(market, stays, 0.25 * seed);
            TrackRecord record = Account.record(planted, planted.universe(), stays);
            Gate gate = new Gate(policy);
            Judgement all = gate.judge(record, Demands.NONE, Multiplicity.ALONE, List.of(), seed);
            Judgement enough =
                gate.settle(record, Demands.NONE, Multiplicity.ALONE, List.of(), seed);
            assertThat(enough.grade()).isEqualTo(all.grade());
            assertThat(Outcome.of(enough, false)).isEqualTo(Outcome.of(all, false));
            grades.add(all.grade());
          });
    }
    assertThat(grades.stream().distinct().count()).isGreaterThan(2);
  }

  @Test
  void barsAreACellOnlyWhereThereAreAny() {
    double[][] bars = MarketModel.DRIFTLESS.rising(0.1).draw(800, Seeds.random(1)).byAsset();

    assertThat(Cell.all(Optional.empty())).noneMatch(cell -> cell.kind().equals("bars"));
    List<Cell> real =
        Cell.all(Optional.of(bars)).stream().filter(c -> c.name().equals("bars/10")).toList();
    assertThat(new Calibration(GATE, 10, 1, 2).run(real, () -> {}).getFirst().pass().of())
        .isEqualTo(10);
  }

  @Test
  void aModelLikeAMarketHasItsVolatilityAndCorrelation() {
    MarketModel like =
        MarketModel.like(MarketModel.DRIFTLESS.rising(0.08).draw(20_000, Seeds.random(1)));

    assertThat(like.volatility()).isCloseTo(0.32, within(0.01));
    assertThat(like.correlation()).isCloseTo(0.17, within(0.02));
  }

  @Test
  void aRestlessMarketHasTheSameVolatilityInClustersAndWithTails() {
    double[] asset =
        new MarketModel(1, 0.32, 0, 0, true).draw(200_000, Seeds.random(1)).byAsset()[0];
    double squares = Arrays.stream(asset).map(x -> x * x).average().orElseThrow();
    double fourth = Arrays.stream(asset).map(x -> x * x * x * x).average().orElseThrow();

    assertThat(Math.sqrt(squares * 252)).isCloseTo(0.32, within(0.03));
    assertThat(fourth / (squares * squares)).isGreaterThan(5);
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> new Calibration(GATE, 0, 1, 1)).hasMessageContaining("replicates");
    assertThatThrownBy(() -> new Calibration(GATE, 1, 1, 0)).hasMessageContaining("threads");
    assertThatThrownBy(() -> Cell.all(Optional.of(new double[0][]))).hasMessageContaining("bars");
    assertThatThrownBy(() -> Cell.all(Optional.of(new double[][] {{0.1}, {0.1, 0.2}})))
        .hasMessageContaining("bars");
    assertThatThrownBy(() -> Cell.all(Optional.of(new double[][] {{Double.NaN}})))
        .hasMessageContaining("bars");
  }

  private static List<Cell> cells(String... names) {
    List<Cell> all = Cell.all(Optional.empty());
    return Arrays.stream(names)
        .map(name -> all.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow())
        .toList();
  }
}

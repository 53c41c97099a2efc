package milodex.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.Seeds;
import milodex.analytics.Histogram;
import milodex.backtest.Breakdown;
import milodex.backtest.CapacityEstimate;
import milodex.backtest.RunSummary;
import milodex.ledger.CanonicalJson;
import milodex.promotion.Overfitting;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// What an evidence package keeps is read back as it was.
class EvidenceTreesTest {

  @Test
  void theLogitsComeBackBinByBin() {
    Seeds.forEachSeed(
        50,
        seed -> {
          var random = Seeds.random(seed);
          double[] logits = random.doubles(1 + random.nextInt(500), -4, 4).toArray();
          Overfitting found =
              new Overfitting(
                  12,
                  16,
                  logits.length,
                  Figure.of(random.nextDouble()),
                  Figure.of(-0.25),
                  Histogram.closedAbove(logits, 2 + random.nextInt(30)));

          assertThat(OverfittingTree.read(written(OverfittingTree.of(found)))).isEqualTo(found);
        });
  }

  @Test
  void whatIsUndefinedKeepsItsReason() {
    Figure none = Figure.undefined("the family has 1 of the 10 trials that ranks need");
    Overfitting found =
        new Overfitting(1, 16, 0, none, none, Histogram.closedAbove(new double[0], 2));
    CapacityEstimate.Bound unknown = new CapacityEstimate.Bound(none, Optional.empty());
    EvidenceContext context =
        new EvidenceContext(
            new Breakdown(
                List.of(
                    new Breakdown.Part("2023", 251, 0.1, Figure.of(1.2), Figure.of(1), none),
                    new Breakdown.Part("2024", 3, -0.01, none, none, Figure.of(-0.2))),
                Figure.of(-0.01)),
            new Breakdown(List.of(), Figure.undefined("the run has no benchmark")),
            new CapacityEstimate(
                unknown, none, new CapacityEstimate.Bound(Figure.of(1e6), Optional.of("AAA"))));

    assertThat(OverfittingTree.read(written(OverfittingTree.of(found)))).isEqualTo(found);
    assertThat(ContextTree.read(written(ContextTree.of(context)))).isEqualTo(context);
  }

  private static RunSummary written(Map<String, Object> tree) {
    return RunSummary.parse(CanonicalJson.write(tree));
  }
}

package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class CombinatorialSplitsTest {

  @Test
  void countsOfSplitsAndPathsAreTheBinomialOnes() {
    JsonNode counts = Vectors.expected("S-CPCV-01").get("splits_paths");
    int row = 0;
    for (JsonNode asked : Vectors.inputs("S-CPCV-01").get("n_k")) {
      CombinatorialSplits splits =
          CombinatorialSplits.of(100, asked.get(0).asInt(), asked.get(1).asInt(), 0, 0);
      assertThat(splits.splits()).isEqualTo(counts.get(row).get(0).asInt());
      assertThat(splits.paths()).isEqualTo(counts.get(row).get(1).asInt());
      row++;
    }
    assertThat(row).isEqualTo(2);
  }

  @Test
  void trainingSetsLeaveOutPurgeAndEmbargo() {
    JsonNode inputs = Vectors.inputs("S-CPCV-02");
    JsonNode expected = Vectors.expected("S-CPCV-02");
    CombinatorialSplits splits =
        CombinatorialSplits.of(
            inputs.get("T").asInt(),
            inputs.get("folds").asInt(),
            inputs.get("test_folds").asInt(),
            inputs.get("purge").asInt(),
            inputs.get("embargo").asInt());
    assertThat(IntStream.range(0, splits.splits()).map(i -> splits.split(i).train().size()))
        .containsExactlyElementsOf(integers(expected.get("train_sizes")));
    for (int split : new int[] {0, 4, 7}) {
      assertThat(splits.split(split).train())
          .isEqualTo(integers(expected.get("train_of_split_" + split)));
    }
  }

  @Test
  void noSplitTrainsOnWhatItTestsAndEveryObservationIsTestedEquallyOften() {
    Seeds.forEachSeed(
        50,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          int groups = random.nextInt(2, 8);
          int testGroups = random.nextInt(1, groups);
          int observations = groups * random.nextInt(4, 9) + random.nextInt(groups);
          CombinatorialSplits splits =
              CombinatorialSplits.of(
                  observations, groups, testGroups, random.nextInt(3), random.nextInt(2));
          int[] tested = new int[observations];
          for (int i = 0; i < splits.splits(); i++) {
            CombinatorialSplits.Split split = splits.split(i);
            for (Block block : split.test()) {
              assertThat(split.train()).noneMatch(block::holds);
              IntStream.rangeClosed(block.first(), block.last()).forEach(at -> tested[at]++);
            }
          }
          assertThat(tested).containsOnly(splits.paths());
        });
  }

  @Test
  void eachTestedGroupOfASplitIsInOnePath() {
    CombinatorialSplits splits = CombinatorialSplits.of(20, 6, 2, 0, 0);
    double[][] tested = new double[splits.splits()][];
    for (int i = 0; i < tested.length; i++) {
      double[] row = new double[splits.split(i).test().stream().mapToInt(Block::size).sum()];
      Arrays.fill(row, i);
      tested[i] = row;
    }
    double[][] joined = splits.join(tested);
    assertThat(joined).hasNumberOfRows(5);
    for (int path = 0; path < joined.length; path++) {
      for (int group = 0; group < 6; group++) {
        Block block = splits.block(group);
        double[] part = Arrays.copyOfRange(joined[path], block.first(), block.last() + 1);
        assertThat(part).containsOnly(splits.path(path).get(group));
      }
    }
    assertThat(splits.path(0)).containsExactly(0, 0, 1, 2, 3, 4);
    assertThat(splits.path(4)).containsExactly(4, 8, 11, 13, 14, 14);
  }

  @Test
  void theLastGroupTakesTheRest() {
    CombinatorialSplits splits = CombinatorialSplits.of(20, 6, 2, 0, 0);
    assertThat(splits.block(4)).isEqualTo(new Block(12, 14));
    assertThat(splits.block(5)).isEqualTo(new Block(15, 19));
    assertThatThrownBy(() -> splits.block(6)).hasMessageContaining("no group 6");
    assertThatThrownBy(() -> splits.path(5)).hasMessageContaining("no path 5");
  }

  @Test
  void whatCannotBeSplitIsRefused() {
    assertThatThrownBy(() -> CombinatorialSplits.of(24, 6, 6, 0, 0)).hasMessageContaining("groups");
    assertThatThrownBy(() -> CombinatorialSplits.of(24, 6, 0, 0, 0)).hasMessageContaining("groups");
    assertThatThrownBy(() -> CombinatorialSplits.of(5, 6, 2, 0, 0)).hasMessageContaining("groups");
    assertThatThrownBy(() -> CombinatorialSplits.of(24, 6, 2, 2, 2)).hasMessageContaining("purge");
    assertThatThrownBy(() -> CombinatorialSplits.of(24, 6, 2, -1, 2)).hasMessageContaining("purge");
    assertThatThrownBy(() -> CombinatorialSplits.of(500, 100, 50, 0, 0))
        .hasMessageContaining("100000 splits");
    CombinatorialSplits splits = CombinatorialSplits.of(4, 2, 1, 0, 0);
    assertThatThrownBy(() -> splits.join(new double[1][2])).hasMessageContaining("1 rows");
    assertThatThrownBy(() -> splits.join(new double[2][1])).hasMessageContaining("too short");
    assertThatThrownBy(() -> splits.join(new double[2][3])).hasMessageContaining("too long");
  }

  @Test
  void sharpesOfPathsAreADistribution() {
    PathSharpes sharpes = PathSharpes.of(new double[][] {{1, 3}, {-1, -3}, {0, 2}, {5, 5}, {7}});
    double root = Math.sqrt(2);
    assertThat(sharpes.sharpes()).hasSize(5);
    assertClose(sharpes.sharpes().getFirst(), root);
    assertUndefined(sharpes.sharpes().get(3), "the returns do not vary");
    assertUndefined(sharpes.sharpes().get(4), "fewer than two returns");
    assertClose(sharpes.median(), 1 / root);
    assertClose(sharpes.fifthPercentile(), -root + 0.1 * (1 / root + root));
    assertClose(sharpes.shareBelowZero(), 1 / 3.0);
  }

  @Test
  void pathsWithoutASharpeHaveNoDistribution() {
    assertUndefined(PathSharpes.of(new double[][] {{1, 1}}).median(), "no path has a Sharpe");
    assertUndefined(PathSharpes.of(new double[0][]).shareBelowZero(), "no path has a Sharpe");
    assertThatThrownBy(() -> PathSharpes.of(new double[][] {{1, Double.NaN}}))
        .hasMessageContaining("paths");
  }

  static List<Integer> integers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
  }
}

package milodex.statistics;

import static milodex.statistics.Figures.assertClose;
import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class ParameterPlateauTest {

  private static final List<GridAxis> LINE = List.of(GridAxis.ordered(4));

  @Test
  void aBroadPeakHasHighNeighbours() {
    JsonNode expected = Vectors.expected("S-PL-01");
    double[] cells =
        StreamSupport.stream(Vectors.inputs("S-PL-01").get("grid").spliterator(), false)
            .flatMapToDouble(row -> DoubleStream.of(Vectors.doubles(row)))
            .toArray();
    ParameterPlateau plateau =
        ParameterPlateau.of(List.of(GridAxis.ordered(5), GridAxis.ordered(5)), cells);
    Vectors.same(plateau.peak(), expected.get("peak"), 0);
    assertThat(plateau.at()).isEqualTo(CombinatorialSplitsTest.integers(expected.get("at")));
    assertThat(plateau.neighbours()).isEqualTo(expected.get("n_nb").asInt());
    assertThat(plateau.onBorder()).isFalse();
    Vectors.same(value(plateau.neighbourMean()), expected.get("nb_mean"), 1e-9);
    Vectors.same(value(plateau.medianRatio()), expected.get("ratio_med"), 1e-9);
    Vectors.same(value(plateau.minimumRatio()), expected.get("ratio_min"), 1e-9);
    Vectors.same(value(plateau.shareAboveHalf()), expected.get("frac_half"), 1e-9);
    Vectors.same(plateau.sharePositive(), expected.get("frac_pos"), 1e-9);
    Vectors.same(value(plateau.z()), expected.get("z_peak"), 1e-9);
  }

  @Test
  void aPeakAtTheEndOfAnAxisIsOnTheBorder() {
    ParameterPlateau plateau = ParameterPlateau.of(LINE, new double[] {1, 2, 3, 4});
    assertThat(plateau.onBorder()).isTrue();
    assertThat(plateau.neighbours()).isEqualTo(1);
    assertClose(plateau.medianRatio(), 0.75);
    assertThat(ParameterPlateau.of(LINE, new double[] {1, 2, 4, 3}).onBorder()).isFalse();
  }

  @Test
  void neighboursOfThreeAxesAreTwentySix() {
    double[] cells = new double[27];
    cells[13] = 1;
    List<GridAxis> cube = List.of(GridAxis.ordered(3), GridAxis.ordered(3), GridAxis.ordered(3));
    ParameterPlateau plateau = ParameterPlateau.of(cube, cells);
    assertThat(plateau.at()).containsExactly(1, 1, 1);
    assertThat(plateau.neighbours()).isEqualTo(26);
  }

  @Test
  void aCategoricalParameterHasNoNeighboursAndNoBorder() {
    List<GridAxis> mixed = List.of(GridAxis.categorical(2), GridAxis.ordered(3));
    ParameterPlateau plateau = ParameterPlateau.of(mixed, new double[] {9, 9, 9, 4, 10, 2});
    assertThat(plateau.neighbours()).isEqualTo(2);
    assertThat(plateau.onBorder()).isFalse();
    assertClose(plateau.medianRatio(), 0.3);
    ParameterPlateau alone =
        ParameterPlateau.of(List.of(GridAxis.categorical(3)), new double[] {1, 2, 3});
    assertUndefined(alone.medianRatio(), "the peak has no neighbours");
    assertUndefined(alone.minimumRatio(), "the peak has no neighbours");
    assertUndefined(alone.neighbourMean(), "the peak has no neighbours");
  }

  @Test
  void aPeakThatIsNotPositiveHasNoRatios() {
    ParameterPlateau plateau = ParameterPlateau.of(LINE, new double[] {-3, 0, -1, -2});
    assertUndefined(plateau.medianRatio(), "the peak is not positive");
    assertUndefined(plateau.minimumRatio(), "the peak is not positive");
    assertUndefined(plateau.shareAboveHalf(), "the peak is not positive");
    assertThat(plateau.sharePositive()).isZero();
  }

  @Test
  void equalCellsAreAPlateauWithoutAZ() {
    ParameterPlateau plateau = ParameterPlateau.of(LINE, new double[] {0.1, 0.1, 0.1, 0.1});
    assertThat(plateau.at()).containsExactly(0);
    assertClose(plateau.medianRatio(), 1);
    assertUndefined(plateau.z(), "the cells do not differ");
    ParameterPlateau single = ParameterPlateau.of(List.of(GridAxis.ordered(1)), new double[] {1});
    assertThat(single.onBorder()).isFalse();
    assertUndefined(single.z(), "the cells do not differ");
  }

  @Test
  void ratiosAndSharesDoNotDependOnTheUnit() {
    Seeds.forEachSeed(
        30,
        seed -> {
          double[] cells = Seeds.random(seed).doubles(12, -1, 1).toArray();
          double[] scaled = DoubleStream.of(cells).map(cell -> 4 * cell).toArray();
          List<GridAxis> axes = List.of(GridAxis.ordered(3), GridAxis.ordered(4));
          ParameterPlateau one = ParameterPlateau.of(axes, cells);
          ParameterPlateau other = ParameterPlateau.of(axes, scaled);
          assertThat(other.medianRatio()).isEqualTo(one.medianRatio());
          assertThat(other.shareAboveHalf()).isEqualTo(one.shareAboveHalf());
          assertClose(other.z(), value(one.z()));
        });
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> ParameterPlateau.of(LINE, new double[3]))
        .hasMessageContaining("cells");
    assertThatThrownBy(() -> ParameterPlateau.of(List.of(), new double[1]))
        .hasMessageContaining("cells");
    assertThatThrownBy(() -> ParameterPlateau.of(LINE, new double[] {1, 2, 3, Double.NaN}))
        .hasMessageContaining("cells");
    assertThatThrownBy(() -> GridAxis.ordered(0)).hasMessageContaining("size");
  }

  @Test
  void aHoleInTheGridIsNoNeighbourAndCountsInNoShare() {
    Figure hole = Figure.undefined("no strategy");
    ParameterPlateau plateau =
        ParameterPlateau.of(LINE, List.of(Figure.of(1), Figure.of(4), hole, Figure.of(-1)))
            .orElseThrow();

    assertThat(plateau.at()).containsExactly(1);
    assertThat(plateau.neighbours()).isEqualTo(1);
    assertClose(plateau.medianRatio(), 0.25);
    assertClose(plateau.shareAboveHalf(), 1 / 3.0);
    assertThat(ParameterPlateau.of(LINE, List.of(hole, hole, hole, hole))).isEmpty();
  }
}

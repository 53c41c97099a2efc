package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import milodex.analytics.Histogram;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

class PicturesTest {

  @Test
  void aHistogramHasABarForEachBinAndItsTallestReachesTheTop() {
    Histogram histogram = Histogram.of(new double[] {-0.015, 0.001, 0.002, 0.012}, 40);
    String picture = HistogramPicture.of(histogram, "\"four\" trades").toString();

    assertThat(picture.split("<rect", -1)).hasSize(histogram.bins().size() + 1);
    assertThat(picture)
        .contains("aria-label=\"&quot;four&quot; trades\"", "y=\"24.0\"", "1 in the fullest bin")
        .doesNotContain("NaN", "width=\"-");
  }

  @Test
  void fallsAreLossesAndAMarkBeyondThemAllIsStillOnThePicture() {
    Histogram falls = Histogram.of(new double[] {0.1, 0.2, 0.21}, 10);
    List<Mark> marks = List.of(new Mark(0.6, "this run", "run"), new Mark(0.2, "luck", "other"));
    String picture = HistogramPicture.ofFalls(falls, marks, "falls").toString();

    assertThat(picture)
        .contains("<path class=\"mark run\" d=\"M344.0 15V180\"/>", "class=\"fall\"")
        .doesNotContain("class=\"gain\"", "in the fullest bin");
  }

  @Test
  void namesOfMarksLeaveEachOtherWhereThereIsRoom() {
    Axis across = new Axis(0, 100, 0, 350);
    List<Mark> apart = List.of(new Mark(60, "right", "run"), new Mark(40, "left", "other"));
    List<Mark> edges = List.of(new Mark(99, "right", "run"), new Mark(1, "left", "other"));

    assertThat(Mark.of(apart, across, 50).toString())
        .contains("x=\"207.0\" y=\"11\" text-anchor=\"start\">right<")
        .contains("x=\"143.0\" y=\"26\" text-anchor=\"end\">left<");
    assertThat(Mark.of(edges, across, 50).toString())
        .contains("text-anchor=\"end\">right<", "text-anchor=\"start\">left<");
  }

  @Test
  void barsGrowFromZeroToTheirSideAndNothingUndefinedHasOne() {
    assertThat(Bar.of(Figure.of(-0.5), 2).toString()).contains("loss", "x=\"-25\"", "width=\"25\"");
    assertThat(Bar.of(Figure.of(2), 2).toString()).contains("gain", "x=\"0\"", "width=\"100\"");
    assertThat(Bar.of(Figure.undefined("no trades"), 2)).isSameAs(Html.EMPTY);
    assertThat(Bar.scale(List.of(Figure.of(-3), Figure.undefined("no trades"), Figure.of(2))))
        .isEqualTo(3);
  }

  @Test
  void anAxisHasFewRoundTicksBetweenItsEnds() {
    assertThat(new Axis(-13, 9, 0, 100).ticks(5)).containsExactly(-10.0, -5.0, 0.0, 5.0);
    for (long seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double low = random.nextDouble(-2, 2);
      Axis axis = new Axis(low, low + random.nextDouble(1e-4, 3), 10, 300);
      int most = 2 + random.nextInt(8);

      assertThat(axis.ticks(most)).isNotEmpty().hasSizeLessThanOrEqualTo(most + 1);
      assertThat(axis.ticks(most))
          .allSatisfy(tick -> assertThat(axis.place(tick)).isBetween(9.9, 300.1));
    }
  }
}

package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.column;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {

  @Test
  void monthlyReturnsResembleTheirPastAsOtherProgramsSay() {
    JsonNode expected = expected("S-SR-03").get("acf");
    List<Figure> found = Autocorrelation.upTo(11, column("returns_monthly_a.csv", "r"));
    assertThat(found).hasSize(11);
    for (int i = 0; i < 11; i++) {
      same(value(found.get(i)), expected.get(i), 1e-8);
    }
  }

  @Test
  void noSeriesResemblesItsPastMoreThanItself() {
    Seeds.forEachSeed(
        50,
        seed ->
            assertThat(value(Autocorrelation.at(Noise.returns(seed, 12, 0), 1)))
                .isBetween(-1.0, 1.0));
  }

  @Test
  void whatIsShortOrFlatHasNone() {
    assertUndefined(Autocorrelation.at(new double[0], 1), "too few values for lag 1");
    assertUndefined(Autocorrelation.at(new double[] {1, 2}, 1), "too few values for lag 1");
    assertUndefined(Autocorrelation.at(Noise.constant(9, 1), 1), "the returns do not vary");
    assertThat(Autocorrelation.at(new double[] {1, 2, 3}, 1)).isEqualTo(Figure.of(0));
    assertThatThrownBy(() -> Autocorrelation.at(new double[9], 0)).hasMessageContaining("lag");
  }
}

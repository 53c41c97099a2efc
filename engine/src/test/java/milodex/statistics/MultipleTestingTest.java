package milodex.statistics;

import static milodex.statistics.Figures.assertUndefined;
import static milodex.statistics.Figures.value;
import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import milodex.Seeds;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {

  @Test
  void sixTestsAreAdjustedAsInOtherPrograms() {
    double[] p = doubles(inputs("S-MT-01").get("p"));
    JsonNode expected = expected("S-MT-01");
    assertAdjusted(MultipleTesting.bonferroni(p), expected.get("bonferroni"));
    assertAdjusted(MultipleTesting.holm(p), expected.get("holm"));
    assertAdjusted(MultipleTesting.benjaminiHochberg(p), expected.get("bh"));
    assertAdjusted(MultipleTesting.benjaminiYekutieli(p), expected.get("bhy"));
  }

  @Test
  void whereAllMustPassTheLargestCountsAndAChoiceIsCorrected() {
    JsonNode in = inputs("S-IUT-01");
    JsonNode expected = expected("S-IUT-01");
    Figure conjunction = MultipleTesting.conjunction(doubles(in.get("gate_p_values_one_strategy")));
    double[] family = doubles(in.get("family_best_p"));
    assertThat(value(conjunction)).isEqualTo(expected.get("iut_p").asDouble());
    assertThat(value(conjunction) <= in.get("alpha").asDouble())
        .isEqualTo(expected.get("iut_pass").asBoolean());
    assertThat(MultipleTesting.bonferroni(family)[0])
        .isCloseTo(expected.get("family_bonferroni_best").asDouble(), within(1e-9));
    assertAdjusted(MultipleTesting.holm(family), expected.get("family_holm"));
  }

  @Test
  void theOrderOfTestsIsNoPartOfItAndTheAdjustmentsAreNested() {
    Seeds.forEachSeed(
        100,
        seed -> {
          double[] p = Seeds.random(seed).doubles(12).map(u -> u * u).toArray();
          double[] backwards = new double[p.length];
          for (int i = 0; i < p.length; i++) {
            backwards[i] = p[p.length - 1 - i];
          }
          double[] holm = MultipleTesting.holm(p);
          double[] bh = MultipleTesting.benjaminiHochberg(p);
          for (int i = 0; i < p.length; i++) {
            assertThat(MultipleTesting.holm(backwards)[p.length - 1 - i]).isEqualTo(holm[i]);
            assertThat(bh[i]).isBetween(p[i], holm[i]);
            assertThat(holm[i]).isLessThanOrEqualTo(MultipleTesting.bonferroni(p)[i]);
            assertThat(MultipleTesting.benjaminiYekutieli(p)[i]).isBetween(bh[i], 1.0);
          }
        });
  }

  @Test
  void equalTestsStayEqual() {
    double[] p = {0.02, 0.01, 0.02, 0.5};
    for (double[] adjusted :
        new double[][] {
          MultipleTesting.holm(p),
          MultipleTesting.benjaminiHochberg(p),
          MultipleTesting.benjaminiYekutieli(p)
        }) {
      assertThat(adjusted[0]).isEqualTo(adjusted[2]);
    }
  }

  @Test
  void noTestsOneTestAndAllEqualTestsAreFine() {
    assertThat(MultipleTesting.holm(new double[0])).isEmpty();
    assertThat(MultipleTesting.bonferroni(new double[0])).isEmpty();
    assertThat(MultipleTesting.benjaminiYekutieli(new double[0])).isEmpty();
    assertThat(MultipleTesting.holm(new double[] {0.04})).containsExactly(0.04);
    assertThat(MultipleTesting.benjaminiYekutieli(new double[] {0.04})).containsExactly(0.04);
    assertThat(MultipleTesting.benjaminiHochberg(new double[] {1, 1, 1})).containsExactly(1, 1, 1);
    assertUndefined(MultipleTesting.conjunction(new double[0]), "no test was made");
  }

  @Test
  void whatIsNoProbabilityIsTheCallersMistake() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> MultipleTesting.holm(new double[] {0.1, wrong}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("p[1]");
    }
  }

  private static void assertAdjusted(double[] adjusted, JsonNode expected) {
    assertThat(Arrays.stream(adjusted).toArray()).containsExactly(doubles(expected), within(1e-9));
  }
}

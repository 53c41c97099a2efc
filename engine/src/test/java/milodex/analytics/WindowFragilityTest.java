package milodex.analytics;

import static milodex.statistics.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import milodex.statistics.Figures;
import milodex.statistics.Vectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WindowFragilityTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void aResultThatIsGoneWithoutItsBestWindowHangsOnIt() {
    JsonNode expected = Vectors.expected("S-LOWO-01");
    List<double[]> windows =
        Arrays.stream(Vectors.doubles(Vectors.inputs("S-LOWO-01").get("window_return_pct")))
            .mapToObj(percent -> new double[] {percent / 100})
            .toList();
    WindowFragility fragility = WindowFragility.of(windows);
    int best = expected.get("best").asInt();
    assertThat(value(fragility.total())).isCloseTo(expected.get("total").asDouble(), CLOSE);
    assertThat(fragility.best()).isEqualTo(best + 1);
    assertThat(value(fragility.bestShare())).isCloseTo(expected.get("share").asDouble(), CLOSE);
    assertThat(fragility.totalsWithout().stream().mapToDouble(Figures::value).toArray())
        .containsExactly(Vectors.doubles(expected.get("loo")), CLOSE);
    assertThat(value(fragility.totalsWithout().get(best)))
        .isCloseTo(expected.get("without_best").asDouble(), CLOSE);
    assertThat(fragility.needed()).containsExactly(best + 1);
    assertThat(fragility.isSingleWindowDependent()).isEqualTo(expected.get("flag").asBoolean());
  }
}

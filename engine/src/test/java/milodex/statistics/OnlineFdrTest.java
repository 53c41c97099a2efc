package milodex.statistics;

import static milodex.statistics.Vectors.doubles;
import static milodex.statistics.Vectors.expected;
import static milodex.statistics.Vectors.inputs;
import static milodex.statistics.Vectors.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import milodex.Seeds;
import milodex.statistics.OnlineFdr.Decision;
import org.junit.jupiter.api.Test;

class OnlineFdrTest {

  @Test
  void aStreamOfFifteenIsDecidedAsByAnotherProgram() {
    JsonNode in = inputs("S-OFDR-01");
    JsonNode expected = expected("S-OFDR-01");
    OnlineFdr fdr = new OnlineFdr(in.get("alpha").asDouble(), in.get("w0").asDouble());
    List<Decision> decisions = fdr.decide(doubles(in.get("p")));
    assertThat(decisions).hasSize(15);
    for (int i = 0; i < decisions.size(); i++) {
      same(decisions.get(i).level(), expected.get("alpha_t").get(i), 1e-8);
      assertThat(decisions.get(i).rejected()).isEqualTo(expected.get("reject").get(i).asBoolean());
    }
    assertThat(OnlineFdr.at(0.05)).isEqualTo(fdr);
    same(fdr.nextLevel(14, List.of(1, 6, 10)), expected.get("alpha_t").get(14), 1e-8);
  }

  @Test
  void noPastDecisionDependsOnWhatComesLater() {
    Seeds.forEachSeed(
        30,
        seed -> {
          double[] p = Seeds.random(seed).doubles(40).map(u -> u * u * u).toArray();
          List<Decision> all = OnlineFdr.at(0.1).decide(p);
          assertThat(OnlineFdr.at(0.1).decide(Arrays.copyOf(p, 17))).isEqualTo(all.subList(0, 17));
          List<Integer> rejections = new ArrayList<>();
          for (int i = 0; i < 17; i++) {
            if (all.get(i).rejected()) {
              rejections.add(i + 1);
            }
          }
          assertThat(OnlineFdr.at(0.1).nextLevel(17, rejections)).isEqualTo(all.get(17).level());
        });
  }

  @Test
  void withoutDiscoveriesTheLevelsNeverSpendMoreThanTheInitialWealth() {
    double[] p = Noise.constant(2000, 1);
    double spent = OnlineFdr.at(0.05).decide(p).stream().mapToDouble(Decision::level).sum();
    assertThat(spent).isBetween(0.001, 0.005);
  }

  @Test
  void anEmptyStreamHasNoDecisionsButANextLevel() {
    assertThat(OnlineFdr.at(0.05).decide(new double[0])).isEmpty();
    assertThat(OnlineFdr.at(0.05).nextLevel(0, List.of())).isPositive();
  }

  @Test
  void aStreamThatCannotBeIsTheCallersMistake() {
    OnlineFdr fdr = OnlineFdr.at(0.05);
    assertThatThrownBy(() -> fdr.decide(new double[] {Double.NaN})).hasMessageContaining("p[0]");
    assertThatThrownBy(() -> fdr.nextLevel(-1, List.of())).hasMessageContaining("tested");
    assertThatThrownBy(() -> fdr.nextLevel(2, List.of(3))).hasMessageContaining("rejections");
    assertThatThrownBy(() -> fdr.nextLevel(2, List.of(2, 1))).hasMessageContaining("rejections");
    assertThatThrownBy(() -> OnlineFdr.at(1)).hasMessageContaining("alpha");
    assertThatThrownBy(() -> new OnlineFdr(0.05, 0.06)).hasMessageContaining("initialWealth");
  }
}

package milodex.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrategyIdTest {

  @Test
  void idsComeInTheOrderOfTheirTexts() {
    List<String> words = List.of("a", "a0", "a_b", "ab", "b", "0");
    List<StrategyId> ids =
        words.stream()
            .flatMap(family -> words.stream().map(rule -> family + ".daily." + rule))
            .flatMap(start -> words.stream().map(variant -> start + "." + variant))
            .flatMap(start -> Stream.of(start + ".v1", start + ".v2", start + ".v10"))
            .map(StrategyId::parse)
            .toList();

    for (StrategyId one : ids) {
      for (StrategyId other : ids) {
        assertThat(Integer.signum(one.compareTo(other)))
            .as("%s and %s", one, other)
            .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
      }
    }
  }
}

package milodex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void everySeedIsTriedOnce() {
    List<Long> seen = new ArrayList<>();
    Seeds.forEachSeed(3, seen::add);
    assertThat(seen).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aBrokenPropertyNamesItsSeed() {
    assertThatThrownBy(() -> Seeds.forEachSeed(9, seed -> assertThat(seed).isLessThan(5)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("with seed 5:");
  }

  @Test
  void anExceptionNamesItsSeedToo() {
    assertThatThrownBy(() -> Seeds.forEachSeed(9, seed -> Math.floorDiv(1, seed - 2)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("with seed 2:")
        .hasCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void aSeedAlwaysGivesTheSameNumbers() {
    assertThat(Seeds.random(7).nextLong()).isEqualTo(Seeds.random(7).nextLong());
    assertThat(Seeds.random(7).nextLong()).isNotEqualTo(Seeds.random(8).nextLong());
  }
}

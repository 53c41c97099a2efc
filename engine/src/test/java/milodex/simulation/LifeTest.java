package milodex.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import milodex.Seeds;
import org.junit.jupiter.api.Test;

class LifeTest {

  private static final int DAYS = 60;

  @Test
  void whateverGoesWrongTheInvariantsHold() {
    Seeds.forEachSeed(
        300,
        seed -> {
          LifeReport life = Life.live(seed, DAYS);
          assertThat(life.broken()).as("%s", life.faults()).isEmpty();
        });
  }
}

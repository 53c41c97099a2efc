package milodex.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LifeTest {

  private static final int SEEDS = 300;
  private static final int DAYS = 60;

  @Test
  void whateverGoesWrongEveryInvariantHolds() {
    List<LifeReport> lives =
        LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(seed -> Life.live(seed, DAYS))
            .toList();

    assertThat(lives)
        .allSatisfy(life -> assertThat(life.broken()).as("seed %s", life.seed()).isEmpty());
    assertThat(lives.stream().mapToInt(LifeReport::orders).sum()).isGreaterThan(30_000);
    assertThat(lives.stream().mapToInt(LifeReport::waits).sum())
        .as(
            "sessions in which an action waits for an order, of which seed 62 breaks if it does not")
        .isGreaterThan(20);
    Set<Fault> seen =
        lives.stream()
            .flatMap(life -> life.faults().stream())
            .map(Struck::fault)
            .collect(Collectors.toSet());
    assertThat(seen).isEqualTo(EnumSet.allOf(Fault.class));
  }

  @Test
  void theSameSeedLivesTheSameLifeByteForByte() {
    assertThat(Life.live(7, 20)).isEqualTo(Life.live(7, 20));
    assertThat(Life.live(7, 20).head()).isNotEqualTo(Life.live(8, 20).head());
  }

  @Test
  void nothingGoesWrongOutsideTheSessionsAsked() {
    LifeReport life = Life.live(7, 30, 10, 12);

    assertThat(life.faults())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.session()).isBetween(life.from(), life.to()));
    assertThat(life.from()).isBefore(life.to());
  }

  @Test
  void aLifeTooShortForAnythingToGoWrongIsRefused() {
    assertThatThrownBy(() -> Life.live(1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 4 days");
  }
}

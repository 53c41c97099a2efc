package milodex.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import milodex.ledger.Head;
import org.junit.jupiter.api.Test;

class ShrinkTest {

  private static final LocalDate DAY = LocalDate.parse("2023-01-03");

  @Test
  void onlyTheSessionsThatBreakItAreLeft() {
    LifeReport shortest =
        Shrink.shortest(life(0, 56, true), (from, to) -> life(from, to, from <= 17 && to >= 19));

    assertThat(shortest.from()).isEqualTo(DAY.plusDays(17));
    assertThat(shortest.to()).isEqualTo(DAY.plusDays(19));
  }

  @Test
  void whatBreaksOnlyAsAWholeStaysWhole() {
    LifeReport whole = life(0, 56, true);

    assertThat(Shrink.shortest(whole, (from, to) -> life(from, to, false))).isEqualTo(whole);
  }

  @Test
  void aLifeThatHoldsIsNotLivedAgain() {
    LifeReport good = life(0, 56, false);

    assertThat(Shrink.shortest(good, (_, _) -> life(0, 0, true))).isEqualTo(good);
  }

  private static LifeReport life(int from, int to, boolean isBroken) {
    return new LifeReport(
        1,
        DAY.plusDays(from),
        DAY.plusDays(to),
        60,
        List.of(),
        isBroken ? List.of("broken") : List.of(),
        1,
        0,
        0,
        0,
        Head.EMPTY);
  }
}

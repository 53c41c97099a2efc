package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import milodex.Play;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class StrategyPauseTest {

  private static final Instant NOON = Instant.parse("2024-03-08T17:00:00Z");
  private static final StrategyId SIBLING = StrategyId.parse("null.daily.script.sibling.v1");

  private final Ledger ledger = new MemoryLedger();
  private final Books books = new Books(ledger);
  private final StrategyPause pause = new StrategyPause(books);

  @Test
  void aPauseStopsOneStrategyUntilItIsUnpaused() {
    assertThat(pause.pause(Play.ID, "earnings", NOON)).isTrue();
    assertThat(books.halts().facing(Play.ID).paused()).hasValue("earnings");
    assertThat(books.halts().facing(SIBLING).paused()).isEmpty();

    assertThat(pause.unpause(Play.ID, "they are out", NOON)).isTrue();
    assertThat(books.halts().facing(Play.ID).paused()).isEmpty();
    assertThat(books.halts().paused()).isEmpty();
  }

  @Test
  void doingItTwiceWritesNothing() {
    assertThat(pause.unpause(Play.ID, "why not", NOON)).isFalse();
    pause.pause(Play.ID, "earnings", NOON);
    assertThat(pause.pause(Play.ID, "again", NOON)).isFalse();

    assertThat(ledger.head().seq()).isEqualTo(1);
    assertThat(books.halts().facing(Play.ID).paused()).hasValue("earnings");
  }

  @Test
  void itCanBePausedAgain() {
    pause.pause(Play.ID, "earnings", NOON);
    pause.unpause(Play.ID, "they are out", NOON);

    assertThat(pause.pause(Play.ID, "holidays", NOON)).isTrue();
    assertThat(books.halts().facing(Play.ID).paused()).hasValue("holidays");
  }

  @Test
  void whoeverLosesTheRaceReadsAgain() {
    Books stale = new Books(new Delayed(ledger));
    pause.pause(Play.ID, "earnings", NOON);

    assertThat(new StrategyPause(stale).pause(Play.ID, "me too", NOON)).isFalse();
    assertThat(stale.halts().facing(Play.ID).paused()).hasValue("earnings");
  }

  @Test
  void aPauseNeedsAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pause.pause(Play.ID, " ", NOON))
        .withMessage("reason is blank");
  }
}

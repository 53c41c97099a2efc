package milodex.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.Seeds;
import milodex.execution.Books;
import milodex.execution.Checkpoint;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

/// Books of a life in which everything goes wrong, taken up again at checkpoints.
class LifeCheckpointTest {

  private static final int EVERY = 97;

  @Test
  void goingOnFromAnyCutEqualsFoldingTheWhole() {
    Seeds.forEachSeed(
        12,
        seed -> {
          Life life = new Life(seed, 30, 0, 28);
          life.live();
          List<Event> events = new ArrayList<>();
          life.ledger().replay(events::add);
          MemoryLedger growing = new MemoryLedger();
          Books kept = new Books(growing);
          List<Checkpoint> cuts = new ArrayList<>();
          for (Event event : events) {
            growing.append(event.at(), Draft.because(event.cause(), event.key(), event.fact()));
            if (event.seq() % EVERY == 0) {
              cuts.add(kept.checkpoint().orElseThrow());
            }
          }
          Books whole = new Books(growing);

          for (Checkpoint cut : cuts) {
            Books restored = new Books(growing, Optional.of(cut));
            assertThat(restored.checkpoint()).isEqualTo(whole.checkpoint());
          }
          assertThat(cuts).hasSizeGreaterThan(5);
          assertThat(new Books(growing, Optional.of(cuts.getFirst())).closedTrades())
              .isEqualTo(whole.closedTrades());
        });
  }
}

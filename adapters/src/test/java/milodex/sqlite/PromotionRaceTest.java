package milodex.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import milodex.ledger.Ledger;
import milodex.promotion.Applicants;
import milodex.promotion.Demotion;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.promotion.Step;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two processes that want the same step share one file, and one of them takes it.
class PromotionRaceTest {

  private static final StrategyId ID = Applicants.ID;
  private static final Instant NOW = Instant.parse("2024-03-01T21:05:00Z");

  @TempDir private Path folder;

  @Test
  void ofTwoThatPromoteAtOnceExactlyOneDoesAndTheOtherFindsItDone()
      throws InterruptedException, ExecutionException {
    try (Ledger one = SqliteLedger.open(folder.resolve("ledger.db"));
        Ledger other = SqliteLedger.open(folder.resolve("ledger.db"));
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int round = 1; round <= 15; round++) {
        CountDownLatch decided = new CountDownLatch(2);
        List<Callable<Step>> steps = new ArrayList<>();
        for (Ledger ledger : List.of(one, other)) {
          steps.add(() -> promote(new PromotionLog(ledger), decided));
        }
        List<Step> after = new ArrayList<>();
        for (Future<Step> step : both.invokeAll(steps)) {
          after.add(step.get());
        }

        assertThat(after.stream().filter(Step.Taken.class::isInstance)).hasSize(1);
        assertThat(after.stream().filter(Step.There.class::isInstance)).hasSize(1);
        PromotionLog log = new PromotionLog(one);
        assertThat(log.standing(ID).stage()).isEqualTo(Stage.PAPER);
        assertThat(log.standing(ID).steps()).isEqualTo(2 * round - 1);
        Step.Taken down =
            (Step.Taken) new Demotion(ID, log.standing(ID)).decide(Stage.BACKTEST, "next round");
        assertThat(log.take(down, NOW)).isPresent();
      }
      assertThat(one.head().seq()).isEqualTo(30);
      assertThat(other.head()).isEqualTo(one.head());
    }
  }

  /// The step that was taken, or what is decided once it is seen that another was.
  private static Step promote(PromotionLog log, CountDownLatch decided)
      throws InterruptedException {
    Step step = Applicants.toPaper(log.standing(ID));
    decided.countDown();
    decided.await();
    OptionalLong seq = log.take((Step.Taken) step, NOW);
    return seq.isPresent() ? step : Applicants.toPaper(log.standing(ID));
  }
}

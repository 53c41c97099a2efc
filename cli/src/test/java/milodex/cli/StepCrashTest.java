package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.ledger.FactType;
import milodex.sqlite.SqliteLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed while it promotes, demotes, halts and resets: each step is taken once and
/// whole, and the next process goes on from there.
///
/// `MILODEX_CRASHES` says under how many seeds; a few without it.
class StepCrashTest {

  private static final int SEEDS =
      Optional.ofNullable(System.getenv("MILODEX_CRASHES")).map(Integer::parseInt).orElse(2);

  private static final int KILLS = 3;

  /// Bytes of a few rounds.
  private static final int ROUNDS = 200_000;

  private static final List<FactType> ROUND =
      List.of(
          FactType.STAGE_PROMOTED,
          FactType.STAGE_DEMOTED,
          FactType.HALT_TRIPPED,
          FactType.HALT_VERIFIED,
          FactType.HALT_RESET);

  @TempDir private Path directory = Path.of("");

  @Test
  void everyStepIsTakenOnceAndWhole() {
    int[] taken = {0};
    Seeds.forEachSeed(
        SEEDS,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          Path home = folder(seed);
          for (int kill = 1; kill <= KILLS; kill++) {
            int before = steps(home).size();
            killed(home, random.nextInt(1, ROUNDS));

            List<FactType> steps = steps(home);
            assertThat(steps).hasSizeGreaterThanOrEqualTo(before);
            for (int i = 0; i < steps.size(); i++) {
              assertThat(steps.get(i)).as("step " + i).isEqualTo(ROUND.get(i % ROUND.size()));
            }
          }
          taken[0] += steps(home).size();
        });
    assertThat(taken[0])
        .as("under some seeds it is killed at once, under most after rounds")
        .isGreaterThan(SEEDS * ROUND.size());
  }

  private Path folder(long seed) {
    try {
      return Files.createDirectory(directory.resolve("seed" + seed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts it, and kills it once its files have grown by `bytes`.
  private void killed(Path home, int bytes) {
    long before = written(home);
    ChildProcess process =
        ChildProcess.start(directory.resolve("children"), StepLoop.class, "" + home);
    while (written(home) - before < bytes) {
      assertThat(process.isOver()).as(process.err()).isFalse();
    }
    process.kill();
  }

  private static long written(Path home) {
    long sum = 0;
    for (String file : List.of("ledger.db", "ledger.db-wal")) {
      Path path = home.resolve(file);
      try {
        sum += Files.exists(path) ? Files.size(path) : 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sum;
  }

  /// What its ledger holds, once it has proved to be whole.
  private static List<FactType> steps(Path home) {
    List<FactType> steps = new ArrayList<>();
    if (Files.exists(StepLoop.ledger(home))) {
      try (SqliteLedger ledger = SqliteLedger.openReadOnly(StepLoop.ledger(home))) {
        assertThat(ledger.verify(Optional.of(ledger.head()))).isEqualTo(ledger.head());
        ledger.replay(event -> steps.add(FactType.of(event.fact())));
      }
    }
    return steps;
  }
}

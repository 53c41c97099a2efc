package milodex.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import milodex.promotion.Gate;

/// Measures how often the gate passes luck, and how often skill, by replicates of both.
///
/// What it finds depends on the seed alone and never on the threads.
///
/// @param replicates of each cell, at least 1
/// @param threads that compute at once, at least 1
public record Calibration(Gate gate, int replicates, long seed, int threads) {

  /// @throws IllegalArgumentException if a count is below 1
  public Calibration {
    if (replicates < 1) {
      throw new IllegalArgumentException("replicates is at least 1, not " + replicates);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is at least 1, not " + threads);
    }
  }

  /// What each of `cells` came to, in their order.
  ///
  /// @param done is run after each replicate, by the thread that called
  public List<Measured> run(List<Cell> cells, Runnable done) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Measured> all = new ArrayList<>();
      try {
        cells.forEach(cell -> all.add(run(cell, pool, done)));
      } finally {
        pool.shutdownNow();
      }
      return List.copyOf(all);
    }
  }

  private Measured run(Cell cell, ExecutorService pool, Runnable done) {
    List<CompletableFuture<Outcome>> running =
        IntStream.range(0, replicates)
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(() -> cell.replicate(gate, seed, number), pool))
            .toList();
    List<Outcome> outcomes = new ArrayList<>();
    for (CompletableFuture<Outcome> one : running) {
      outcomes.add(one.join());
      done.run();
    }
    return Measured.of(cell, outcomes);
  }
}

package milodex.research;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Work done by several threads, whose results are taken by one and in the order of the tasks.
///
/// @param threads at least 1
record InOrder(int threads) {

  InOrder {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: at least 1, not " + threads);
    }
  }

  /// Hands each result to `taker`, on the thread that calls.
  ///
  /// What `work` or `taker` throws is thrown here, and tasks not begun are left undone.
  <T, R> void each(Collection<T> tasks, Function<T, R> work, Consumer<R> taker) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try {
        Deque<Future<R>> results = new ArrayDeque<>();
        tasks.forEach(task -> results.add(pool.submit(() -> work.apply(task))));
        while (!results.isEmpty()) {
          taker.accept(result(results.remove()));
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException broken -> throw broken;
        case Error broken -> throw broken;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

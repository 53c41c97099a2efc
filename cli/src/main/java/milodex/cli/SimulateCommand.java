package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import milodex.simulation.Life;
import milodex.simulation.LifeReport;
import milodex.simulation.Shrink;
import milodex.terminal.Progress;

/// Lives through made-up markets while things go wrong by a seed.
final class SimulateCommand implements Action {

  private static final int LEAST_DAYS = 4;
  private static final int MOST_DAYS = 500;

  private long seed = 1;
  private int seeds = 1;
  private int days = 60;
  private Optional<Integer> threads = Optional.empty();

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Put the trading loop through made-up markets while everything around it fails by a seed.",
            "Orders and answers get lost, processes die in the middle of a step, the disk refuses, the"
                + " operator halts. At the end books and broker have to be equal to the cent, and no order"
                + " sent twice, unapproved or in a halt. A seed is the same on every machine; one that"
                + " breaks something is cut down to the sessions that do it. No workspace is touched.")
        .option("--seed", "N", Long.class, "The first seed (${DEFAULT-VALUE}).", it -> seed = it)
        .option(
            "--seeds",
            "COUNT",
            Integer.class,
            "How many, one after the other (${DEFAULT-VALUE}).",
            it -> seeds = it)
        .option(
            "--days",
            "D",
            Integer.class,
            "Sessions in each, the last three without faults (${DEFAULT-VALUE}).",
            it -> days = it)
        .option(
            "--threads",
            "T",
            Integer.class,
            "How many live at once; all cores unless said. They change no result.",
            it -> threads = Optional.of(it));
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    require("--seeds", seeds, 1, 1_000_000);
    require("--days", days, LEAST_DAYS, MOST_DAYS);
    threads.ifPresent(count -> require("--threads", count, 1, 256));
    try (Progress progress = invocation.console().progress("Simulate", seeds);
        ExecutorService workers =
            Executors.newFixedThreadPool(
                threads.orElse(Runtime.getRuntime().availableProcessors()))) {
      List<Future<LifeReport>> living = new ArrayList<>();
      for (int i = 0; i < seeds; i++) {
        long one = seed + i;
        living.add(
            workers.submit(
                () -> {
                  LifeReport life = Shrink.shortest(Life.live(one, days));
                  progress.advance(1);
                  return life;
                }));
      }
      List<LifeReport> lives = new ArrayList<>();
      for (Future<LifeReport> one : living) {
        lives.add(one.get());
      }
      return SimulationReport.of(lives);
    }
  }

  private static void require(String option, int count, int least, int most) {
    if (count < least || count > most) {
      throw Failure.usage(
          "invalid_argument",
          option + " is a number from " + least + " to " + most + ".",
          count + " was asked for.",
          "Leave " + option + " out, or give such a number.");
    }
  }
}

package milodex.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.calibration.Calibration;
import milodex.calibration.Cell;
import milodex.calibration.Measured;
import milodex.promotion.Gate;
import milodex.promotion.Policy;
import milodex.terminal.Progress;

/// How often the gate passes luck, and how often skill.
final class ResearchNullCommand implements Action {

  private int replicates = 100;
  private long seed = 1;
  private Optional<Integer> threads = Optional.empty();
  private List<String> names = List.of();
  private boolean isAll;

  @Override
  public String name() {
    return "null";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Measure how often the gate passes luck, and how often it passes skill.",
            "Each replicate draws a market, lets a search of 1, 10 or 100 trials pick its best, and asks"
                + " the gate that promotions ask. No trial is registered: nothing of it is a strategy.")
        .option(
            "--replicates",
            "N",
            Integer.class,
            "Searches in each cell (${DEFAULT-VALUE}); 2000 make a record.",
            it -> replicates = it)
        .option(
            "--seed",
            "S",
            Long.class,
            "What all chance is drawn from (${DEFAULT-VALUE}).",
            it -> seed = it)
        .option(
            "--threads",
            "T",
            Integer.class,
            "How many compute at once; all cores unless said. They change no result.",
            it -> threads = Optional.of(it))
        .list(
            "--cell",
            "NAME",
            String.class,
            "Only these: a kind such as noise, or one search of it such as noise/10.",
            it -> names = it)
        .flag(
            "--all",
            "Also edges over 5 and 15 years, and at 10 and 15 % volatility.",
            () -> isAll = true);
  }

  @Override
  public Reply run(Invocation invocation) {
    requirePositive("--replicates", replicates);
    threads.ifPresent(count -> requirePositive("--threads", count));
    Wiring wiring = new Wiring(invocation.workspace());
    Instant now = invocation.environment().clock().instant();
    Optional<StoredReturns> bars = StoredReturns.of(wiring.researchBars(now));
    List<Cell> cells = chosen(Cell.all(bars.map(StoredReturns::returns)));
    Calibration calibration =
        new Calibration(
            new Gate(Policy.CURRENT),
            replicates,
            seed,
            threads.orElse(Runtime.getRuntime().availableProcessors()));
    try (Progress progress =
        invocation.console().progress("Null", (long) cells.size() * replicates)) {
      List<Measured> measured = calibration.run(cells, () -> progress.advance(1));
      return CalibrationReport.of(calibration, measured, bars);
    }
  }

  private List<Cell> chosen(List<Cell> all) {
    if (names.isEmpty()) {
      return all.stream().filter(cell -> isAll || cell.isCore()).toList();
    }
    List<Cell> chosen =
        all.stream()
            .filter(cell -> names.contains(cell.kind()) || names.contains(cell.name()))
            .toList();
    for (String name : names) {
      if (chosen.stream().noneMatch(cell -> name.equals(cell.kind()) || name.equals(cell.name()))) {
        throw Failure.usage(
            "cell_unknown",
            "There is no cell " + name + ".",
            "The cells are "
                + String.join(", ", all.stream().map(Cell::kind).distinct().toList())
                + ", each also with /1, /10 or /100; bars needs three years of two symbols.",
            "Name one of these.");
      }
    }
    return chosen;
  }

  private static void requirePositive(String option, int count) {
    if (count < 1) {
      throw Failure.usage(
          "invalid_argument",
          option + " is at least 1.",
          "It is " + count + ".",
          "Give a number from 1 on.");
    }
  }
}

package milodex.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.Runs;
import milodex.data.StoredBars;
import milodex.ledger.Ledger;
import milodex.money.Money;
import milodex.research.Sweep;
import milodex.research.SweepCell;
import milodex.research.SweepResult;
import milodex.research.Trials;
import milodex.strategy.GridFile;
import milodex.terminal.Progress;
import milodex.yaml.Configuration;

/// Runs one strategy with all combinations of some values of its parameters.
final class ResearchSweepCommand implements Action {

  private static final int MOST_THREADS = 256;

  private Path file = Path.of("");
  private Optional<Integer> threads = Optional.empty();
  private boolean preview;

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Run a strategy with every combination of some parameter values.",
            "Every cell is a trial, registered before any is computed. The best cell is the best of many"
                + " and no evidence; cells are not proved. Run again after a stop, the same sweep goes on.")
        .word("GRID.yaml", Path.class, "The strategy, and the values to try.", it -> file = it)
        .option(
            "--threads",
            "N",
            Integer.class,
            "How many cells are computed at once; default: one for each core.",
            it -> threads = Optional.of(it))
        .flag(
            "--preview",
            "Register nothing; say how many trials it would add, and what that costs.",
            () -> preview = true);
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    Sweep sweep = new Sweep(threads());
    Wiring wiring = new Wiring(invocation.workspace());
    GridFile grid = wiring.configs().grid(invocation.environment().directory().resolve(file));
    Configuration configuration = wiring.configs().load(grid.strategy().id().toString());
    wiring.researchEnds().ifPresent(last -> requireUnsealed(grid, last));
    StoredBars store = wiring.researchBars(invocation.environment().clock().instant());
    BacktestPlan base = BacktestCommand.plan(configuration, wishes(grid), store);
    List<SweepCell> cells = sweep.prepare(base, grid.strategy(), grid.grid(), new Preparer(store));
    List<SweepCell.Trial> trials = trials(cells);
    Reply reply =
        preview
            ? SweepPreview.of(wiring, grid, cells, trials)
            : run(invocation, wiring, grid, sweep, cells);
    configuration.warnings().forEach(problem -> reply.warn("configuration", problem.toString()));
    return reply.strategy(grid.strategy().id().toString());
  }

  private Reply run(
      Invocation invocation, Wiring wiring, GridFile grid, Sweep sweep, List<SweepCell> cells)
      throws Exception {
    List<SweepCell.Trial> trials = trials(cells);
    try (Ledger ledger = wiring.ledger();
        Progress progress = invocation.console().progress("Sweep", trials.size())) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      int before = runs.trials();
      List<Runs.Run> done =
          sweep.run(
              trials,
              runs,
              new Sweep.Label(grid.strategy(), grid.note()),
              invocation.environment().clock(),
              () -> progress.advance(1));
      SweepResult result = SweepResult.of(grid.grid(), cells, done);
      return SweepReport.of(grid, result, Trials.of(runs), runs.trials() - before)
          .ref("ledger_head", ledger.head().toString());
    }
  }

  /// The cells that can be run; throws [Failure] if none can.
  private static List<SweepCell.Trial> trials(List<SweepCell> cells) {
    List<SweepCell.Trial> trials =
        cells.stream()
            .filter(SweepCell.Trial.class::isInstance)
            .map(SweepCell.Trial.class::cast)
            .toList();
    if (trials.isEmpty()) {
      throw cells.stream()
          .filter(SweepCell.WithoutBars.class::isInstance)
          .map(SweepCell.WithoutBars.class::cast)
          .findFirst()
          .map(cell -> refused(cell.refused()))
          .orElseGet(ResearchSweepCommand::noStrategy);
    }
    return trials;
  }

  private static Failure refused(Preparation.Refused refused) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        refused.code(),
        "No cell of the grid can be run.",
        BacktestCommand.sentence(refused.says()),
        "Nothing was run and no trial was counted.",
        BacktestCommand.sentence(refused.next()));
  }

  private static Failure noStrategy() {
    return Failure.usage(
        "no_strategy",
        "No cell of the grid is a strategy.",
        "In every cell the values contradict each other.",
        "Choose other values; `milodex strategy templates` says what may be combined.");
  }

  private static void requireUnsealed(GridFile grid, LocalDate last) {
    if (grid.end().filter(last::isBefore).isPresent()
        || grid.start().filter(last::isBefore).isPresent()) {
      throw new Failure(
          ExitCode.REFUSED,
          "holdout_sealed",
          "The sweep was not run.",
          "Sessions after " + last + " are sealed as holdout.",
          "Nothing was run and no trial was counted.",
          "Leave `end` out of the grid, or write " + last + " at the latest.");
    }
  }

  private int threads() {
    if (threads.filter(n -> n < 1 || n > MOST_THREADS).isPresent()) {
      throw Failure.usage(
          "invalid_threads",
          "A sweep has 1 to " + MOST_THREADS + " threads.",
          threads.orElseThrow() + " was asked for.",
          "Leave --threads out for one on each core.");
    }
    return threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }

  private static Plans.Wishes wishes(GridFile grid) {
    return new Plans.Wishes(
        grid.start(),
        grid.end(),
        grid.windows() > 0,
        Optional.of(grid.windows()),
        Money.of(100_000),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }
}

package milodex.research;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import milodex.backtest.BacktestPlan;
import milodex.backtest.CellOutcome;
import milodex.backtest.Cells;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.Runs;
import milodex.execution.ActiveStrategy;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterGrid;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyDefinition;

/// Every cell of a parameter grid of one strategy, each of them a trial.
///
/// Cells do not hang on one another nor on the number of threads: the same grid over the same bars
/// gives the same summaries, byte for byte.
public final class Sweep {

  /// A killed sweep loses no more than about this share of its cells.
  private static final int APPENDS = 100;

  private final InOrder threads;

  /// @throws IllegalArgumentException if `threads` is below 1
  public Sweep(int threads) {
    this.threads = new InOrder(threads);
  }

  /// The cells of `grid` in its order, each prepared to be run as `base` with its own values.
  ///
  /// @param strategy whose plan `base` is
  public List<SweepCell> prepare(
      BacktestPlan base, StrategyDefinition strategy, ParameterGrid grid, Preparer preparer) {
    List<SweepCell> cells = new ArrayList<>();
    threads.each(grid.cells(), values -> prepare(base, strategy, values, preparer), cells::add);
    return List.copyOf(cells);
  }

  /// Registers all `cells` in one append, then computes those that are not done, and keeps them in
  /// about a hundred appends; one that breaks is kept as failed, and the others go on.
  ///
  /// @param done told after each cell, also one that had been computed before
  /// @return the runs in the order of `cells`
  public List<Runs.Run> run(
      List<SweepCell.Trial> cells, Runs runs, Label label, InstantSource clock, Runnable done) {
    List<Runs.Run> registered =
        runs.registerAll(
            cells.stream().map(cell -> cell.ready().inputs()).toList(),
            label.strategy().id(),
            label.note(),
            clock.instant());
    Cells computing = new Cells();
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (registered.get(i).isDone()) {
        done.run();
      } else {
        tasks.add(new Task(registered.get(i), cells.get(i).ready()));
      }
    }
    List<Runs.Cell> batch = new ArrayList<>();
    threads.each(
        tasks,
        task -> task.compute(computing),
        cell -> {
          batch.add(cell);
          if (batch.size() * APPENDS >= tasks.size()) {
            runs.completeAll(batch, clock.instant());
            batch.clear();
          }
          done.run();
        });
    if (!batch.isEmpty()) {
      runs.completeAll(batch, clock.instant());
    }
    return runs.all(registered.stream().map(Runs.Run::id).toList());
  }

  /// What is said of every trial of a sweep.
  public record Label(StrategyDefinition strategy, String note) {}

  /// A cell to be computed.
  private record Task(Runs.Run run, Preparation.Ready ready) {

    Runs.Cell compute(Cells cells) {
      try {
        return new Runs.Cell(run, cells.compute(ready));
      } catch (RuntimeException e) {
        return new Runs.Cell(run, new CellOutcome.Broken(e.toString()));
      }
    }
  }

  private static SweepCell prepare(
      BacktestPlan base,
      StrategyDefinition strategy,
      SequencedMap<String, String> values,
      Preparer preparer) {
    ParameterValues all = strategy.parameters();
    for (Map.Entry<String, String> changed : values.entrySet()) {
      all = all.with(changed.getKey(), changed.getValue());
    }
    StrategyDefinition cell;
    try {
      cell = strategy.with(all);
    } catch (IllegalArgumentException e) {
      return new SweepCell.NotAStrategy(values, "" + e.getMessage());
    }
    return switch (preparer.prepare(plan(base, cell))) {
      case Preparation.Ready ready -> new SweepCell.Trial(values, ready);
      case Preparation.Refused refused -> new SweepCell.WithoutBars(values, refused);
    };
  }

  private static BacktestPlan plan(BacktestPlan base, StrategyDefinition cell) {
    ActiveStrategy strategy = base.strategy();
    return new BacktestPlan(
        new ActiveStrategy(
            strategy.id(),
            cell.template(),
            cell.parameters(),
            strategy.barSize(),
            strategy.universe(),
            new StrategyLimits(
                strategy.limits().maxPosition(),
                cell.risk().maxPositions(),
                strategy.limits().maxDailyLoss()),
            strategy.standing(),
            strategy.origin()),
        base.from(),
        base.to(),
        base.windows(),
        base.equity(),
        base.costs(),
        base.policy(),
        base.benchmark());
  }
}

package milodex.research;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.statistics.Figure;
import milodex.statistics.GridAxis;
import milodex.statistics.ParameterPlateau;
import milodex.strategy.ParameterGrid;

/// What a sweep came to: all cells of its grid, in its order.
public record SweepResult(ParameterGrid grid, List<Entry> entries) {

  /// A cell, and its run if it is a trial.
  public record Entry(SweepCell cell, Optional<Runs.Run> run, Optional<RunSummary> summary) {

    private static Entry of(SweepCell cell, Optional<Runs.Run> run) {
      return new Entry(
          cell, run, run.flatMap(Runs.Run::summary).filter(summary -> !summary.isInvalid()));
    }

    /// Its annual Sharpe ratio; undefined, with the reason, also where the cell was not computed.
    public Figure sharpe() {
      return metric("sharpe");
    }

    /// One of its metrics, as [#sharpe] is.
    public Figure metric(String... path) {
      String[] full = new String[path.length + 1];
      full[0] = "metrics";
      System.arraycopy(path, 0, full, 1, path.length);
      return summary.map(numbers -> numbers.figure(full)).orElseGet(() -> Figure.undefined(why()));
    }

    private String why() {
      return switch (cell) {
        case SweepCell.NotAStrategy(_, String why) -> "not a strategy: " + why;
        case SweepCell.WithoutBars(_, var refused) -> "not run: " + refused.says();
        case SweepCell.Trial _ -> "the cell has no valid result";
      };
    }
  }

  /// A cell that has a Sharpe ratio.
  private record Ranked(Entry entry, double sharpe) {

    static Optional<Ranked> of(Entry entry) {
      return switch (entry.sharpe()) {
        case Figure.Known(double sharpe) -> Optional.of(new Ranked(entry, sharpe));
        case Figure.Undefined _ -> Optional.empty();
      };
    }
  }

  public SweepResult {
    entries = List.copyOf(entries);
  }

  /// The result of the cells of `grid`.
  ///
  /// @param runs those of the cells that are trials, in the order of `cells`
  /// @throws IllegalArgumentException if there is not one run for each trial
  public static SweepResult of(ParameterGrid grid, List<SweepCell> cells, List<Runs.Run> runs) {
    List<Entry> entries = new ArrayList<>();
    int next = 0;
    for (SweepCell cell : cells) {
      boolean trial = cell instanceof SweepCell.Trial;
      if (trial && next == runs.size()) {
        throw new IllegalArgumentException("runs: fewer than trials");
      }
      entries.add(Entry.of(cell, trial ? Optional.of(runs.get(next++)) : Optional.empty()));
    }
    if (next < runs.size()) {
      throw new IllegalArgumentException("runs: more than trials");
    }
    return new SweepResult(grid, entries);
  }

  /// The cells with a Sharpe ratio, the highest first, of equal ones the first of the grid.
  public List<Entry> ranked() {
    return entries.stream()
        .flatMap(entry -> Ranked.of(entry).stream())
        .sorted(Comparator.comparingDouble(Ranked::sharpe).reversed())
        .map(Ranked::entry)
        .toList();
  }

  /// How many different series of returns the trials came to: cells that never differ in an order
  /// come to the same.
  public int outcomes() {
    return (int)
        entries.stream()
            .flatMap(entry -> entry.summary().flatMap(numbers -> numbers.find("streams")).stream())
            .map(RunSummary::tree)
            .distinct()
            .count();
  }

  /// How the best cell stands among its neighbours, by Sharpe ratio; empty if no cell has one.
  public Optional<ParameterPlateau> plateau() {
    List<GridAxis> axes =
        grid.axes().stream()
            .map(axis -> new GridAxis(axis.values().size(), axis.ordered()))
            .toList();
    return ParameterPlateau.of(axes, entries.stream().map(Entry::sharpe).toList());
  }
}

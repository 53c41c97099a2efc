package milodex.research;

import java.time.LocalDate;
import java.util.List;
import milodex.backtest.Runs;

/// How often the data was looked at: what the luck of a result is counted against.
///
/// A trial is a distinct run, counted from the moment it is registered: one that was killed, failed
/// or is invalid counts like any other. Its number hangs on what decides its outcome, so that no
/// other name, file, comment or folder makes it another one or hides it.
public final class Trials {

  private final List<Runs.Run> all;

  private Trials(List<Runs.Run> all) {
    this.all = all;
  }

  /// The trials of a workspace.
  public static Trials of(Runs runs) {
    return new Trials(runs.all());
  }

  /// These trials, in the order they were first registered.
  public static Trials of(List<Runs.Run> all) {
    return new Trials(List.copyOf(all));
  }

  /// All of them, in the order they were first registered.
  public List<Runs.Run> all() {
    return all;
  }

  /// The multiplicity set of `candidate`: every trial whose sessions overlap its own, itself
  /// included, whatever it was called and whatever became of it.
  public List<Runs.Run> beside(Runs.Run candidate) {
    return within(candidate.registration().from(), candidate.registration().to());
  }

  /// Every trial that looked at a session in `[from, to]`.
  public List<Runs.Run> within(LocalDate from, LocalDate to) {
    return all.stream()
        .filter(
            run ->
                !run.registration().from().isAfter(to) && !run.registration().to().isBefore(from))
        .toList();
  }
}

package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.backtest.Runs;
import milodex.config.Nearest;
import milodex.ledger.ResearchFact;

/// Finds the one run an operator means.
final class RunFinder {

  private RunFinder() {}

  /// The one run whose id begins with `prefix`; throws [Failure] if there is none, or more.
  static Runs.Run find(Runs runs, String prefix) {
    List<Runs.Run> found = runs.find(prefix);
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw Failure.usage(
        found.isEmpty() ? "unknown_run" : "ambiguous_run",
        found.isEmpty()
            ? "No run begins with `" + prefix + "`."
            : found.size() + " runs begin with `" + prefix + "`.",
        FactLine.counted(runs.trials(), "run is", "runs are") + " in the ledger of this workspace.",
        (found.isEmpty() ? near(runs, prefix) : "")
            + "See `milodex analytics list` for all of them.");
  }

  /// What the run came to, valid or not; throws [Failure] if it did not finish.
  static ResearchFact.RunCompleted completed(Runs.Run run) {
    return run.completed()
        .orElseThrow(
            () ->
                run.isDone()
                    ? Failure.usage(
                        "run_not_proved",
                        "Run " + run.id().brief() + " is a cell of a sweep.",
                        "Of a cell only the summary is kept, and it is not proved.",
                        "Run `milodex backtest` with its values; `milodex research trials` lists it.")
                    : Failure.usage(
                        "run_unfinished",
                        "Run " + run.id().brief() + " has no result.",
                        failed(run)
                            .map(fact -> "It failed: " + fact.why())
                            .orElse(
                                "It was stopped before it finished; it still counts as a trial."),
                        "Run the same backtest again."));
  }

  private static Optional<ResearchFact.RunFailed> failed(Runs.Run run) {
    return run.outcome()
        .filter(ResearchFact.RunFailed.class::isInstance)
        .map(ResearchFact.RunFailed.class::cast);
  }

  private static String near(Runs runs, String prefix) {
    List<String> known =
        runs.all().stream()
            .map(run -> run.id().hash().substring(0, Math.min(prefix.length(), 64)))
            .toList();
    return Nearest.to(prefix, known).map(near -> "Did you mean `" + near + "`? ").orElse("");
  }
}

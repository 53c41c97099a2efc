package milodex.research;

import java.util.Optional;
import milodex.analytics.ReturnStreams;
import milodex.backtest.Artifacts;
import milodex.backtest.Runs;
import milodex.promotion.Manifest;
import milodex.promotion.Policy;

/// Finds what the sealed period said of a frozen strategy.
public final class HoldoutRun {

  private HoldoutRun() {}

  /// The run of `manifest` on the sealed period it was opened for; empty if it was not opened for
  /// it, or was not run to its end yet.
  public static Optional<Runs.Run> find(Holdout holdout, Runs runs, Manifest manifest) {
    return holdout
        .opening()
        .filter(opening -> opening.manifest().equals(manifest.hash()))
        .flatMap(_ -> holdout.seal())
        .flatMap(
            seal ->
                runs.all().stream()
                    .filter(run -> run.strategy().equals(manifest.strategy()))
                    .filter(run -> run.registration().from().equals(seal.from()))
                    .filter(run -> run.registration().to().equals(seal.to()))
                    .filter(run -> run.completed().isPresent())
                    .findFirst());
  }

  /// What the holdout said of `manifest`, whose returns out of sample are `streams`.
  ///
  /// @param seed of the bootstrap
  public static HoldoutResult of(
      Holdout holdout,
      Runs runs,
      Manifest manifest,
      ReturnStreams streams,
      Artifacts artifacts,
      Policy policy,
      long seed) {
    if (holdout.seal().isEmpty()) {
      return new HoldoutResult.Unopened("nothing is sealed: no hypothesis was put down yet");
    }
    if (holdout.opening().isEmpty()) {
      return new HoldoutResult.Unopened("sealed");
    }
    return find(holdout, runs, manifest)
        .map(run -> of(run, streams, artifacts, policy, seed))
        .orElseGet(() -> new HoldoutResult.Unopened("opened, and not for this manifest"));
  }

  private static HoldoutResult of(
      Runs.Run run, ReturnStreams streams, Artifacts artifacts, Policy policy, long seed) {
    return TrialStreams.read(run, artifacts)
        .<HoldoutResult>map(
            holdout ->
                HoldoutResult.opened(
                    run.registration().from(),
                    run.registration().to(),
                    streams.net(),
                    holdout.net(),
                    policy,
                    seed))
        .orElseGet(() -> new HoldoutResult.Unopened("its run is invalid or lost"));
  }
}

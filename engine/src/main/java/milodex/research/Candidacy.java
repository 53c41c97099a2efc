package milodex.research;

import java.util.Map;
import java.util.TreeMap;
import milodex.analytics.ReturnStreams;
import milodex.analytics.TrackRecord;
import milodex.backtest.Artifacts;
import milodex.backtest.RunResult;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.ledger.ManifestHash;
import milodex.promotion.Demands;
import milodex.promotion.Gate;
import milodex.promotion.Judgement;
import milodex.promotion.Luck;
import milodex.promotion.Manifest;
import milodex.promotion.Multiplicity;
import milodex.promotion.Overfitting;
import milodex.promotion.Policy;
import milodex.statistics.Figure;
import milodex.statistics.MinBacktestLength;

/// A candidate before the gate: its evidence run, judged, and the package that says so.
///
/// @param manifest what was frozen
/// @param deflation over all trials of its sessions
/// @param beside shown with the judgement and decided by nothing, as `context` is
public record Candidacy(
    ManifestHash manifest,
    Judgement judgement,
    EvidencePackage contents,
    Multiplicity tried,
    Luck net,
    Luck universe,
    Deflation deflation,
    Map<String, Figure> beside,
    Overfitting overfitting,
    EvidenceContext context) {

  public Candidacy {
    beside = Map.copyOf(beside);
  }

  /// Judges a finished run that has windows.
  ///
  /// @param run as it was registered and completed
  /// @param conditions how the evidence was made
  /// @throws IllegalArgumentException if the run has no windows, or a proof of it failed
  public static Candidacy of(
      Manifest manifest,
      Runs runs,
      Runs.Run run,
      RunResult result,
      Demands demands,
      EvidenceConditions conditions,
      Artifacts artifacts,
      Policy policy) {
    TrackRecord record =
        result
            .trackRecord()
            .orElseThrow(() -> new IllegalArgumentException("evidence needs windows"));
    ReturnStreams streams = record.streams();
    Trials trials = Trials.of(runs);
    Multiplicity tried = TriedBeside.of(trials, run, streams.session(), artifacts);
    long seed = seed(run);
    Luck net = Luck.ofNet(streams, tried, policy.draws(), seed);
    Luck universe = Luck.besideUniverse(streams, tried, policy.draws(), seed);
    Overfitting overfitting = Overfitting.of(streams, tried);
    EvidenceContext context = EvidenceContext.of(result);
    Judgement judgement =
        new Gate(policy)
            .judge(
                record,
                demands,
                conditions.requirements(policy),
                seed,
                Gate.larger(net.p(), universe.p()),
                overfitting);
    Deflation deflation = Deflation.of(run, trials.beside(run));
    RunSummary summary = RunSummary.of(result);
    Map<String, Figure> beside = beside(summary, deflation, streams, tried, policy, seed);
    return new Candidacy(
        manifest.hash(),
        judgement,
        EvidencePackage.of(
            new EvidencePackage.Contents(
                manifest,
                run,
                summary,
                tried,
                net,
                universe,
                beside,
                conditions.sensitivity(),
                overfitting,
                context,
                judgement,
                policy,
                seed)),
        tried,
        net,
        universe,
        deflation,
        beside,
        overfitting,
        context);
  }

  /// The seed of every resampling: the first 64 bits of the run's id, which nobody can choose
  /// without choosing another run.
  public static long seed(Runs.Run run) {
    return Long.parseUnsignedLong(run.id().hash().substring(0, 16), 16);
  }

  private static Map<String, Figure> beside(
      RunSummary summary,
      Deflation deflation,
      ReturnStreams streams,
      Multiplicity tried,
      Policy policy,
      long seed) {
    Map<String, Figure> figures = new TreeMap<>();
    figures.put("psr", summary.figure("evidence", "above_zero"));
    figures.put("deflated_sharpe", deflation.deflated().probability());
    figures.put("best_by_luck", deflation.bestByLuck());
    figures.put("min_track_record_sessions", summary.figure("evidence", "track_record"));
    figures.put("min_backtest_years", minBacktest(tried, streams));
    figures.put("spa_of_best", Luck.ofBest(streams, tried, policy.draws(), seed));
    return figures;
  }

  /// How many years so many trials without skill need to not show this Sharpe by luck.
  private static Figure minBacktest(Multiplicity tried, ReturnStreams streams) {
    return switch (streams.sharpe()) {
      case Figure.Undefined none -> none;
      case Figure.Known(double sharpe) when sharpe <= 0 ->
          Figure.undefined("its Sharpe is not above zero");
      case Figure.Known(double sharpe) -> MinBacktestLength.years(tried.trials(), sharpe);
    };
  }
}

package milodex.research;

import java.util.Comparator;
import java.util.List;
import milodex.analytics.Overlap;
import milodex.analytics.TrackRecord;
import milodex.backtest.Artifacts;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.promotion.Demands;
import milodex.promotion.Gate;
import milodex.promotion.Judgement;
import milodex.promotion.Luck;
import milodex.promotion.Multiplicity;
import milodex.promotion.Overfitting;
import milodex.promotion.Policy;
import milodex.statistics.Figure;

/// Many strategies judged beside each other, after all of them ran.
///
/// Only the gate's floors and its luck are asked here; how evidence has to be made is left to the
/// check of a promotion.
///
/// @param ranked by Sharpe ratio out of sample, the highest first, those without one last
/// @param family what can be said of all of them together
public record Screen(List<Row> ranked, FamilyWise family) {

  /// A screen opens no holdout, so that nothing in it is better than conditional.
  private static final HoldoutResult UNOPENED =
      new HoldoutResult.Unopened("a screen opens no holdout");

  /// A strategy that ran over windows and whose proofs hold.
  ///
  /// @param run as it was registered and completed
  /// @param record out of sample
  /// @param demands of its file
  public record Candidate(Runs.Run run, RunSummary summary, TrackRecord record, Demands demands) {}

  /// A candidate with what the gate says of it.
  ///
  /// @param tried its multiplicity set: every trial over its sessions
  /// @param net luck of the returns after costs
  /// @param universe luck of the returns beside the universe
  /// @param judgement of the floors and of luck
  public record Row(
      Candidate candidate, Multiplicity tried, Luck net, Luck universe, Judgement judgement) {

    /// Its annual Sharpe ratio out of sample.
    public Figure sharpe() {
      return candidate.record().outOfSample().aggregate().sharpe();
    }

    /// The p of the gate: the larger of the two.
    public Figure p() {
      return Gate.larger(net.p(), universe.p());
    }
  }

  public Screen {
    ranked = List.copyOf(ranked);
  }

  /// Judges `candidates`, each against every trial over its sessions.
  ///
  /// @param trials of the workspace, all candidates among them
  public static Screen of(
      List<Candidate> candidates, Trials trials, Artifacts artifacts, Policy policy) {
    List<Row> ranked =
        candidates.stream()
            .map(one -> row(one, trials, artifacts, policy))
            .sorted(Comparator.comparingDouble(Screen::rank).reversed())
            .toList();
    return new Screen(ranked, FamilyWise.of(ranked, trials, artifacts, policy));
  }

  /// How the returns after costs of two ranked strategies go together in their common sessions.
  ///
  /// @param one its place in [#ranked], from 0
  public Overlap overlap(int one, int other) {
    return Overlap.of(
        ranked.get(one).candidate().record().streams(),
        ranked.get(other).candidate().record().streams());
  }

  private static Row row(Candidate one, Trials trials, Artifacts artifacts, Policy policy) {
    TrackRecord record = one.record();
    long seed = Candidacy.seed(one.run());
    Multiplicity tried = TriedBeside.of(trials, one.run(), record.streams().session(), artifacts);
    Luck net = Luck.ofNet(record.streams(), tried, policy.draws(), seed);
    Luck universe = Luck.besideUniverse(record.streams(), tried, policy.draws(), seed);
    Judgement judgement =
        new Gate(policy)
            .judge(
                record,
                one.demands(),
                List.of(UNOPENED.requirement(policy)),
                seed,
                Gate.larger(net.p(), universe.p()),
                Overfitting.of(record.streams(), tried));
    return new Row(one, tried, net, universe, judgement);
  }

  private static double rank(Row row) {
    return switch (row.sharpe()) {
      case Figure.Known(double sharpe) -> sharpe;
      case Figure.Undefined _ -> Double.NEGATIVE_INFINITY;
    };
  }
}

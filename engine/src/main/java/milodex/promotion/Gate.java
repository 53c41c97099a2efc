package milodex.promotion;

import java.util.ArrayList;
import java.util.List;
import milodex.analytics.TrackRecord;
import milodex.promotion.Requirement.Kind;
import milodex.statistics.BlockLength;
import milodex.statistics.Figure;

/// The gate from backtest to paper: everything must pass, and luck is counted.
///
/// Luck is tested on two series, the returns after costs and those beside the universe, and its p
/// is the larger of the two.
public record Gate(Policy policy) {

  /// The requirement that decides what is worth a trial on paper.
  public static final String LUCK = "luck";

  /// The requirement that decides what counts as skill.
  public static final String SKILL = "skill";

  /// Everything that was found about a candidate.
  ///
  /// @param conditions requirements about how the evidence was made, and caps on what it may
  ///     amount to
  /// @param seed of every resampling
  public Judgement judge(
      TrackRecord record,
      Demands demands,
      Multiplicity beside,
      List<Requirement> conditions,
      long seed) {
    Figure p = larger(ofNet(record, beside, seed), besideUniverse(record, beside, seed));
    return judge(record, demands, conditions, seed, p, Overfitting.of(record.streams(), beside));
  }

  /// The judgement of [#judge] where what was tried beside the candidate is weighed already.
  ///
  /// @param p the larger of the luck of both series, see [#larger]
  public Judgement judge(
      TrackRecord record,
      Demands demands,
      List<Requirement> conditions,
      long seed,
      Figure p,
      Overfitting overfitting) {
    List<Requirement> all = new ArrayList<>(conditions);
    all.addAll(Performance.floors(policy, demands, record));
    all.addAll(Performance.chance(policy, record, seed));
    all.addAll(luck(p));
    all.add(overfitting.requirement(policy));
    return new Judgement(policy.version(), all);
  }

  /// The grade of [#judge], without what can change it no more.
  public Grade grade(
      TrackRecord record,
      Demands demands,
      Multiplicity beside,
      List<Requirement> conditions,
      long seed) {
    return settle(record, demands, beside, conditions, seed).grade();
  }

  /// [#judge] as far as it settles the grade: a further requirement never raises a grade, and only
  /// mandatory ones lower it below conditional. Where the luck of the first series is too likely,
  /// its p stands for the larger of the two.
  public Judgement settle(
      TrackRecord record,
      Demands demands,
      Multiplicity beside,
      List<Requirement> conditions,
      long seed) {
    List<Requirement> all = new ArrayList<>(conditions);
    all.addAll(Performance.floors(policy, demands, record));
    if (Grade.of(all).compareTo(Grade.REJECT) > 0) {
      all.addAll(Performance.chance(policy, record, seed));
    }
    if (Grade.of(all).compareTo(Grade.REJECT) > 0) {
      all.addAll(settledLuck(record, beside, seed));
      if (Grade.of(all).compareTo(Grade.CONDITIONAL) > 0) {
        all.add(Overfitting.of(record.streams(), beside).requirement(policy));
      }
    }
    return new Judgement(policy.version(), all);
  }

  private List<Requirement> settledLuck(TrackRecord record, Multiplicity beside, long seed) {
    Figure net = ofNet(record, beside, seed);
    boolean isSettled =
        net instanceof Figure.Known(double p)
            && p > policy.conditionalP()
            && BlockLength.stationary(record.streams().beside()) instanceof Figure.Known;
    return luck(isSettled ? net : larger(net, besideUniverse(record, beside, seed)));
  }

  private List<Requirement> luck(Figure p) {
    return List.of(
        Lines.atMost(Kind.MANDATORY, LUCK, p, policy.conditionalP(), "p %.3f"),
        Lines.atMost(Kind.ADVISORY, SKILL, p, policy.passP(), "p %.3f"));
  }

  private Figure ofNet(TrackRecord record, Multiplicity beside, long seed) {
    return Luck.ofNet(record.streams(), beside, policy.draws(), seed).p();
  }

  private Figure besideUniverse(TrackRecord record, Multiplicity beside, long seed) {
    return Luck.besideUniverse(record.streams(), beside, policy.draws(), seed).p();
  }

  /// The p of the gate: the larger of those of both series, undefined if one of them is.
  public static Figure larger(Figure one, Figure other) {
    return switch (one) {
      case Figure.Undefined none -> none;
      case Figure.Known(double p) -> other.map(q -> Math.max(p, q));
    };
  }
}

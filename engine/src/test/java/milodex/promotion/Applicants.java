package milodex.promotion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.ledger.CanonicalJson;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;
import milodex.ledger.RunId;
import milodex.strategy.StrategyId;

/// A strategy that may be promoted to paper, and what else it takes.
public final class Applicants {

  public static final StrategyId ID = StrategyId.parse("meanrev.daily.pullback_rsi2.play.v1");
  static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
  static final RunId RUN = new RunId("c".repeat(64));
  static final String PACKAGE = "e".repeat(64);
  static final Application TO_PAPER = application(Stage.PAPER);

  private Applicants() {}

  /// What is decided of one that lacks nothing, and asks for paper where it stands.
  public static Step toPaper(Standing standing) {
    return new Promotion(graded(Grade.PASS), standing, TODAY).decide(TO_PAPER);
  }

  static Application application(Stage to) {
    return new Application(to, "It holds.", List.of("crowded"), false, Optional.empty());
  }

  static Application exempt() {
    return new Application(Stage.PAPER, "It holds.", List.of("crowded"), true, Optional.empty());
  }

  static Application overridden(Waiver waiver) {
    return new Application(
        Stage.PAPER, "It holds.", List.of("crowded"), false, Optional.of(waiver));
  }

  static Waiver waiver() {
    return new Waiver("Ann", "a slow rule", TODAY.plusDays(90));
  }

  static Manifest manifest(int lookback) {
    return new Manifest(
        ID,
        CanonicalJson.write(
            Map.of(
                "strategy",
                Map.of("id", ID.toString(), "parameters", Map.of("lookback", lookback)))));
  }

  static EvidenceVintage vintage() {
    return new EvidenceVintage(manifest(2).hash(), Policy.CURRENT.version(), 1, "{}", "bars");
  }

  static EvidenceJudged judged(Grade grade) {
    return new EvidenceJudged(
        ID, manifest(2).hash(), RUN, grade.name(), Policy.CURRENT.version(), PACKAGE);
  }

  static Evidence evidence(Grade grade) {
    return new Evidence(judged(grade), Optional.of(vintage()), vintage());
  }

  /// Nothing is missing, whatever grade its evidence has.
  static Candidate graded(Grade grade) {
    return with(Optional.of(evidence(grade)), Optional.empty());
  }

  static Candidate with(Optional<Evidence> evidence, Optional<LifecycleProof> lifecycle) {
    return new Candidate(
        ID,
        manifest(2),
        Optional.of(manifest(2)),
        Optional.of("Dips are bought."),
        evidence,
        lifecycle);
  }
}

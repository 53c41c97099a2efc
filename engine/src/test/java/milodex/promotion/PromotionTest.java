package milodex.promotion;

import static milodex.promotion.Applicants.ID;
import static milodex.promotion.Applicants.PACKAGE;
import static milodex.promotion.Applicants.TODAY;
import static milodex.promotion.Applicants.TO_PAPER;
import static milodex.promotion.Applicants.application;
import static milodex.promotion.Applicants.evidence;
import static milodex.promotion.Applicants.graded;
import static milodex.promotion.Applicants.judged;
import static milodex.promotion.Applicants.manifest;
import static milodex.promotion.Applicants.overridden;
import static milodex.promotion.Applicants.vintage;
import static milodex.promotion.Applicants.waiver;
import static milodex.promotion.Applicants.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;
import milodex.promotion.Lack.Code;
import milodex.promotion.LifecycleProof.Veto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A step upwards is one fact, or a refusal that names everything in its way.
class PromotionTest {

  @ParameterizedTest
  @EnumSource(names = {"CONDITIONAL", "PASS"})
  void aStrategyThatLacksNothingGoesToPaperWithItsGradeAndItsEvidence(Grade grade) {
    Step.Taken taken = taken(graded(grade), TO_PAPER);

    assertThat(taken.number()).isEqualTo(1);
    assertThat(taken.fact())
        .isEqualTo(
            new StagePromoted(
                ID,
                manifest(2).hash(),
                "backtest",
                "paper",
                grade.name(),
                Optional.of(PACKAGE),
                "It holds.",
                List.of("crowded"),
                Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(names = {"REJECT", "INSUFFICIENT", "INVALID"})
  void aLowerGradeDoesNotCarryIt(Grade grade) {
    assertThat(codes(graded(grade), TO_PAPER)).containsExactly(Code.EVIDENCE_GRADE);
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    Candidate bare =
        new Candidate(
            ID,
            manifest(2),
            Optional.empty(),
            Optional.of(" "),
            Optional.empty(),
            Optional.empty());
    Application silent = new Application(Stage.PAPER, " ", List.of(" "), false, Optional.empty());

    Step.Refused refused = refused(bare, Standing.BEGINNING, silent);

    assertThat(refused.lacks())
        .extracting(Lack::field)
        .containsExactly("manifest", "hypothesis", "evidence", "recommendation", "risks");
    assertThat(refused.first().code()).isEqualTo(Code.NO_FROZEN_MANIFEST);
  }

  @Test
  void filesThatDriftedAreRefusedWithTheKeysThatDiffer() {
    Candidate drifted =
        new Candidate(
            ID,
            manifest(3),
            Optional.of(manifest(2)),
            Optional.of("Dips are bought."),
            Optional.of(evidence(Grade.PASS)),
            Optional.empty());

    Step.Refused refused = refused(drifted, Standing.BEGINNING, TO_PAPER);

    assertThat(refused.lacks())
        .extracting(Lack::field)
        .containsExactly("manifest.strategy.parameters.lookback");
    assertThat(refused.first().code()).isEqualTo(Code.MANIFEST_DRIFT);
  }

  @Test
  void evidenceOfAnotherManifestIsNone() {
    Candidate frozenAnew =
        new Candidate(
            ID,
            manifest(3),
            Optional.of(manifest(3)),
            Optional.of("Dips are bought."),
            Optional.of(evidence(Grade.PASS)),
            Optional.empty());

    assertThat(codes(frozenAnew, TO_PAPER)).containsExactly(Code.NO_EVIDENCE);
  }

  @Test
  void evidenceGoesStaleFieldByField() {
    EvidenceVintage now = new EvidenceVintage(vintage().manifest(), "2", 2, "{}", "other bars");
    Evidence old = new Evidence(judged(Grade.PASS), Optional.of(vintage()), now);

    Step.Refused refused =
        refused(with(Optional.of(old), Optional.empty()), Standing.BEGINNING, TO_PAPER);

    assertThat(refused.lacks())
        .extracting(Lack::field)
        .containsExactly("vintage.policy", "vintage.bars", "vintage.semantics");
    assertThat(refused.first().code()).isEqualTo(Code.EVIDENCE_STALE);
  }

  @Test
  void evidenceWhosePackageIsGoneIsNoneToRelyOn() {
    Evidence gone = new Evidence(judged(Grade.PASS), Optional.empty(), vintage());

    assertThat(codes(with(Optional.of(gone), Optional.empty()), TO_PAPER))
        .containsExactly(Code.EVIDENCE_INCOMPLETE);
  }

  @Test
  void anOverrideLetsALowGradePassAndLeavesItWhatItIs() {
    StagePromoted fact = (StagePromoted) taken(graded(Grade.REJECT), overridden(waiver())).fact();

    assertThat(fact.grade()).isEqualTo("REJECT");
    assertThat(fact.override()).contains(waiver());
  }

  @Test
  void nobodyCanAnswerForWhatIsInvalid() {
    assertThat(codes(graded(Grade.INVALID), overridden(waiver())))
        .containsExactly(Code.EVIDENCE_GRADE);
  }

  @Test
  void anOverrideHasAPersonAReasonAndAnEndAndIsNotGivenForNothing() {
    Waiver empty = new Waiver(" ", "", TODAY.plusDays(91));

    assertThat(refused(graded(Grade.REJECT), Standing.BEGINNING, overridden(empty)).lacks())
        .extracting(Lack::field)
        .containsExactly("override.by", "override.why", "override.until");
    assertThat(codes(graded(Grade.REJECT), overridden(until(TODAY.minusDays(1)))))
        .containsExactly(Code.OVERRIDE_INVALID);
    assertThat(codes(graded(Grade.PASS), overridden(waiver())))
        .containsExactly(Code.OVERRIDE_INVALID);
    taken(graded(Grade.REJECT), overridden(until(TODAY)));
  }

  @Test
  void anOverrideDoesNotMakeStaleEvidenceFresh() {
    EvidenceVintage now = new EvidenceVintage(vintage().manifest(), "1", 1, "{}", "other bars");
    Evidence old = new Evidence(judged(Grade.REJECT), Optional.of(vintage()), now);

    assertThat(codes(with(Optional.of(old), Optional.empty()), overridden(waiver())))
        .containsExactly(Code.EVIDENCE_STALE);
  }

  @Test
  void aLifecycleProofShowsThreeThingsEachAtMostNinetyDaysOld() {
    LocalDate oldest = TODAY.minusDays(90);
    Optional<LocalDate> fresh = Optional.of(oldest);
    Optional<LocalDate> old = Optional.of(oldest.minusDays(1));

    Step.Taken taken =
        taken(proving(new LifecycleProof(fresh, fresh, veto(fresh))), Applicants.exempt());

    StagePromoted fact = (StagePromoted) taken.fact();
    assertThat(fact.grade()).isEqualTo(Promotion.LIFECYCLE);
    assertThat(fact.evidence()).isEmpty();
    assertThat(
            refused(
                    proving(new LifecycleProof(old, Optional.empty(), veto(old))),
                    Standing.BEGINNING,
                    Applicants.exempt())
                .lacks())
        .extracting(Lack::field)
        .containsExactly("lifecycle.run", "lifecycle.explanations", "lifecycle.veto");
  }

  @Test
  void aVetoInDoubtIsNoneAndTheRefusalSaysWhy() {
    Optional<LocalDate> today = Optional.of(TODAY);
    Veto doubtful = new Veto(TODAY, Optional.of("it found inert: market_closed"));

    Step.Refused refused =
        refused(
            proving(new LifecycleProof(today, today, Optional.of(doubtful))),
            Standing.BEGINNING,
            Applicants.exempt());

    assertThat(refused.lacks()).hasSize(1);
    assertThat(refused.first().code()).isEqualTo(Code.LIFECYCLE_INCOMPLETE);
    assertThat(refused.first().field()).isEqualTo("lifecycle.veto");
    assertThat(refused.first().says()).contains("2024-03-01", "inert: market_closed");
  }

  @Test
  void onlyATemplateThatDeclaresItIsExempt() {
    assertThat(codes(graded(Grade.PASS), Applicants.exempt()))
        .containsExactly(Code.NOT_LIFECYCLE_PROOF);
  }

  @ParameterizedTest
  @EnumSource(names = {"MICRO_LIVE", "LIVE"})
  void realCapitalIsLockedWhateverThereIs(Stage to) {
    for (Stage from : Stage.values()) {
      Step.Refused refused =
          refused(graded(Grade.PASS), new Standing(from, Optional.empty(), 0), application(to));

      assertThat(refused.first().code()).isEqualTo(Code.LIVE_LOCKED);
      assertThat(refused.first().says()).contains("decision of record", "code change");
      assertThat(refused.lacks())
          .extracting(Lack::field)
          .contains("deflated_sharpe", "paper", "incidents", "capital_memo");
      assertThat(refused.lacks().stream().anyMatch(one -> one.code() == Code.STAGE_SKIPPED))
          .isEqualTo(!from.next().equals(Optional.of(to)));
    }
  }

  @Test
  void noStageIsSkippedAndNoPromotionLeadsDown() {
    Standing disabled = new Standing(Stage.DISABLED, Optional.empty(), 3);

    assertThat(refused(graded(Grade.PASS), disabled, TO_PAPER).first().code())
        .isEqualTo(Code.STAGE_SKIPPED);
    assertThat(codes(graded(Grade.PASS), application(Stage.BACKTEST)))
        .containsExactly(Code.NOT_A_PROMOTION);
  }

  @Test
  void theSameStepAgainHasNothingToDoAndAnotherManifestIsNotSlippedIn() {
    StagePromoted first = (StagePromoted) taken(graded(Grade.PASS), TO_PAPER).fact();
    Standing atPaper = new Standing(Stage.PAPER, Optional.of(new Standing.Promoted(7, first)), 1);
    Candidate frozenAnew =
        new Candidate(
            ID,
            manifest(3),
            Optional.of(manifest(3)),
            Optional.of("Dips are bought."),
            Optional.empty(),
            Optional.empty());

    assertThat(new Promotion(graded(Grade.PASS), atPaper, TODAY).decide(TO_PAPER))
        .isEqualTo(new Step.There(atPaper));
    assertThat(refused(frozenAnew, atPaper, TO_PAPER).first().code())
        .isEqualTo(Code.OTHER_MANIFEST);
  }

  @Test
  void aRefusalWithoutAReasonIsNone() {
    assertThatThrownBy(() -> new Step.Refused(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lacks");
  }

  private static Candidate proving(LifecycleProof proof) {
    return with(Optional.empty(), Optional.of(proof));
  }

  private static Optional<Veto> veto(Optional<LocalDate> day) {
    return day.map(one -> new Veto(one, Optional.empty()));
  }

  private static Waiver until(LocalDate day) {
    return new Waiver("Ann", "a slow rule", day);
  }

  private static Step.Taken taken(Candidate candidate, Application application) {
    Step step = new Promotion(candidate, Standing.BEGINNING, TODAY).decide(application);
    assertThat(step).isInstanceOf(Step.Taken.class);
    return (Step.Taken) step;
  }

  private static List<Code> codes(Candidate candidate, Application application) {
    return refused(candidate, Standing.BEGINNING, application).lacks().stream()
        .map(Lack::code)
        .toList();
  }

  private static Step.Refused refused(
      Candidate candidate, Standing standing, Application application) {
    Step step = new Promotion(candidate, standing, TODAY).decide(application);
    assertThat(step).isInstanceOf(Step.Refused.class);
    return (Step.Refused) step;
  }
}

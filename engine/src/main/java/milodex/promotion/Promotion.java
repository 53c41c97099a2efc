package milodex.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;
import milodex.promotion.Lack.Code;

/// Decides about steps upwards, from what is known and nothing else.
///
/// @param today the exchange's day
public record Promotion(Candidate candidate, Standing standing, LocalDate today) {

  /// The most days for which a person can answer.
  public static final int MOST_OVERRIDE_DAYS = 90;

  /// What the ledger says for a grade where no statistics were asked for.
  public static final String LIFECYCLE = "LIFECYCLE";

  private static final String LOCKED =
      "real capital needs a decision of record and a code change, not a flag";

  /// What comes of `application`: a refusal names everything that is missing, at once.
  public Step decide(Application application) {
    Stage to = application.to();
    if (to == Stage.BACKTEST || to == Stage.DISABLED) {
      return refused(Code.NOT_A_PROMOTION, "to", to + " is no promotion: demote to it");
    }
    if (to.isLive()) {
      return new Step.Refused(locked(to));
    }
    if (standing.stage() == to) {
      return there();
    }
    if (!standing.stage().next().equals(Optional.of(to))) {
      return new Step.Refused(skipped(to));
    }
    List<Lack> lacks = lacks(application);
    return lacks.isEmpty()
        ? new Step.Taken(fact(application), standing.steps() + 1)
        : new Step.Refused(lacks);
  }

  private List<Lack> lacks(Application application) {
    List<Lack> lacks = new ArrayList<>();
    manifest(lacks);
    if (candidate.hypothesis().filter(text -> !text.isBlank()).isEmpty()) {
      lacks.add(new Lack(Code.NO_HYPOTHESIS, "hypothesis", "the strategy's file has none"));
    }
    if (application.isExempt()) {
      exempt(application, lacks);
    } else {
      evidence(application, lacks);
    }
    if (application.recommendation().isEmpty()) {
      lacks.add(
          new Lack(Code.EVIDENCE_INCOMPLETE, "recommendation", "nobody says what speaks for it"));
    }
    if (application.risks().isEmpty()) {
      lacks.add(new Lack(Code.EVIDENCE_INCOMPLETE, "risks", "no risk is named"));
    }
    return lacks;
  }

  private void manifest(List<Lack> lacks) {
    if (candidate.frozen().isEmpty()) {
      lacks.add(new Lack(Code.NO_FROZEN_MANIFEST, "manifest", "none is frozen"));
    }
    candidate
        .frozen()
        .ifPresent(
            frozen ->
                Manifest.differences(frozen, candidate.files())
                    .forEach(
                        one ->
                            lacks.add(
                                new Lack(
                                    Code.MANIFEST_DRIFT,
                                    "manifest." + one.key(),
                                    "the files differ from what is frozen: " + one))));
  }

  private void exempt(Application application, List<Lack> lacks) {
    candidate
        .lifecycle()
        .ifPresentOrElse(
            proof -> lacks.addAll(proof.lacks(today)),
            () ->
                lacks.add(
                    new Lack(
                        Code.NOT_LIFECYCLE_PROOF,
                        "template",
                        "its template does not declare that it only proves the life cycle")));
    if (application.override().isPresent()) {
      lacks.add(
          new Lack(Code.OVERRIDE_INVALID, "override", "an exempt step has no grade to override"));
    }
  }

  private void evidence(Application application, List<Lack> lacks) {
    Optional<ManifestHash> frozen = candidate.frozen().map(Manifest::hash);
    Optional<Evidence> evidence =
        candidate
            .evidence()
            .filter(one -> frozen.filter(one.judged().manifest()::equals).isPresent());
    if (evidence.isEmpty()) {
      lacks.add(
          new Lack(Code.NO_EVIDENCE, "evidence", "no evidence of the frozen manifest was judged"));
      return;
    }
    Evidence one = evidence.get();
    if (one.then().isEmpty()) {
      lacks.add(
          new Lack(
              Code.EVIDENCE_INCOMPLETE,
              "evidence.package",
              "the package " + one.judged().evidence() + " is gone or says no vintage"));
    }
    if (!one.judged().policy().equals(one.now().policy())) {
      lacks.add(stale("policy", one.judged().policy(), one.now().policy()));
    }
    one.stale().stream()
        .filter(field -> !field.key().equals("policy"))
        .forEach(
            field -> lacks.add(stale(field.key(), field.from().orElse(""), field.to().orElse(""))));
    grade(one.grade(), application, lacks);
  }

  private static Lack stale(String field, String then, String now) {
    return new Lack(
        Code.EVIDENCE_STALE,
        "vintage." + field,
        "%s was %s and is %s now".formatted(field, then, now));
  }

  private void grade(Grade grade, Application application, List<Lack> lacks) {
    boolean carries = grade.compareTo(Grade.CONDITIONAL) >= 0;
    if (application.override().isEmpty()) {
      if (!carries) {
        lacks.add(
            new Lack(
                Code.EVIDENCE_GRADE,
                "grade",
                "%s does not carry it, CONDITIONAL or PASS is needed".formatted(grade)));
      }
      return;
    }
    if (carries) {
      lacks.add(new Lack(Code.OVERRIDE_INVALID, "override", grade + " needs no override"));
    } else if (grade == Grade.INVALID) {
      lacks.add(
          new Lack(
              Code.EVIDENCE_GRADE, "grade", "INVALID cannot be overridden: its numbers are none"));
    }
    lacks.addAll(Overriding.lacks(application.override().get(), today));
  }

  private StagePromoted fact(Application application) {
    Optional<Evidence> evidence = application.isExempt() ? Optional.empty() : candidate.evidence();
    return new StagePromoted(
        candidate.strategy(),
        candidate.frozen().orElseThrow().hash(),
        standing.stage().word(),
        application.to().word(),
        evidence.map(one -> one.judged().grade()).orElse(LIFECYCLE),
        evidence.map(one -> one.judged().evidence()),
        application.recommendation(),
        application.risks(),
        application
            .override()
            .map(one -> new Waiver(one.by().strip(), one.why().strip(), one.until())));
  }

  private Step there() {
    return standing.manifest().equals(candidate.frozen().map(Manifest::hash))
        ? new Step.There(standing)
        : refused(
            Code.OTHER_MANIFEST,
            "manifest",
            "it is at %s with another manifest: demote it first".formatted(standing.stage()));
  }

  private List<Lack> locked(Stage to) {
    List<Lack> lacks = new ArrayList<>();
    if (!standing.stage().next().equals(Optional.of(to))) {
      lacks.addAll(skipped(to));
    }
    ask(lacks, "grade", "PASS is needed, with the holdout opened");
    ask(lacks, "deflated_sharpe", "a tighter bound on the deflated Sharpe ratio is not recorded");
    ask(lacks, "paper", "sustained paper evidence against what was expected is not recorded");
    ask(lacks, "incidents", "that no incident is open is not recorded");
    ask(lacks, "capital_memo", "a capital memo is not recorded");
    lacks.add(new Lack(Code.LIVE_LOCKED, "to", LOCKED));
    return lacks;
  }

  private static void ask(List<Lack> lacks, String field, String says) {
    lacks.add(new Lack(Code.EVIDENCE_INCOMPLETE, field, says));
  }

  private List<Lack> skipped(Stage to) {
    return List.of(
        new Lack(
            Code.STAGE_SKIPPED,
            "to",
            "it is at %s, from where the next stage is %s and not %s"
                .formatted(
                    standing.stage(),
                    standing.stage().next().map(Stage::word).orElse("none"),
                    to)));
  }

  private static Step refused(Code code, String field, String says) {
    return new Step.Refused(List.of(new Lack(code, field, says)));
  }
}

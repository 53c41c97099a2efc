package milodex.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;
import milodex.statistics.Vectors;
import org.junit.jupiter.api.Test;

class GradeTest {

  private static final Status PASS = new Status.Pass();
  private static final Status FAIL = new Status.Fail();
  private static final Status MISSING = new Status.Missing();
  private static final Requirement PROOF = requirement(Kind.MANDATORY, "proof", PASS);

  @Test
  void theCasesOfTheReferenceHaveItsGrades() {
    JsonNode cases = Vectors.inputs("S-GATE-01").get("cases");
    List<String> grades = new ArrayList<>();
    for (JsonNode one : cases) {
      List<Requirement> all = new ArrayList<>();
      add(all, Kind.INTEGRITY, one.get("integrity"));
      add(all, Kind.SUFFICIENCY, one.get("sufficiency"));
      add(all, Kind.MANDATORY, one.get("evidence"));
      add(all, Kind.ADVISORY, one.get("advisory"));
      grades.add(Grade.of(all).name());
    }
    assertThat(grades)
        .hasSize(6)
        .containsExactlyElementsOf(
            Vectors.expected("S-GATE-01")
                .get("verdict")
                .valueStream()
                .map(JsonNode::asText)
                .toList());
  }

  @Test
  void whatIsMissingNeverPasses() {
    assertThat(with(Kind.INTEGRITY, MISSING)).isEqualTo(Grade.INVALID);
    assertThat(with(Kind.SUFFICIENCY, MISSING)).isEqualTo(Grade.INSUFFICIENT);
    assertThat(with(Kind.MANDATORY, MISSING)).isEqualTo(Grade.INSUFFICIENT);
    assertThat(with(Kind.ADVISORY, MISSING)).isEqualTo(Grade.CONDITIONAL);
  }

  @Test
  void whatFailsHoldsTheGradeDownByItsKind() {
    assertThat(with(Kind.INTEGRITY, FAIL)).isEqualTo(Grade.INVALID);
    assertThat(with(Kind.SUFFICIENCY, FAIL)).isEqualTo(Grade.INSUFFICIENT);
    assertThat(with(Kind.MANDATORY, FAIL)).isEqualTo(Grade.REJECT);
    assertThat(with(Kind.ADVISORY, FAIL)).isEqualTo(Grade.CONDITIONAL);
  }

  @Test
  void evidenceThatDoesNotApplyNeedsASubstituteThatPasses() {
    Status byProof = new Status.NotApplicable("proof");
    assertThat(with(Kind.MANDATORY, byProof)).isEqualTo(Grade.PASS);
    assertThat(with(Kind.ADVISORY, byProof)).isEqualTo(Grade.PASS);
    assertThat(with(Kind.MANDATORY, new Status.NotApplicable("absent")))
        .isEqualTo(Grade.INSUFFICIENT);
    assertThat(with(Kind.ADVISORY, new Status.NotApplicable("absent")))
        .isEqualTo(Grade.CONDITIONAL);
    assertThat(with(Kind.MANDATORY, new Status.NotApplicable("other")))
        .as("its own substitute")
        .isEqualTo(Grade.INSUFFICIENT);
  }

  @Test
  void integrityAndSufficiencyHaveNoSubstitute() {
    Status byProof = new Status.NotApplicable("proof");
    assertThat(with(Kind.INTEGRITY, byProof)).isEqualTo(Grade.INVALID);
    assertThat(with(Kind.SUFFICIENCY, byProof)).isEqualTo(Grade.INSUFFICIENT);
  }

  @Test
  void anAdvisoryRequirementIsNoSubstituteForAMandatoryOne() {
    Requirement hint = requirement(Kind.ADVISORY, "hint", PASS);
    Requirement gone = requirement(Kind.MANDATORY, "gone", new Status.NotApplicable("hint"));
    assertThat(Grade.of(List.of(PROOF, hint, gone))).isEqualTo(Grade.INSUFFICIENT);
  }

  @Test
  void twoRequirementsCannotStandInForEachOther() {
    Requirement one = requirement(Kind.MANDATORY, "one", new Status.NotApplicable("two"));
    Requirement two = requirement(Kind.MANDATORY, "two", new Status.NotApplicable("one"));
    assertThat(Grade.of(List.of(one, two))).isEqualTo(Grade.INSUFFICIENT);
  }

  @Test
  void aGateWithoutMandatoryEvidenceProvesNothing() {
    assertThatThrownBy(() -> Grade.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mandatory");
    assertThatThrownBy(() -> Grade.of(List.of(requirement(Kind.ADVISORY, "hint", PASS))))
        .hasMessageContaining("mandatory");
    assertThatThrownBy(() -> Grade.of(List.of(PROOF, PROOF))).hasMessageContaining("proof");
    assertThatThrownBy(() -> requirement(Kind.ADVISORY, " ", PASS)).hasMessageContaining("title");
  }

  @Test
  void addingAFailingRequirementNeverImprovesTheGrade() {
    Seeds.forEachSeed(
        500,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          List<Requirement> all = requirements(random);
          Grade before = Grade.of(all);
          Kind kind = one(random, Kind.values());
          List<Requirement> more = new ArrayList<>(all);
          more.add(requirement(kind, "absent", random.nextBoolean() ? FAIL : MISSING));
          assertThat(Grade.of(more)).isLessThanOrEqualTo(before);
          assertThat(Grade.of(more)).isLessThan(Grade.PASS);
        });
  }

  @Test
  void removingEvidenceNeverImprovesTheGrade() {
    Seeds.forEachSeed(
        500,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          List<Requirement> all = requirements(random);
          List<Requirement> fewer = new ArrayList<>(all);
          int at = random.nextInt(all.size());
          fewer.set(at, requirement(all.get(at).kind(), all.get(at).title(), MISSING));
          assertThat(Grade.of(fewer)).isLessThanOrEqualTo(Grade.of(all));
        });
  }

  @Test
  void failingInsteadOfPassingNeverImprovesTheGradeAndOrderDoesNotCount() {
    Seeds.forEachSeed(
        500,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          List<Requirement> all = requirements(random);
          List<Requirement> worse = new ArrayList<>(all);
          int at = random.nextInt(all.size());
          if (all.get(at).status() instanceof Status.Pass) {
            worse.set(at, requirement(all.get(at).kind(), all.get(at).title(), FAIL));
          }
          assertThat(Grade.of(worse)).isLessThanOrEqualTo(Grade.of(all));
          assertThat(Grade.of(all.reversed())).isEqualTo(Grade.of(all));
        });
  }

  private static Grade with(Kind kind, Status status) {
    return Grade.of(List.of(PROOF, requirement(kind, "other", status)));
  }

  /// A few requirements, most of which pass; a substitute may be absent.
  private static List<Requirement> requirements(RandomGenerator random) {
    List<Requirement> all = new ArrayList<>();
    all.add(requirement(Kind.MANDATORY, "0", status(random)));
    int more = random.nextInt(6);
    for (int i = 1; i <= more; i++) {
      all.add(requirement(one(random, Kind.values()), Integer.toString(i), status(random)));
    }
    return all;
  }

  private static Status status(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> FAIL;
      case 1 -> MISSING;
      case 2 -> new Status.NotApplicable(Integer.toString(random.nextInt(7)));
      case 3 -> new Status.NotApplicable("absent");
      default -> PASS;
    };
  }

  private static Kind one(RandomGenerator random, Kind[] kinds) {
    return kinds[random.nextInt(kinds.length)];
  }

  private static void add(List<Requirement> all, Kind kind, JsonNode statuses) {
    statuses
        .properties()
        .forEach(one -> all.add(requirement(kind, one.getKey(), status(one.getValue().asText()))));
  }

  private static Status status(String text) {
    return switch (text) {
      case "PASS" -> PASS;
      case "FAIL" -> FAIL;
      default -> new Status.NotApplicable(text.substring("NA:".length()));
    };
  }

  private static Requirement requirement(Kind kind, String title, Status status) {
    return new Requirement(kind, title, status, "some", "some");
  }
}

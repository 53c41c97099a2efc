package milodex.risk;

import static milodex.risk.Judged.STANDARD;
import static milodex.risk.Judged.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import milodex.money.Fraction;
import org.junit.jupiter.api.Test;

class SelfProofTest {

  @Test
  void everyReasonOfTheTableIsShownAbleToVeto() {
    SelfProof proof = SelfProof.of(new RiskGate(STANDARD));

    assertThat(proof.baseline()).isEmpty();
    assertThat(proof.inert()).isEmpty();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.lines())
        .extracting(SelfProof.Line::code)
        .containsExactlyElementsOf(
            Checks.all().stream().flatMap(check -> check.codes().stream()).toList());
  }

  @Test
  void itHoldsUnderStricterAndUnderLooserLimits() {
    RiskPolicy strict =
        with(with(STANDARD, "maxPositions", 1), "maxTotalExposure", Fraction.parse("0.001"));
    RiskPolicy loose =
        with(with(STANDARD, "maxDailyLoss", Fraction.ONE), "maxOrderValue", Fraction.ONE);

    assertThat(SelfProof.of(new RiskGate(strict)).holds()).isTrue();
    assertThat(SelfProof.of(new RiskGate(loose)).holds()).isTrue();
  }

  @Test
  void anInertCheckIsNamed() {
    for (Check check : Checks.all()) {
      Check inert =
          new FactCheck(
              check.row(),
              check.name(),
              check.bindsReductions(),
              false,
              check.codes(),
              (proposal, facts, policy) -> new Answer.Clear("looks away"));
      SelfProof proof = SelfProof.of(gate(check, List.of(inert)));

      assertThat(proof.holds()).isFalse();
      assertThat(proof.inert())
          .extracting(SelfProof.Line::code)
          .containsExactlyElementsOf(check.codes());
      assertThat(proof.inert()).allMatch(line -> line.says().equals("looks away"));
    }
  }

  @Test
  void aMissingCheckIsNamed() {
    Check missing = Checks.all().get(18);

    SelfProof proof = SelfProof.of(gate(missing, List.of()));

    assertThat(proof.inert()).extracting(SelfProof.Line::row).containsExactly(19);
  }

  @Test
  void aPolicyThatRefusesEverythingProvesNothing() {
    SelfProof proof = SelfProof.of(new RiskGate(with(STANDARD, "maxPositions", 0)));

    assertThat(proof.baseline()).containsExactly("max_concurrent_positions_exceeded");
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void anUnlimitedPolicyIsInertWhereItIsUnlimited() {
    SelfProof proof = SelfProof.of(new RiskGate(RiskPolicy.unlimitedOf(STANDARD)));

    assertThat(proof.inert().stream().map(SelfProof.Line::row).distinct())
        .containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25);
  }

  private static RiskGate gate(Check replaced, List<Check> by) {
    return new RiskGate(
        STANDARD,
        Checks.all().stream()
            .flatMap(check -> check.row() == replaced.row() ? by.stream() : List.of(check).stream())
            .toList());
  }
}

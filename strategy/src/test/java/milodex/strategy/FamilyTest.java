package milodex.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import milodex.strategy.DisableCondition.Judge;
import org.junit.jupiter.api.Test;

class FamilyTest {

  @Test
  void everyFamilyStopsForBadDataAnUnstableBrokerAPauseALossAndAnUnclearCalendar() {
    for (Family family : Family.values()) {
      assertThat(family.disableConditions())
          .as(family.label())
          .isSorted()
          .extracting(DisableCondition::id)
          .contains(
              "broker_instability",
              "calendar_uncertainty",
              "data_quality_unresolved",
              "drawdown_or_risk_budget_breach",
              "operator_pause");
    }
  }

  @Test
  void everyKnownConditionIsDeclaredBySomeFamilyAndSaysWhoJudgesIt() {
    Set<DisableCondition> declared = new HashSet<>();
    for (Family family : Family.values()) {
      declared.addAll(family.disableConditions());
    }

    assertThat(declared).containsExactlyInAnyOrderElementsOf(DisableCondition.KNOWN).hasSize(8);
    assertThat(declared)
        .filteredOn(condition -> condition.judge() == Judge.OPERATOR)
        .extracting(DisableCondition::id)
        .containsExactlyInAnyOrder("operator_pause", "abnormal_volatility");
  }

  @Test
  void aConditionNobodyKnowsIsTheOperatorsToJudge() {
    assertThat(DisableCondition.named("fed_week").judge()).isEqualTo(Judge.OPERATOR);
    assertThat(DisableCondition.named("calendar_uncertainty").judge()).isEqualTo(Judge.AUTOMATIC);
    for (String bad : List.of("", "ab", "Fed_week", "fed week", "1st_of_may", "x".repeat(61))) {
      assertThatThrownBy(() -> DisableCondition.named(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is no condition");
    }
  }
}

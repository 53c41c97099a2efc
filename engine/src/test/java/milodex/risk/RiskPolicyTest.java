package milodex.risk;

import static milodex.risk.Judged.STANDARD;
import static milodex.risk.Judged.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.ledger.CanonicalJson;
import milodex.ledger.HaltMode;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class RiskPolicyTest {

  private static final StrategyId MEANREV =
      StrategyId.parse("meanrev.daily.pullback_rsi2.large.v1");

  @Test
  void aStrategyWithoutItsOwnAllocationGetsTheStandardOne() {
    RiskPolicy policy =
        with(STANDARD, "allocations", new TreeMap<>(Map.of(MEANREV, Fraction.parse("0.25"))));

    assertThat(policy.allocation(MEANREV)).isEqualTo(Fraction.parse("0.25"));
    assertThat(policy.allocation(Scene.STRATEGY)).isEqualTo(Fraction.parse("0.08"));
  }

  @Test
  void unlimitedGivesTheWholeAccountAndKeepsWhatIsForbidden() {
    RiskPolicy policy = with(STANDARD, "forbidden", new TreeSet<>(Set.of(Symbol.of("XYZ"))));

    RiskPolicy unlimited = RiskPolicy.unlimitedOf(policy);

    assertThat(unlimited.unlimited()).isTrue();
    assertThat(unlimited.allocation(MEANREV)).isEqualTo(Fraction.ONE);
    assertThat(unlimited.reserve()).isEqualTo(Fraction.ZERO);
    assertThat(unlimited.forbidden()).containsExactly(Symbol.of("XYZ"));
    assertThat(unlimited.maxGap()).isEqualTo(policy.maxGap());
  }

  @Test
  void theFingerprintIsThatOfTheCanonicalForm() {
    assertThat(STANDARD.canonical())
        .startsWith("{\"allocations\":{},\"duplicate_window_seconds\":60,\"forbidden\":[],")
        .contains("\"max_daily_loss\":\"0.03\"", "\"unlimited\":false")
        .isEqualTo(CanonicalJson.write(CanonicalJson.parse(STANDARD.canonical())));
    assertThat(STANDARD.fingerprint())
        .matches("[0-9a-f]{64}")
        .isEqualTo(RiskPolicy.standard().fingerprint());
  }

  @Test
  void everyComponentChangesTheFingerprint() {
    Set<String> seen = new TreeSet<>(Set.of(STANDARD.fingerprint()));
    for (RecordComponent component : RiskPolicy.class.getRecordComponents()) {
      assertThat(seen.add(with(STANDARD, component.getName(), other(component)).fingerprint()))
          .as(component.getName())
          .isTrue();
    }
  }

  @Test
  void standardTriggersLeaveTheCanonicalFormAsItIs() {
    assertThat(STANDARD.canonical()).doesNotContain("triggers");
    assertThat(
            with(STANDARD, "triggers", Triggers.standard().with(Trigger.DAILY_LOSS, HaltMode.HALT))
                .canonical())
        .contains(
            "\"triggers\":{\"daily_loss\":\"halt\",\"drawdown\":\"reduce-only\",\"submit_failures\":\"halt\"}");
  }

  @Test
  void everyThresholdThatIsNotStandardChangesTheFingerprintAndStandardOnesDoNot() {
    Set<String> seen = new TreeSet<>(Set.of(STANDARD.fingerprint()));
    for (Threshold threshold : Threshold.values()) {
      Triggers same = Triggers.standard().with(threshold, threshold.standard());
      Triggers other = Triggers.standard().with(threshold, threshold.max());

      assertThat(with(STANDARD, "triggers", same).fingerprint()).isEqualTo(STANDARD.fingerprint());
      assertThat(seen.add(with(STANDARD, "triggers", other).fingerprint()))
          .as("" + threshold)
          .isTrue();
    }
    Triggers two =
        Triggers.standard()
            .with(Threshold.SUBMIT_FAILURES_COUNT, new BigDecimal("4.0"))
            .with(Threshold.DATA_QUALITY_BAND, new BigDecimal("0.250"));
    assertThat(with(STANDARD, "triggers", two).canonical())
        .contains("\"data_quality_band_pct\":\"0.25\"", "\"submit_failures_count\":4");
  }

  @Test
  void aThresholdOutOfItsBoundsIsNamed() {
    Triggers standard = Triggers.standard();
    assertThatThrownBy(() -> standard.with(Threshold.BROKER_LOST_MINUTES, new BigDecimal("1.5")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("broker_lost_minutes is 1.5; allowed: a whole number from 1 to 60");
    assertThatThrownBy(() -> standard.with(Threshold.DATA_QUALITY_BAND, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data_quality_band_pct is 0; allowed: a number from 0.001 to 1");
  }

  private static Object other(RecordComponent component) {
    return switch (component.getName()) {
      case "allocations" -> new TreeMap<>(Map.of(MEANREV, Fraction.ONE));
      case "forbidden" -> new TreeSet<>(Set.of(Symbol.of("XYZ")));
      case "unlimited" -> true;
      case "triggers" -> Triggers.standard().with(Trigger.DAILY_LOSS, HaltMode.HALT);
      default -> component.getType() == int.class ? 77 : Fraction.parse("0.77");
    };
  }
}

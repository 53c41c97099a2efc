package milodex.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import milodex.config.ConfigException;
import milodex.config.Node;
import milodex.config.Node.Entry;
import milodex.config.Node.Mapping;
import milodex.config.Node.Scalar;
import milodex.config.Node.Sequence;
import milodex.config.Position;
import milodex.config.Problem;
import milodex.ledger.HaltMode;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class RiskPolicyFileTest {

  private static final String DIP = "meanrev.daily.pullback_rsi2.a.v1";
  private static final String DIP_TOO = "meanrev.daily.pullback_rsi2.b.v1";

  @Test
  void whatIsLeftOutHasTheStandardValue() {
    assertThat(RiskPolicyFile.read(file())).isEqualTo(RiskPolicy.standard());
  }

  @Test
  void everyKeySetsItsOwnLimit() {
    RiskPolicy policy =
        RiskPolicyFile.read(
            file(
                entry("allocations", mapping(entry(DIP, number("0.75")))),
                entry("standard_allocation_pct", number("0.01")),
                entry("slippage_pct", number("0.02")),
                entry("reserve_pct", number("0.03")),
                entry("max_daily_loss_pct", number("0.04")),
                entry("max_drawdown_pct", number("0.05")),
                entry("max_entries_per_day", number("6")),
                entry("max_orders_per_minute", number("7")),
                entry("max_order_value_pct", number("0.08")),
                entry("max_single_position_pct", number("0.09")),
                entry("max_total_exposure_pct", number("0.11")),
                entry("max_sector_exposure_pct", number("0.12")),
                entry("min_correlation", number("0.13")),
                entry("max_correlated_positions", number("14")),
                entry("max_positions", number("15")),
                entry("max_volume_share_pct", number("0.16")),
                entry("max_gap_pct", number("0.17")),
                entry("max_price_disagreement_pct", number("0.18")),
                entry("duplicate_window_seconds", number("19")),
                entry("forbidden", new Sequence(AT, List.of(number("gme"))))));

    assertThat(policy.allocation(StrategyId.parse(DIP))).isEqualTo(Fraction.parse("0.75"));
    assertThat(policy.allocation(StrategyId.parse(DIP_TOO))).isEqualTo(Fraction.parse("0.01"));
    assertThat(policy.slippageRate()).isEqualTo(Fraction.parse("0.02"));
    assertThat(policy.reserve()).isEqualTo(Fraction.parse("0.03"));
    assertThat(policy.maxDailyLoss()).isEqualTo(Fraction.parse("0.04"));
    assertThat(policy.maxDrawdown()).isEqualTo(Fraction.parse("0.05"));
    assertThat(policy.maxEntriesPerDay()).isEqualTo(6);
    assertThat(policy.maxOrdersPerMinute()).isEqualTo(7);
    assertThat(policy.maxOrderValue()).isEqualTo(Fraction.parse("0.08"));
    assertThat(policy.maxSinglePosition()).isEqualTo(Fraction.parse("0.09"));
    assertThat(policy.maxTotalExposure()).isEqualTo(Fraction.parse("0.11"));
    assertThat(policy.maxSectorExposure()).isEqualTo(Fraction.parse("0.12"));
    assertThat(policy.minCorrelation()).isEqualTo(Fraction.parse("0.13"));
    assertThat(policy.maxCorrelatedPositions()).isEqualTo(14);
    assertThat(policy.maxPositions()).isEqualTo(15);
    assertThat(policy.maxVolumeShare()).isEqualTo(Fraction.parse("0.16"));
    assertThat(policy.maxGap()).isEqualTo(Fraction.parse("0.17"));
    assertThat(policy.maxPriceDisagreement()).isEqualTo(Fraction.parse("0.18"));
    assertThat(policy.duplicateWindowSeconds()).isEqualTo(19);
    assertThat(policy.forbidden()).containsExactly(Symbol.of("GME"));
    assertThat(policy.unlimited()).isFalse();
  }

  @Test
  void noKeySwitchesTheLimitsOff() {
    assertThat(problems(file(entry("unlimited", number("true")))))
        .singleElement()
        .asString()
        .startsWith("unknown key 'unlimited' in risk");
  }

  @Test
  void allocationsMayFillTheAccountAndNotMore() {
    RiskPolicyFile.read(allocations("0.75", "0.25"));

    assertThat(problems(allocations("0.75", "0.2500001")))
        .containsExactly(
            "risk.allocations sum to 1.0000001; allowed: at most 1, the whole account");
  }

  @Test
  void anAllocationNamesAStrategyByItsId() {
    assertThat(problems(file(entry("allocations", mapping(entry("dip", number("0.1")))))))
        .containsExactly(
            "risk.allocations.dip is refused: 'dip' is not family.tempo.rule.variant.vN in lower"
                + " case");
  }

  @Test
  void aValueOutOfItsBoundsIsRefused() {
    assertThat(
            problems(
                file(
                    entry("max_gap_pct", number("8")),
                    entry("duplicate_window_seconds", number("0")),
                    entry("max_orders_per_minute", number("0")))))
        .containsExactly(
            "risk.duplicate_window_seconds is 0; allowed: a whole number from 1 to 86400",
            "risk.max_gap_pct is 8; allowed: a number from 0 to 1",
            "risk.max_orders_per_minute is 0; allowed: a whole number from 1 to 200");
  }

  @Test
  void aTriggerHasTheModeOfItsKeyAndTheStandardOneWithout() {
    assertThat(RiskPolicyFile.read(file(entry("triggers", mapping()))).triggers())
        .isEqualTo(Triggers.standard());
    for (Trigger trigger : Trigger.values()) {
      for (HaltMode mode : HaltMode.values()) {
        assertThat(triggers(entry(trigger.key(), number("" + mode))).mode(trigger)).isEqualTo(mode);
      }
    }
  }

  @Test
  void aModeOrATriggerThatDoesNotExistIsRefused() {
    assertThat(
            problems(
                file(
                    entry(
                        "triggers",
                        mapping(
                            entry("drawdown", number("off")), entry("weather", number("halt")))))))
        .hasSize(2)
        .anyMatch(says -> says.startsWith("risk.triggers.drawdown"))
        .anyMatch(says -> says.startsWith("unknown key 'weather' in risk.triggers"));
  }

  @Test
  void aThresholdHasTheValueOfItsKeyAndTheStandardOneWithout() {
    Triggers standard = RiskPolicyFile.read(file(entry("triggers", mapping()))).triggers();
    for (Threshold threshold : Threshold.values()) {
      boolean isCount = threshold.unit() == Threshold.Unit.COUNT;
      String most =
          isCount && threshold.trigger().isFoundOnceASession() ? "1" : "" + threshold.max();
      Triggers stated = triggers(entry(threshold.key(), number(most)));
      if (threshold.isWhole()) {
        assertThat(standard.whole(threshold)).isEqualTo(threshold.standard().intValueExact());
      }
      assertThat(stated.band(threshold)).isEqualTo(Fraction.parse(most));
    }
    Triggers both =
        RiskPolicyFile.read(
                file(
                    entry(
                        "triggers",
                        mapping(
                            entry("runtime_errors_count", number("7")),
                            entry("runtime_errors_sessions", number("9"))))))
            .triggers();
    assertThat(both.times(Trigger.RUNTIME_ERRORS)).isEqualTo(7);
    assertThat(both.sessions(Trigger.RUNTIME_ERRORS)).isEqualTo(9);
    assertThat(both.times(Trigger.MANIFEST_DRIFT)).isEqualTo(1);
  }

  @Test
  void aThresholdThatIsOutOfBoundsOrNeverReachedIsRefused() {
    assertThat(
            problems(
                file(
                    entry(
                        "triggers",
                        mapping(
                            entry("submit_failures_count", number("0")),
                            entry("execution_divergence_band_pct", number("2")),
                            entry("valuation_impossible_sessions", number("2")))))))
        .containsExactlyInAnyOrder(
            "risk.triggers.submit_failures_count is 0; allowed: a whole number from 1 to 15",
            "risk.triggers.execution_divergence_band_pct is 2; allowed: a number from 0.001 to 1",
            "risk.triggers never trips by valuation_impossible: found once a session, 3 times in 2"
                + " sessions; allowed: a _count of at most its _sessions");
  }

  private static Triggers triggers(Entry entry) {
    return RiskPolicyFile.read(file(entry("triggers", mapping(entry)))).triggers();
  }

  private static final Position AT = new Position("risk.yaml", 1, 1);

  private static List<String> problems(Node file) {
    return catchThrowableOfType(ConfigException.class, () -> RiskPolicyFile.read(file))
        .problems()
        .stream()
        .map(Problem::says)
        .toList();
  }

  private static Node allocations(String first, String second) {
    return file(
        entry("allocations", mapping(entry(DIP, number(first)), entry(DIP_TOO, number(second)))));
  }

  private static Node file(Entry... limits) {
    return mapping(entry("risk", mapping(limits)));
  }

  private static Mapping mapping(Entry... entries) {
    return new Mapping(AT, List.of(entries));
  }

  private static Entry entry(String key, Node value) {
    return new Entry(key, AT, value);
  }

  private static Scalar number(String text) {
    return new Scalar(AT, text, false);
  }
}

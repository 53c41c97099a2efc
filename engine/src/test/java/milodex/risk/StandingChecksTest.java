package milodex.risk;

import static milodex.risk.Judged.row;
import static milodex.risk.Judged.sale;
import static milodex.risk.Judged.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.ledger.ManifestHash;
import milodex.risk.Circumstances.Halts;
import milodex.risk.Circumstances.Standing;
import milodex.risk.Circumstances.Venue;
import org.junit.jupiter.api.Test;

class StandingChecksTest {

  private static final Optional<String> NO = Optional.empty();
  private static final Optional<String> WHY = Optional.of("3.2 % lost");
  private static final Halts ACCOUNT = new Halts(WHY, NO, NO, NO);
  private static final Halts STRATEGY = new Halts(NO, WHY, NO, NO);
  private static final Halts REDUCE_ONLY = new Halts(NO, NO, WHY, NO);
  private static final Halts PAUSED = new Halts(NO, NO, NO, WHY);
  private static final Optional<ManifestHash> ONE = Optional.of(new ManifestHash("1".repeat(64)));
  private static final Optional<ManifestHash> TWO = Optional.of(new ManifestHash("2".repeat(64)));

  @Test
  void anAccountHaltStopsEverythingAutomated() {
    assertThat(row(1, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(1, scene -> scene.halts = ACCOUNT)).isEqualTo("BREACH kill_switch_active");
    assertThat(row(1, sale(5, 5, scene -> scene.halts = ACCOUNT)))
        .isEqualTo("BREACH kill_switch_active");
    assertThat(says(1, scene -> scene.halts = ACCOUNT))
        .isEqualTo("the account is halted: 3.2 % lost");
  }

  @Test
  void theOperatorMayReduceUnderAHaltButNotBuyAndNotGoShort() {
    for (int halted : List.of(1, 2)) {
      Halts halts = halted == 1 ? ACCOUNT : STRATEGY;
      String breach = "BREACH " + (halted == 1 ? "kill_switch_active" : "strategy_halted");

      assertThat(row(halted, sale(5, 5, scene -> byOperator(scene, halts)))).isEqualTo("CLEAR");
      assertThat(row(halted, scene -> byOperator(scene, halts))).isEqualTo(breach);
      assertThat(row(halted, sale(6, 5, scene -> byOperator(scene, halts)))).isEqualTo(breach);
    }
  }

  @Test
  void aStrategyHaltStopsItsExitsToo() {
    assertThat(row(2, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(2, scene -> scene.halts = STRATEGY)).isEqualTo("BREACH strategy_halted");
    assertThat(row(2, sale(5, 5, scene -> scene.halts = STRATEGY)))
        .isEqualTo("BREACH strategy_halted");
  }

  @Test
  void reduceOnlyAndPauseStopEntriesAndLetExitsGoOn() {
    for (Halts halts : List.of(REDUCE_ONLY, PAUSED)) {
      assertThat(row(2, scene -> scene.halts = halts)).isEqualTo("BREACH strategy_halted");
      assertThat(row(2, sale(5, 5, scene -> scene.halts = halts))).isEqualTo("CLEAR");
      assertThat(row(2, sale(6, 5, scene -> scene.halts = halts)))
          .isEqualTo("BREACH strategy_halted");
    }
  }

  @Test
  void onlyPaperOrSimulatedAccountsOfTheseBooksAreServed() {
    assertThat(row(3, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(3, scene -> scene.venue = new Venue(Venue.Kind.SIMULATED, "S", "S")))
        .isEqualTo("CLEAR");
    assertThat(row(3, scene -> scene.venue = new Venue(Venue.Kind.OTHER, "PA1", "PA1")))
        .isEqualTo("BREACH paper_mode_required");
    assertThat(row(3, scene -> scene.venue = new Venue(Venue.Kind.PAPER, "PA1", "PA2")))
        .isEqualTo("BREACH account_mismatch");
    assertThat(row(3, sale(5, 5, s -> s.venue = new Venue(Venue.Kind.PAPER, "PA1", "PA2"))))
        .isEqualTo("BREACH account_mismatch");
  }

  @Test
  void booksMustHaveBeenFoundEqualInThisSession() {
    LocalDate yesterday = LocalDate.of(2024, 7, 1);
    assertThat(row(4, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(4, scene -> scene.reconciledOn = Optional.empty()))
        .isEqualTo("BREACH reconciliation_required");
    assertThat(row(4, scene -> scene.reconciledOn = Optional.of(yesterday)))
        .isEqualTo("BREACH reconciliation_required");
    assertThat(row(4, scene -> scene.session = Optional.empty()))
        .isEqualTo("BREACH reconciliation_required");
    assertThat(says(4, scene -> scene.session = Optional.empty()))
        .startsWith("books and broker were last found equal in ")
        .endsWith(", and no session is open now");
    assertThat(row(4, sale(5, 5, scene -> scene.reconciledOn = Optional.empty())))
        .isEqualTo("ADVISORY reconciliation_required");
    assertThat(row(4, scene -> scene.quarantined = Optional.of("ACME: books 1 shares, broker 2")))
        .isEqualTo("BREACH reconciliation_required");
    assertThat(row(4, sale(5, 5, scene -> scene.quarantined = Optional.of("it differs"))))
        .isEqualTo("ADVISORY reconciliation_required");
  }

  @Test
  void theStageSaysWhereAStrategyMayTrade() {
    assertThat(row(5, scene -> scene.standing = stage("paper"))).isEqualTo("CLEAR");
    assertThat(row(5, scene -> scene.standing = stage("micro_live"))).isEqualTo("CLEAR");
    assertThat(row(5, scene -> scene.standing = stage("live"))).isEqualTo("CLEAR");
    assertThat(row(5, scene -> scene.standing = stage("backtest")))
        .isEqualTo("BREACH strategy_stage_ineligible");
    assertThat(row(5, scene -> scene.standing = stage("Paper")))
        .isEqualTo("BREACH strategy_stage_ineligible");
    assertThat(row(5, scene -> scene.standing = stage("disabled")))
        .isEqualTo("BREACH strategy_disabled");
    assertThat(row(5, scene -> simulated(scene, stage("backtest")))).isEqualTo("CLEAR");
    assertThat(row(5, scene -> simulated(scene, stage("disabled"))))
        .isEqualTo("BREACH strategy_disabled");
  }

  @Test
  void whatRunsIsWhatWasFrozen() {
    assertThat(row(6, scene -> scene.standing = manifest(ONE, ONE))).isEqualTo("CLEAR");
    assertThat(row(6, scene -> scene.standing = manifest(ONE, TWO)))
        .isEqualTo("BREACH manifest_drift");
    assertThat(row(6, scene -> scene.standing = manifest(Optional.empty(), ONE)))
        .isEqualTo("BREACH no_frozen_manifest");
    assertThat(row(6, scene -> scene.standing = manifest(ONE, Optional.empty())))
        .isEqualTo("BREACH no_frozen_manifest");
  }

  @Test
  void onlyABacktestMayRunADraft() {
    Standing draft = manifest(ONE, Optional.empty());
    Standing backtest = new Standing("backtest", ONE, Optional.empty(), List.of());

    assertThat(row(6, scene -> simulated(scene, backtest))).isEqualTo("NOT_APPLICABLE");
    assertThat(row(6, scene -> simulated(scene, draft))).isEqualTo("BREACH no_frozen_manifest");
    assertThat(row(6, scene -> scene.standing = backtest)).isEqualTo("BREACH no_frozen_manifest");
  }

  @Test
  void everyActiveDisableConditionIsNamed() {
    Standing active = new Standing("paper", ONE, ONE, List.of("broker unstable", "bars missing"));
    assertThat(row(7, scene -> {})).isEqualTo("CLEAR");
    assertThat(row(7, scene -> scene.standing = active))
        .isEqualTo("BREACH disable_condition_active");
    assertThat(says(7, scene -> scene.standing = active))
        .isEqualTo("broker unstable; bars missing");
  }

  private static void byOperator(Scene scene, Halts halts) {
    scene.origin = Proposal.Origin.OPERATOR;
    scene.halts = halts;
  }

  private static void simulated(Scene scene, Standing standing) {
    scene.venue = new Venue(Venue.Kind.SIMULATED, "S", "S");
    scene.standing = standing;
  }

  private static Standing stage(String stage) {
    return new Standing(stage, ONE, ONE, List.of());
  }

  private static Standing manifest(Optional<ManifestHash> frozen, Optional<ManifestHash> running) {
    return new Standing("paper", frozen, running, List.of());
  }
}

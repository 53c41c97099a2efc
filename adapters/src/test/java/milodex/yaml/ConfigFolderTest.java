package milodex.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.config.Problem;
import milodex.market.Universe.Kind;
import milodex.market.Universe.Member;
import milodex.promotion.Difference;
import milodex.promotion.Manifest;
import milodex.strategy.StrategyId;
import milodex.strategy.Templates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {

  private static final String ID = "meanrev.daily.pullback_rsi2.mine.v1";
  private static final String DIP =
      """
      strategy:
        id: meanrev.daily.pullback_rsi2.mine.v1
        family: meanrev
        template: daily.pullback_rsi2
        variant: mine
        version: 1
        description: "Dips"
        universe_ref: universe.large.v1
        risk: { max_position_pct: 0.35, daily_loss_cap_pct: 0.02 }
      """;
  private static final String LARGE =
      """
      universe:
        id: universe.large.v1
        version: 1
        description: "Large"
        survivorship_corrected_from: never
        stocks: [JPM, BAC]
      """;

  @TempDir Path workspace;

  private ConfigFolder configs;

  @BeforeEach
  void aWorkspaceHasOneStrategy() throws IOException {
    write("configs/strategies/dip.yaml", DIP);
    write("configs/universes/large.yaml", LARGE);
    write("configs/risk.yaml", "risk: { max_positions: 12 }\n");
    configs = new ConfigFolder(workspace, Templates.shipped());
  }

  @Test
  void aStrategyIsLoadedByItsIdWithItsUniverseAndThePolicy() {
    Configuration dip = configs.load(ID);

    assertThat(configs.strategies()).containsExactly(ID);
    assertThat(configs.universes()).containsExactly("universe.large.v1");
    assertThat(dip.strategy().id()).isEqualTo(StrategyId.parse(ID));
    assertThat(dip.universe()).isEqualTo(configs.universe("universe.large.v1"));
    assertThat(dip.policy().maxPositions()).isEqualTo(12);
    assertThat(dip.warnings()).isEmpty();
  }

  @Test
  void whatWasLoadedKeepsItsLimitsWhileTheFilesChange() throws IOException {
    Configuration before = configs.load(ID);
    Manifest manifest = before.manifest();
    write("configs/strategies/dip.yaml", DIP.replace("0.35", "0.9"));
    write("configs/risk.yaml", "risk: { max_positions: 99 }\n");

    assertThat(before.strategy().risk().maxPosition()).isEqualByComparingTo("0.35");
    assertThat(before.policy().maxPositions()).isEqualTo(12);
    assertThat(before.manifest()).isEqualTo(manifest);
    assertThat(Manifest.differences(manifest, configs.load(ID).manifest()))
        .map(Difference::key)
        .containsExactly("risk.max_positions", "strategy.risk.max_position_pct");
  }

  @Test
  void templatesAreAskedForOnlyWhenAStrategyIsRead() {
    ConfigFolder careful =
        new ConfigFolder(
            workspace,
            () -> {
              throw new IllegalStateException("templates were asked for");
            });

    assertThat(careful.riskPolicy().maxPositions()).isEqualTo(12);
    assertThat(careful.universe("universe.large.v1").symbols()).hasSize(2);
    assertThat(careful.strategies()).containsExactly(ID);
    assertThatThrownBy(() -> careful.load(ID)).hasMessage("templates were asked for");
  }

  @Test
  void anUnknownIdSuggestsTheNearest() {
    assertThat(Problems.of(() -> configs.load(ID.replace("mine", "mien"))))
        .containsExactly(
            "configs/strategies: no strategy has the id 'meanrev.daily.pullback_rsi2.mien.v1';"
                + " did you mean 'meanrev.daily.pullback_rsi2.mine.v1'?");
    assertThat(Problems.of(() -> configs.universe("universe.small.v1")))
        .containsExactly(
            "configs/universes: no universe has the id 'universe.small.v1';"
                + " did you mean 'universe.large.v1'?");
  }

  @Test
  void anUnknownUniverseIsReportedWhereItIsNamed() throws IOException {
    write("configs/strategies/dip.yaml", DIP.replace("universe.large.v1", "universe.large.v2"));

    assertThat(Problems.of(() -> configs.load(ID)))
        .containsExactly(
            "configs/strategies/dip.yaml:8:17: no universe has the id 'universe.large.v2';"
                + " did you mean 'universe.large.v1'?");
  }

  @Test
  void problemsOfAllFilesAStrategyNeedsAreReportedTogether() throws IOException {
    write("configs/strategies/dip.yaml", DIP.replace("0.35", "35"));
    write("configs/universes/large.yaml", LARGE.replace("never", "ever"));
    write("configs/risk.yaml", "risk: { max_drawdown: 0.1 }\n");

    assertThat(Problems.of(() -> configs.load(ID)))
        .hasSize(3)
        .satisfiesExactly(
            risk -> assertThat(risk).startsWith("configs/risk.yaml:1:9: unknown key"),
            strategy -> assertThat(strategy).startsWith("configs/strategies/dip.yaml:9:29: "),
            universe -> assertThat(universe).startsWith("configs/universes/large.yaml:5:32: "));
  }

  @Test
  void aListInTheStrategyIsAUniverseOfHindsight() throws IOException {
    write(
        "configs/strategies/dip.yaml",
        DIP.replace("universe_ref: universe.large.v1", "universe: [SPY]"));

    Configuration dip = configs.load(ID);

    assertThat(dip.universe().survivorshipCorrectedFrom()).isEmpty();
    assertThat(dip.universe().members()).map(Member::kind).containsExactly(Kind.UNKNOWN);
  }

  @Test
  void aBrokenFileIsListedByItsNameAndSaysWhatIsWrongWhenAskedFor() throws IOException {
    write("configs/strategies/broken.yaml", "strategy: [\n");
    write("configs/strategies/notes.txt", "not a strategy");

    assertThat(configs.strategies()).containsExactly("broken", ID);
    assertThat(configs.load(ID).strategy().id().toString()).isEqualTo(ID);
    assertThat(Problems.of(() -> configs.load("broken")))
        .singleElement()
        .asString()
        .startsWith("configs/strategies/broken.yaml:2:1: is not YAML");
  }

  @Test
  void twoFilesWithOneIdAreRefused() throws IOException {
    write("configs/strategies/copy.yaml", DIP);

    assertThat(Problems.of(() -> configs.load(ID)))
        .containsExactly(
            "configs/strategies/dip.yaml: states the id 'meanrev.daily.pullback_rsi2.mine.v1',"
                + " as copy.yaml does; change one");
  }

  @Test
  void aFolderWithoutConfigsHasNoStrategiesAndNoPolicy() {
    ConfigFolder empty = new ConfigFolder(workspace.resolve("elsewhere"), Templates.shipped());

    assertThat(empty.strategies()).isEmpty();
    assertThat(Problems.of(empty::riskPolicy))
        .containsExactly("configs/risk.yaml: there is no such file; check the name");
  }

  @Test
  void validatingAllCollectsTheProblemsAndElseTheWarningsOfEveryFile() throws IOException {
    write("configs/strategies/dip.yaml", DIP + "  stage: paper\n");
    assertThat(configs.validate())
        .map(Problem::position)
        .map(Object::toString)
        .containsExactly("configs/strategies/dip.yaml:10:10");

    write("configs/strategies/other.yml", DIP.replace("mine", "other").replace("version: 1", ""));
    write("configs/universes/small.yaml", LARGE.replace("large", "small").replace("BAC", "TQQQ"));
    assertThat(Problems.of(configs::validate))
        .satisfiesExactly(
            strategy ->
                assertThat(strategy)
                    .isEqualTo("configs/strategies/other.yml:2:3: strategy.version is missing"),
            universe -> assertThat(universe).startsWith("configs/universes/small.yaml:6:17: "));
  }

  @Test
  void anAllocationToAnUnknownStrategyIsRefused() throws IOException {
    write(
        "configs/risk.yaml", "risk:\n  allocations:\n    " + ID.replace("mine", "mne") + ": 0.1\n");

    assertThat(Problems.of(configs::validate))
        .containsExactly(
            "configs/risk.yaml:3:5: no strategy has the id 'meanrev.daily.pullback_rsi2.mne.v1';"
                + " did you mean 'meanrev.daily.pullback_rsi2.mine.v1'?");
  }

  @Test
  void aFileAnywhereIsValidatedAsWhatItsFirstKeySays() throws IOException {
    Path elsewhere = write("draft.yaml", DIP.replace("0.02", "2"));
    Path universe = write("draft-universe.yaml", LARGE.replace("version: 1", "version: 9"));

    assertThat(Problems.of(() -> configs.validate(elsewhere)))
        .containsExactly(
            "draft.yaml:9:55: strategy.risk.daily_loss_cap_pct is 2;"
                + " allowed: a number from 0.001 to 1");
    assertThat(Problems.of(() -> configs.validate(universe)))
        .containsExactly(
            "draft-universe.yaml:2:7: universe.id is 'universe.large.v1'," + " but version is 9");
    assertThat(configs.validate(workspace.resolve("configs/risk.yaml"))).isEmpty();
  }

  @Test
  void spellingProseAndOrderDoNotChangeTheManifest() throws IOException {
    Manifest before = configs.load(ID).manifest();
    write(
        "configs/strategies/dip.yaml",
        """
        # The same strategy, told in another way.
        strategy:
          risk: {daily_loss_cap_pct: 0.020, max_position_pct: .35, max_positions: 3, stop_loss_pct: 5e-2}
          universe_ref:   "universe.large.v1"
          parameters: { max_hold_days: 5, rsi_entry_threshold: 10.0 }
          tempo: { max_hold_days: 5 }
          version: 1
          variant: mine
          template: daily.pullback_rsi2
          family: meanrev
          hypothesis: "They come back."
          description: "Dips, bought"
          enabled: false
          stage: live
          backtest: { walk_forward_windows: 4, commission_pct: 0.000 }
          id: meanrev.daily.pullback_rsi2.mine.v1
        """);

    assertThat(configs.load(ID).manifest()).isEqualTo(before);
  }

  @Test
  void whatCanChangeADecisionChangesTheManifestAndIsNamed() throws IOException {
    Manifest before = configs.load(ID).manifest();
    write(
        "configs/strategies/dip.yaml",
        DIP + "  parameters: { rsi_lookback: 3 }\n  backtest: { slippage_pct: 0.002 }\n");
    write("configs/universes/large.yaml", LARGE.replace("JPM", "JPM, MSFT"));
    write("configs/risk.yaml", "risk: { allocations: { " + ID + ": 0.5 } }\n");

    Manifest after = configs.load(ID).manifest();

    assertThat(Manifest.differences(before, after))
        .map(Difference::toString)
        .containsExactly(
            "allocation_pct: 0.08 → 0.5",
            "risk.max_positions: 12 → 10",
            "strategy.backtest.slippage_pct: 0.001 → 0.002",
            "strategy.parameters.rsi_lookback: 2 → 3",
            "universe.members.MSFT.kind: absent → stock");
  }

  private Path write(String name, String text) throws IOException {
    Path file = workspace.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}

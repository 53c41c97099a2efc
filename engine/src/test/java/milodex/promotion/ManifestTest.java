package milodex.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.market.Universe;
import milodex.market.Universe.Kind;
import milodex.market.Universe.Member;
import milodex.money.Fraction;
import milodex.risk.RiskPolicy;
import milodex.strategy.DisableCondition;
import milodex.strategy.Origin;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyDefinition.Backtest;
import milodex.strategy.StrategyDefinition.Risk;
import milodex.strategy.StrategyDefinition.UniverseChoice;
import milodex.strategy.StrategyId;
import milodex.strategy.Template;
import milodex.strategy.Templates;
import org.junit.jupiter.api.Test;

class ManifestTest {

  private static final StrategyId ROTATION =
      StrategyId.parse("regime.daily.sma200_rotation.mine.v1");
  private static final RiskPolicy POLICY = RiskPolicy.standard();

  @Test
  void aSmallStrategyFreezesIntoExactlyThisText() {
    Manifest manifest = Manifest.of(rotation("In or out", "0.0005"), pair(), POLICY);

    assertThat(manifest.text())
        .isEqualTo(
            """
            {"allocation_pct":"0.08",\
            "risk":{"duplicate_window_seconds":60,"forbidden":[],"max_correlated_positions":2,\
            "max_daily_loss_pct":"0.03","max_drawdown_pct":"0.1","max_entries_per_day":20,\
            "max_gap_pct":"0.08","max_order_value_pct":"0.15","max_orders_per_minute":10,\
            "max_positions":10,"max_price_disagreement_pct":"0.05",\
            "max_sector_exposure_pct":"0.2","max_single_position_pct":"0.1",\
            "max_total_exposure_pct":"0.5","max_volume_share_pct":"0.01",\
            "min_correlation":"0.8","reserve_pct":"0.01","unlimited":false},\
            "semantics_version":1,\
            "strategy":{"backtest":{"commission_pct":"0","commission_per_trade":"0",\
            "min_commission":"0","min_trades_required":30,"slippage_pct":"0.0005",\
            "walk_forward_windows":4},"bar_size":"1Day",\
            "disable_conditions":["broker_instability","calendar_uncertainty",\
            "corporate_action_uncertainty","data_quality_unresolved",\
            "drawdown_or_risk_budget_breach","operator_pause"],\
            "id":"regime.daily.sma200_rotation.mine.v1",\
            "parameters":{"allocation_pct":"0.95","ma_filter_length":"200",\
            "risk_off_symbol":"SHY","risk_on_symbol":"SPY"},\
            "risk":{"daily_loss_cap_pct":"0.05","max_position_pct":"1","max_positions":1},\
            "rules_version":1},\
            "universe":{"id":"universe.pair.v1","members":{"SHY":{"kind":"etf"},\
            "SPY":{"from":"1993-01-29","kind":"etf","sector":"energy"}},\
            "survivorship_corrected_from":"2003-01-01"}}""");
    assertThat(manifest.hash().toString())
        .isEqualTo("6d834401f5a032ade32ca3d5b71a443b5f3b85d273b8513e2435eee1ee21d105");
  }

  @Test
  void proseAndTheSpellingOfNumbersDoNotChangeIt() {
    Manifest manifest = Manifest.of(rotation("In or out", "0.0005"), pair(), POLICY);

    assertThat(Manifest.of(rotation("Out or in", "0.00050"), pair(), POLICY)).isEqualTo(manifest);
  }

  @Test
  void theAllocationOfAnotherStrategyDoesNotChangeIt() {
    StrategyDefinition rotation = rotation("In or out", "0.0005");
    Manifest manifest = Manifest.of(rotation, pair(), POLICY);
    StrategyId other = StrategyId.parse("regime.daily.sma200_rotation.other.v1");

    assertThat(Manifest.of(rotation, pair(), allocated(other, "0.5"))).isEqualTo(manifest);
    assertThat(
            Manifest.differences(
                manifest, Manifest.of(rotation, pair(), allocated(ROTATION, "0.5"))))
        .map(Difference::toString)
        .containsExactly("allocation_pct: 0.08 → 0.5");
  }

  @Test
  void costsAreThoseOfTheStrategyElseTheUniverseElseThePolicy() {
    StrategyDefinition silent = rotation("In or out", "");

    assertThat(slippage(rotation("In or out", "0.0005"), pair())).isEqualTo("0.0005");
    assertThat(slippage(silent, pair())).isEqualTo("0.0003");
    assertThat(slippage(silent, pairWithoutSlippage())).isEqualTo("0.001");
  }

  @Test
  void aKeptManifestReadsBackAsItself() {
    Manifest manifest = Manifest.of(rotation("In or out", "0.0005"), pair(), POLICY);

    assertThat(Manifest.parse(manifest.text())).isEqualTo(manifest);
  }

  @Test
  void whatIsNoCanonicalManifestIsRefused() {
    String text = Manifest.of(rotation("In or out", ""), pair(), POLICY).text();

    for (String bad : List.of("", "{}", "[]", text + " ", text.replace(":{", ": {"))) {
      assertThatThrownBy(() -> Manifest.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void equalManifestsHaveNoDifferences() {
    Manifest manifest = Manifest.of(rotation("In or out", ""), pair(), POLICY);

    assertThat(Manifest.differences(manifest, manifest)).isEmpty();
  }

  @Test
  void aDifferenceNamesWhatOneSideLacks() {
    Manifest two = Manifest.of(rotation("In or out", ""), pair(), POLICY);
    Universe one =
        new Universe(
            "universe.pair.v1",
            1,
            "",
            pair().slippageRate(),
            Optional.empty(),
            pair().members().subList(0, 1));

    assertThat(Manifest.differences(two, Manifest.of(rotation("In or out", ""), one, POLICY)))
        .map(Difference::toString)
        .containsExactly(
            "universe.members.SPY.from: 1993-01-29 → absent",
            "universe.members.SPY.kind: etf → absent",
            "universe.members.SPY.sector: energy → absent",
            "universe.survivorship_corrected_from: 2003-01-01 → never");
  }

  @Test
  void whatAFileAddsStandsAmongTheConditionsOfItsFamily() {
    StrategyDefinition rotation = rotation("In or out", "");

    assertThat(
            Manifest.differences(
                Manifest.of(rotation, pair(), POLICY),
                Manifest.of(disabledToo(rotation, "fed_week"), pair(), POLICY)))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.key()).isEqualTo("strategy.disable_conditions");
              assertThat(difference.to().orElseThrow())
                  .contains("drawdown_or_risk_budget_breach, fed_week, operator_pause");
            });
  }

  private static StrategyDefinition disabledToo(StrategyDefinition strategy, String condition) {
    return new StrategyDefinition(
        strategy.id(),
        strategy.description(),
        strategy.hypothesis(),
        strategy.enabled(),
        strategy.template(),
        strategy.origin(),
        strategy.parameters(),
        strategy.universe(),
        strategy.barSize(),
        strategy.risk(),
        strategy.backtest(),
        List.of(DisableCondition.named(condition)));
  }

  private static String slippage(StrategyDefinition strategy, Universe universe) {
    Manifest free = Manifest.of(rotation("", "0"), universe, POLICY);
    return Manifest.differences(free, Manifest.of(strategy, universe, POLICY))
        .getFirst()
        .to()
        .orElseThrow();
  }

  private static StrategyDefinition rotation(String description, String slippage) {
    Template template = Templates.shipped().find("daily.sma200_rotation").orElseThrow();
    return new StrategyDefinition(
        ROTATION,
        description,
        Optional.empty(),
        true,
        template,
        new Origin.Shipped(),
        ParameterValues.standard(template),
        new UniverseChoice.Named("universe.pair.v1"),
        Timeframe.DAY_1,
        new Risk(new BigDecimal("1.0"), 1, new BigDecimal("0.05")),
        new Backtest(
            slippage.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(slippage)),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            30,
            4),
        List.of());
  }

  private static Universe pair() {
    return new Universe(
        "universe.pair.v1",
        1,
        "Two funds",
        Optional.of(new BigDecimal("0.0003")),
        Optional.of(LocalDate.of(2003, 1, 1)),
        List.of(
            new Member(
                Symbol.of("SHY"), Kind.ETF, Optional.empty(), Optional.empty(), Optional.empty()),
            new Member(
                Symbol.of("SPY"),
                Kind.ETF,
                Optional.of("energy"),
                Optional.of(LocalDate.of(1993, 1, 29)),
                Optional.empty())));
  }

  private static Universe pairWithoutSlippage() {
    return new Universe(
        "universe.pair.v1", 1, "", Optional.empty(), Optional.empty(), pair().members());
  }

  private static RiskPolicy allocated(StrategyId strategy, String share) {
    TreeMap<StrategyId, Fraction> allocations = new TreeMap<>();
    allocations.put(strategy, Fraction.parse(share));
    RiskPolicy standard = RiskPolicy.standard();
    return new RiskPolicy(
        allocations,
        standard.standardAllocation(),
        standard.slippageRate(),
        standard.reserve(),
        standard.maxDailyLoss(),
        standard.maxDrawdown(),
        standard.maxEntriesPerDay(),
        standard.maxOrdersPerMinute(),
        standard.maxOrderValue(),
        standard.maxSinglePosition(),
        standard.maxTotalExposure(),
        standard.maxSectorExposure(),
        standard.minCorrelation(),
        standard.maxCorrelatedPositions(),
        standard.maxPositions(),
        standard.maxVolumeShare(),
        standard.maxGap(),
        standard.maxPriceDisagreement(),
        standard.duplicateWindowSeconds(),
        standard.forbidden(),
        standard.unlimited(),
        standard.triggers());
  }
}

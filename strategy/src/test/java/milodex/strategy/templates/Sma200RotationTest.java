package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Family;
import milodex.strategy.ParameterValues;
import milodex.strategy.Reading;
import org.junit.jupiter.api.Test;

class Sma200RotationTest {

  private static final double[] RISING = {1, 2, 3, 4};
  private static final double[] FALLING = {4, 3, 2, 1};
  private static final double[] FLAT = {80, 80, 80, 80};

  private final Sma200Rotation rule =
      new Sma200Rotation(Symbol.of("SPY"), Symbol.of("SHY"), 3, 0.95);

  @Test
  void whileTheRiskySymbolIsAboveItsAverageItIsBought() {
    Decision decision = rule.decide(market(RISING).now());

    assertThat(Told.of(decision))
        .containsExactly(
            "enter SPY regime.ma_filter_cross weight 0.95 rank 1", "not SHY not_the_target");
    assertThat(decision.rule()).isEqualTo("regime.ma_filter_cross");
    assertThat(decision.signals().getFirst().readings())
        .containsExactly(Reading.compared("close", 4, ">", 3));
  }

  @Test
  void aFallBelowTheAverageSellsTheRiskySymbolAndBuysTheSafeOne() {
    Decision decision = rule.decide(market(FALLING).holding("SPY", 3, 10).now());

    assertThat(Told.of(decision))
        .containsExactly(
            "exit SPY regime.ma_filter_cross",
            "enter SHY regime.ma_filter_cross weight 0.95 rank 1");
    assertThat(decision.signals().getFirst().readings())
        .containsExactly(Reading.compared("close", 1, "<=", 2));
  }

  @Test
  void aCloseAtTheAverageIsNotAboveIt() {
    assertThat(Told.signals(rule.decide(market(FLAT).now())))
        .containsExactly("enter SHY regime.ma_filter_cross weight 0.95 rank 1");
  }

  @Test
  void theTargetThatIsHeldAlreadyIsKept() {
    Decision decision = rule.decide(market(RISING).holding("SPY", 3, 10).now());

    assertThat(decision.rule()).isEqualTo("regime.hold");
    assertThat(Told.of(decision)).containsExactly("not SPY already_held", "not SHY not_the_target");
  }

  @Test
  void withoutEnoughBarsOfTheRiskySymbolNothingIsDecided() {
    Decision decision =
        rule.decide(Seen.market().without("SPY").with("SHY", FLAT).holding("SHY", 80, 10).now());

    assertThat(decision.rule()).isEqualTo("no_signal");
    assertThat(Told.of(decision)).containsExactly("not SPY too_few_bars");
  }

  @Test
  void aBarredTargetIsNotBoughtButWhatItReplacesIsSold() {
    Seen market = market(FALLING).barred("SHY", "hole_in_bars");

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly("not SHY hole_in_bars", "not SPY not_the_target");
    assertThat(rule.decide(market.now()).rule()).isEqualTo("no_signal");
    assertThat(Told.of(rule.decide(market.holding("SPY", 3, 10).now())))
        .containsExactly("exit SPY regime.ma_filter_cross", "not SHY hole_in_bars");
  }

  @Test
  void aSafeSymbolWithoutBarsIsNotBought() {
    Seen market = Seen.market().with("SPY", FALLING).without("SHY");

    assertThat(Told.of(rule.decide(market.now())))
        .containsExactly("not SHY too_few_bars", "not SPY not_the_target");
  }

  @Test
  void theTemplateIsWhatTheTableSays() {
    Sma200Rotation shipped = new Sma200Rotation();

    assertThat(shipped.name()).isEqualTo("daily.sma200_rotation");
    assertThat(shipped.family()).isEqualTo(Family.REGIME);
    assertThat(shipped.lookback()).isEqualTo(201);
    assertThat(shipped.slots()).isEqualTo(1);
    assertThat(shipped.isLifecycleProof()).isTrue();
    assertThat(shipped.alsoReads()).containsExactly(Symbol.of("SHY"), Symbol.of("SPY"));
  }

  @Test
  void aRotationBetweenOneSymbolIsRefused() {
    ParameterValues values = ParameterValues.standard(new Sma200Rotation());

    assertThatThrownBy(() -> new Sma200Rotation().with(values.with("risk_off_symbol", "SPY")))
        .hasMessageContaining("a rotation needs two");
    assertThatThrownBy(() -> new Sma200Rotation().with(values.with("risk_off_symbol", "")))
        .hasMessageContaining("risk_off_symbol names no symbol");
  }

  private static Seen market(double[] risky) {
    return Seen.market().with("SPY", risky).with("SHY", FLAT);
  }
}

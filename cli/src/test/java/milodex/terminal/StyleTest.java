package milodex.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which colour says what.
class StyleTest {

  @Test
  void sharpeIsGreenFromOneHalfYellowFromZeroAndRedBelow() {
    assertThat(Style.ofSharpe(0.5)).isEqualTo(Style.GOOD);
    assertThat(Style.ofSharpe(0.49)).isEqualTo(Style.FAIR);
    assertThat(Style.ofSharpe(0)).isEqualTo(Style.FAIR);
    assertThat(Style.ofSharpe(-0.01)).isEqualTo(Style.BAD);
    assertThat(Style.ofSharpe(Double.NaN)).isEqualTo(Style.FAINT);
  }

  @Test
  void drawdownTurnsAtSevenAndAHalfAndAtFifteenPercentWhateverItsSign() {
    assertThat(Style.ofDrawdown(0.075)).isEqualTo(Style.GOOD);
    assertThat(Style.ofDrawdown(-0.076)).isEqualTo(Style.FAIR);
    assertThat(Style.ofDrawdown(0.15)).isEqualTo(Style.FAIR);
    assertThat(Style.ofDrawdown(-0.151)).isEqualTo(Style.BAD);
    assertThat(Style.ofDrawdown(Double.NaN)).isEqualTo(Style.FAINT);
  }

  @Test
  void exposureHasItsColours() {
    assertThat(Style.ofStage("backtest")).isEqualTo(Style.BACKTEST);
    assertThat(Style.ofStage("paper")).isEqualTo(Style.PAPER);
    assertThat(Style.ofStage("micro_live")).isEqualTo(Style.LIVE);
    assertThat(Style.ofStage("disabled")).isEqualTo(Style.FAINT);
    assertThat(Style.ofPass(false)).isEqualTo(Style.BAD);
  }

  @Test
  void aScreenWithoutColourShowsThePlainText() {
    assertThat(Style.ALARM.paint("HALTED", new Screen(80, true, false))).isEqualTo("HALTED");
    assertThat(Style.ALARM.paint("HALTED", new Screen(80, true, true)))
        .isEqualTo("\u001b[1;97;41mHALTED\u001b[0m");
  }
}

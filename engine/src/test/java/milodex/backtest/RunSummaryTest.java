package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

  private static final TinyMarket MARKET =
      TinyMarket.of("2024-03-07", "2024-03-14")
          .bars("ACME", "50/50 50/50 50/51 53/53 53/53 53/53")
          .bars("GONE", "20/20 20/20 20/20");

  private static final RunSummary SUMMARY = summary(0);

  private static RunSummary summary(int windows) {
    Script script =
        new Script()
            .buy("2024-03-07", "ACME", 0.5)
            .sell("2024-03-08", "ACME")
            .buy("2024-03-11", "GONE", 0.1);
    BacktestPlan plan =
        TinyRuns.windows(windows, TinyRuns.plan(new Play(MARKET, script).strategy(), MARKET));
    return RunSummary.of(TinyRuns.run(plan, MARKET));
  }

  @Test
  void itIsReadAsItWasWritten() {
    assertThat(RunSummary.parse(SUMMARY.canonical()).canonical()).isEqualTo(SUMMARY.canonical());
  }

  @Test
  void itSaysWhatWasRunAndOverWhichSessions() {
    assertThat(SUMMARY.text("template")).isEqualTo("daily.script");
    assertThat(SUMMARY.text("first_session")).isEqualTo("2024-03-07");
    assertThat(SUMMARY.text("last_session")).isEqualTo("2024-03-14");
    assertThat(SUMMARY.decimal("initial_equity")).isEqualTo(new BigDecimal("10000"));
    assertThat(SUMMARY.flag("walk_forward")).isFalse();
    assertThat(SUMMARY.flag("unlimited")).isFalse();
    assertThat(SUMMARY.find("fragility")).isEmpty();
    assertThat(SUMMARY.find("benchmark")).isEmpty();
  }

  @Test
  void itNamesSymbolsThatWereTakenForDelisted() {
    assertThat(SUMMARY.at("data").canonical()).contains("GONE");
  }

  @Test
  void anUndefinedFigureKeepsItsReasonAndIsNotZero() {
    assertThat(SUMMARY.figure("metrics", "sharpe")).isInstanceOf(Figure.Known.class);
    assertThat(SUMMARY.figure("metrics", "trades", "average_win"))
        .isInstanceOf(Figure.Undefined.class);
    assertThat(SUMMARY.whole("metrics", "trades", "closed")).isEqualTo(1);
  }

  @Test
  void aWalkForwardListsItsWindowsAndHowFragileTheyAre() {
    RunSummary forward = summary(2);

    assertThat(forward.flag("walk_forward")).isTrue();
    assertThat(forward.at("windows").items())
        .extracting(window -> window.whole("window"))
        .containsExactly(1, 2);
    assertThat(forward.at("fragility").keys()).contains("single_window_dependency");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SUMMARY.text("metrics", "luck"))
        .hasMessage("the summary of this run has no 'metrics.luck'");
    assertThatThrownBy(() -> SUMMARY.whole("template")).hasMessage("template is no whole number");
    assertThatThrownBy(SUMMARY::items).hasMessageStartingWith("not a list");
  }
}

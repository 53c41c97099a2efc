package milodex.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// A table of strategies on screens of several kinds.
class TableTest {

  private static final String LONG = "meanrev.daily.pullback_rsi2.curated_largecap_with_filter.v12";

  @Test
  void aWideScreenShowsEverything() {
    assertThat(strategies().lines(new Screen(120, true, false)))
        .containsExactly(
            "Strategy                                                      Stage     Sharpe  Why",
            "────────────────────────────────────────────────────────────  ────────  ──────"
                + "  ───────────────────────────────────",
            "candidates",
            LONG + "  backtest    0.71  gate p 0.03 of 0.16, PBO 0.12",
            "lifecycle proof",
            "regime.daily.sma200_rotation.spy_shy.v1                       paper      -0.05"
                + "  exempt: 売買 is not judged as skill");
  }

  @Test
  void aNarrowScreenCutsTheYieldingColumnAndWrapsTheWrappingOne() {
    assertThat(strategies().lines(new Screen(80, false, false)))
        .containsExactly(
            "Strategy                        Stage     Sharpe  Why",
            "------------------------------  --------  ------  ------------------------------",
            "candidates",
            "meanrev.daily.pullback_rsi2...  backtest    0.71  gate p 0.03 of 0.16, PBO 0.12",
            "lifecycle proof",
            "regime.daily.sma200_rotatio...  paper      -0.05  exempt: ?? is not judged as",
            "                                                  skill");
  }

  @Test
  void coloursDoNotMoveColumns() {
    Table table = Table.of(Column.text("Stage"), Column.number("Sharpe"));
    table.row(Cell.of("paper", Style.ofStage("paper")), Cell.of("0.6", Style.ofSharpe(0.6)));
    assertThat(table.lines(new Screen(80, true, true)))
        .containsExactly(
            "\u001b[1mStage\u001b[0m  \u001b[1mSharpe\u001b[0m",
            "─────  ──────",
            "\u001b[33mpaper\u001b[0m     \u001b[32m0.6\u001b[0m");
  }

  @Test
  void numbersAreNeverCutWhateverItCosts() {
    Table table = Table.of(Column.text("Name"), Column.number("N"), Column.yielding("Note"));
    table.row("a".repeat(90), "9".repeat(50), "b".repeat(90));
    assertThat(table.lines(new Screen(80, true, false)).getLast())
        .isEqualTo("a".repeat(17) + "…  " + "9".repeat(50) + "  bbbbbbb…");
  }

  @Test
  void aTableWithoutRowsStillNamesItsColumns() {
    assertThat(Table.of(Column.text("Symbol")).lines(new Screen(80, false, false)))
        .containsExactly("Symbol", "------");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Table.of(Column.text("Symbol")).row("SPY", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row of 2 cells in a table of 1 columns");
  }

  private static Table strategies() {
    return Table.of(
            Column.yielding("Strategy"),
            Column.text("Stage"),
            Column.number("Sharpe"),
            Column.wrapping("Why"))
        .group("candidates")
        .row(LONG, "backtest", "0.71", "gate p 0.03 of 0.16, PBO 0.12")
        .group("lifecycle proof")
        .row(
            "regime.daily.sma200_rotation.spy_shy.v1",
            "paper",
            "-0.05",
            "exempt: 売買 is not judged as skill");
  }
}

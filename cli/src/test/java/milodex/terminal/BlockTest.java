package milodex.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Paragraphs, sections, pairs and sparklines.
class BlockTest {

  private static final Screen UTF8 = new Screen(80, true, false);
  private static final Screen ASCII = new Screen(80, false, false);

  @Test
  void pairsAlignTheirValuesAndWrapThemInTheirColumn() {
    KeyValues pairs =
        KeyValues.of()
            .with("Head", "seq 4211")
            .with("Data grade", "vendor-adjusted; " + "a gap of three sessions in XLE ".repeat(3));
    assertThat(pairs.lines(UTF8))
        .containsExactly(
            "  Head:        seq 4211",
            "  Data grade:  vendor-adjusted; a gap of three sessions in XLE a gap of three",
            "               sessions in XLE a gap of three sessions in XLE");
  }

  @Test
  void aSectionStandsUnderItsTitle() {
    assertThat(Block.section("Risk – today", Block.paragraph("Nothing tripped.")).lines(ASCII))
        .containsExactly("Risk - today", "Nothing tripped.");
  }

  @Test
  void ourOwnTextKeepsItsLines() {
    assertThat(Block.verbatim("if x; then\n\ty\nfi\n").lines(ASCII))
        .containsExactly("if x; then", "\ty", "fi");
  }

  @Test
  void aSparklineRisesWithEquity() {
    Sparkline equity = Sparkline.of(100, 101, 102, Double.NaN, 104, 105, 106, 107);
    assertThat(equity.lines(UTF8)).containsExactly("▁▂▃ ▅▆▇█");
    assertThat(equity.lines(ASCII)).containsExactly("_., =+*#");
  }

  @Test
  void aFlatLineStaysInTheMiddleAndALongOneIsThinned() {
    assertThat(Sparkline.of(5, 5, 5).lines(UTF8)).containsExactly("▄▄▄");
    assertThat(Sparkline.of(new double[1000]).lines(UTF8).getFirst()).hasSize(80);
    assertThat(Sparkline.of().lines(UTF8)).containsExactly("");
  }
}

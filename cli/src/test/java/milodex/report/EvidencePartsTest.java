package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import milodex.analytics.Histogram;
import milodex.backtest.Breakdown;
import milodex.backtest.CapacityEstimate;
import milodex.promotion.Judgement;
import milodex.promotion.Overfitting;
import milodex.promotion.Requirement;
import milodex.promotion.Requirement.Kind;
import milodex.promotion.Requirement.Status;
import milodex.research.EvidenceContext;
import milodex.research.Sensitivity;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

/// What the gate found, as drawings that say the same in words.
class EvidencePartsTest {

  private static final Judgement JUDGEMENT =
      new Judgement(
          "1",
          List.of(
              new Requirement(
                  Kind.ADVISORY, Overfitting.TITLE, new Status.Fail(), "PBO ≤ 0.20", "PBO 0.75")));

  @Test
  void theLogitsAreBarsAndTheShareUpToTheMedianIsMarked() {
    double[] logits = {-2, -1, 0, 1};
    Overfitting found =
        new Overfitting(
            12, 16, 4, Figure.of(0.75), Figure.of(-0.5), Histogram.closedAbove(logits, 10));
    String part = OverfittingPart.of(Optional.of(found), JUDGEMENT).toString();

    assertThat(part.split("<rect class=\"loss\"", -1)).hasSizeGreaterThan(3);
    assertThat(part)
        .contains(">75.0\u202f% at or below<", ">25.0\u202f% above<", "median of the family")
        .contains("In 75.0\u202f% of 4 splits the best of 12 trials", "PBO 0.75, required ≤ 0.20")
        .contains("<dt>Blocks of sessions</dt><dd>16</dd>", "<dd>−0.50</dd>")
        .doesNotContain("NaN");
  }

  @Test
  void allOnOneSideOfTheMedianIsStillDrawnWithTheMedian() {
    Overfitting found =
        new Overfitting(
            12,
            16,
            2,
            Figure.of(0),
            Figure.of(1.5),
            Histogram.closedAbove(new double[] {1.2, 1.8}, 10));

    assertThat(OverfittingPart.of(Optional.of(found), JUDGEMENT).toString())
        .contains("d=\"M16.0 15V180\"", ">0.0\u202f% at or below<")
        .doesNotContain("class=\"loss\"");
  }

  @Test
  void whatWasNotMeasuredIsASentenceAndNoEmptyChart() {
    Figure none = Figure.undefined("the family has 1 of the 10 trials that ranks need");
    Overfitting found =
        new Overfitting(1, 16, 0, none, none, Histogram.closedAbove(new double[0], 2));

    assertThat(OverfittingPart.of(Optional.of(found), JUDGEMENT).toString())
        .contains("was not measured: the family has 1 of the 10 trials that ranks need.")
        .doesNotContain("<svg");
  }

  @Test
  void neighboursThatKeepTooLittleAreMarkedInWordsToo() {
    String map =
        PlateauPart.of(
                new Sensitivity(
                    Figure.of(1),
                    List.of(
                        cell("1", "0", Figure.of(0.95)),
                        cell("1", "2", Figure.of(0.49)),
                        new Sensitivity.Cell("other", "-1", "-2", Figure.undefined("no trades")))),
                Optional.of(0.5))
            .toString();

    assertThat(map.split("below 50\u202f%", -1)).hasSize(3);
    assertThat(map.split("<tr ", -1)).as("a head and a row for each parameter").hasSize(4);
    assertThat(map)
        .contains("class=\"gain3\" data-label=\"Lower\"><strong>0.95</strong>")
        .contains("class=\"loss1\" data-label=\"Higher\"><strong>0.49</strong>")
        .contains("no trades", "at −2", "class=\"none\" data-label=\"Higher\">no neighbour")
        .contains("The gate asks for 50\u202f%");
  }

  @Test
  void aRunThatDoesNotEarnHasNoPlateauAndItsNeighboursOnlyASign() {
    String map =
        PlateauPart.of(
                new Sensitivity(
                    Figure.of(-0.2),
                    List.of(cell("1", "0", Figure.of(0.3)), cell("1", "2", Figure.of(-0.1)))),
                Optional.of(0.5))
            .toString();

    assertThat(map)
        .contains("its own Sharpe is not above zero", "class=\"gain1\"", "class=\"loss1\"")
        .doesNotContain("below 50", "The gate asks for");
  }

  @Test
  void yearsAndRegimesAreTablesAndCapacityIsInDollars() {
    Breakdown years =
        new Breakdown(
            List.of(
                new Breakdown.Part("2023", 251, 0.1, Figure.of(1.2), Figure.of(1), Figure.of(1.25)),
                new Breakdown.Part(
                    "2024", 3, -0.02, Figure.of(-3), Figure.of(9), Figure.of(-0.25))),
            Figure.of(-0.02));
    Breakdown regimes = new Breakdown(List.of(), Figure.undefined("the run has no benchmark"));
    String part =
        ContextPart.of(
                Optional.of(
                    new EvidenceContext(
                        years,
                        regimes,
                        new CapacityEstimate(
                            new CapacityEstimate.Bound(
                                Figure.undefined("the edge does not cover the linear cost"),
                                Optional.empty()),
                            Figure.undefined("the edge does not cover the linear cost"),
                            new CapacityEstimate.Bound(Figure.of(1_234_567), Optional.of("AAA"))))))
            .toString();

    assertThat(part)
        .contains(">2023</th>", "1.20 ± 1.00", "10.0\u202f%", "2024, few sessions")
        .contains("Without the best of them: −2.00\u202f%")
        .contains("the run has no benchmark", "the edge does not cover the linear cost")
        .contains("$1,234,567 (AAA)");
    assertThat(ContextPart.of(Optional.empty())).isSameAs(Html.EMPTY);
  }

  private static Sensitivity.Cell cell(String from, String to, Figure sharpe) {
    return new Sensitivity.Cell("some_length", from, to, sharpe);
  }
}

package milodex.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.research.Deflation;
import milodex.statistics.DeflatedSharpe;
import milodex.statistics.Figure;
import org.junit.jupiter.api.Test;

class LuckPartTest {

  private static final double YEAR = Math.sqrt(252);

  @Test
  void luckShowsAsMuchAsOftenAsNotAllTrialsStayBelow() {
    LuckReading reading = reading(4, 1, 0.8);

    // One trial is off by 0.5, so that 1 is two deviations: 1 − Φ(2)⁴.
    assertThat(((Figure.Known) reading.chance()).value()).isCloseTo(0.0879419, within(1e-6));
    assertThat(((Figure.Known) reading.sharpe()).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void beyondLuckIsWhatBothMeasuresCallSo() {
    assertThat(reading(4, 1, 0.8).verdict()).isInstanceOf(LuckReading.Verdict.Inside.class);
    assertThat(reading(4, 1, 0.99).verdict()).isInstanceOf(LuckReading.Verdict.Inside.class);
    assertThat(reading(1, 1, 0.9).verdict()).isInstanceOf(LuckReading.Verdict.Inside.class);
    assertThat(reading(1, 1, 0.98).verdict()).isInstanceOf(LuckReading.Verdict.Beyond.class);
  }

  @Test
  void theFindingIsSaidInWordsAndDrawn() {
    String part = LuckPart.of(Optional.of(reading(4, 1, 0.8))).toString();

    assertThat(part)
        .contains("The best of 4 trials without skill would show a Sharpe of 0.51 on average; ")
        .contains("this run shows 1.00.", "8.79\u202f% of cases")
        .contains("Inside the luck: it cannot be told from luck.")
        .contains(">this run 1.00</text>", ">luck, on average 0.51</text>")
        .contains("class=\"interval\"", "class=\"luck\"", "class=\"one\"", "class=\"tail\"")
        .doesNotContain("NaN", "width=\"-", "height=\"-");
  }

  @Test
  void ofOneTrialNothingIsTakenOffAndOneCurveIsDrawn() {
    String part = LuckPart.of(Optional.of(reading(1, 1, 0.98))).toString();

    assertThat(part)
        .contains("One trial without skill", "Beyond what luck makes plausible")
        .contains("nothing is taken off for choosing", "class=\"one\"")
        .doesNotContain("class=\"luck\"", "key luck");
  }

  @Test
  void aRunFarOutsideIsStillOnItsPicture() {
    assertThat(LuckPart.of(Optional.of(reading(2, 9, 1))).toString())
        .contains(">this run 9.00</text>")
        .doesNotContain("NaN");
    assertThat(LuckPart.of(Optional.of(reading(2, -9, 0))).toString())
        .contains(">this run \u22129.00</text>", "Inside the luck")
        .doesNotContain("NaN");
  }

  @Test
  void whatIsNotKnownIsSaidWithItsReason() {
    Figure none = Figure.undefined("the returns do not vary");
    Deflation deflation = new Deflation(3, 2, new DeflatedSharpe(none, none, 3, none, false), none);
    RunSummary evidence =
        RunSummary.parse("{\"sharpe\":{\"undefined\":\"the returns do not vary\"}}");
    String part = LuckPart.of(Optional.of(new LuckReading(evidence, deflation))).toString();

    assertThat(part)
        .contains("(the returns do not vary)", "after 3 trials over these sessions")
        .doesNotContain("<svg", "NaN");
    assertThat(LuckPart.of(Optional.empty()).toString())
        .contains("made before the error of a Sharpe ratio was kept");
  }

  /// A run whose trials are off by 0.5 a year each, with an interval of one to either side.
  private static LuckReading reading(int trials, double sharpe, double probability) {
    double variance = 0.25 / 252;
    double luck = trials == 1 ? 0 : 0.51;
    RunSummary evidence =
        RunSummary.parse(
            "{\"sharpe\":\"%s\",\"low\":\"%s\",\"high\":\"%s\"}"
                .formatted(sharpe / YEAR, sharpe - 1, sharpe + 1));
    DeflatedSharpe deflated =
        new DeflatedSharpe(
            Figure.of(probability),
            Figure.of(luck / YEAR),
            trials,
            Figure.of(variance),
            trials == 1);
    return new LuckReading(evidence, new Deflation(trials, trials, deflated, Figure.of(luck)));
  }
}

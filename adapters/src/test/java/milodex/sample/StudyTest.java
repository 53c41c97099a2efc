package milodex.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two instruments for the study of luck are what they are said to be, whatever the seed.
class StudyTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 0, -7, 42, Long.MIN_VALUE, Long.MAX_VALUE})
  void theNoiseHasNoMemoryAndTheEdgeTakesBackWhatASessionDid(long seed) {
    SampleMarket study = SampleMarket.study(seed);
    assertThat(study.series())
        .extracting(series -> series.symbol().ticker())
        .containsExactly("SIM-NOISE", "SIM-EDGE");
    assertThat(study.actions()).isEmpty();
    assertThat(study.series())
        .allSatisfy(
            series -> {
              assertThat(series.first()).isEqualTo(LocalDate.of(2013, 1, 2));
              assertThat(series.last()).isEqualTo(SampleMarket.LAST);
            });
    assertThat(memory(study.series().getFirst())).isBetween(-0.1, 0.1);
    assertThat(memory(study.series().getLast())).isBetween(-0.7, -0.45);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, -7})
  void theStudyIsNoPartOfTheMarket(long seed) {
    assertThat(SampleMarket.generate(seed).series())
        .hasSize(17)
        .noneMatch(series -> series.symbol().ticker().matches("SIM-(NOISE|EDGE)"));
  }

  /// Correlation of a session's move within itself with that of the session before.
  private static double memory(BarSeries series) {
    BarColumns columns = series.columns();
    double both = 0;
    double square = 0;
    for (int i = 1; i < series.size(); i++) {
      double now = Math.log(columns.close()[i] / columns.open()[i]);
      both += now * Math.log(columns.close()[i - 1] / columns.open()[i - 1]);
      square += now * now;
    }
    return both / square;
  }
}

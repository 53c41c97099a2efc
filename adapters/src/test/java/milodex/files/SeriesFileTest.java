package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;

import milodex.market.Adjustment;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;

class SeriesFileTest {

  @Test
  void aNameSaysWhatIsInside() {
    SeriesFile file = new SeriesFile(Symbol.of("BRK.B"), Timeframe.DAY_1, Adjustment.RAW);
    assertThat(file.name()).isEqualTo("BRK~B_1Day_raw.parquet");
    assertThat(SeriesFile.parse("BRK~B_1Day_raw.parquet")).contains(file);
  }

  @Test
  void everySeriesHasItsOwnNameAndIsFoundByIt() {
    for (String ticker : new String[] {"A", "SPY", "BRK.B", "BF-B", "SIM-IDX", "CON", "NUL.A"}) {
      for (Timeframe timeframe : Timeframe.values()) {
        for (Adjustment adjustment : Adjustment.values()) {
          SeriesFile file = new SeriesFile(Symbol.of(ticker), timeframe, adjustment);
          assertThat(SeriesFile.parse(file.name())).contains(file);
          assertThat(file.name().split("\\.")[0]).isNotIn("CON", "NUL");
        }
      }
    }
  }

  @Test
  void foreignNamesAreNoSeries() {
    assertThat(SeriesFile.parse("README.md")).isEmpty();
    assertThat(SeriesFile.parse("SPY_1Day_raw.parquet.123.tmp")).isEmpty();
    assertThat(SeriesFile.parse("spy_1Day_raw.parquet")).isEmpty();
    assertThat(SeriesFile.parse("SPY_2Day_raw.parquet")).isEmpty();
    assertThat(SeriesFile.parse("SPY_1Day_total.parquet")).isEmpty();
  }
}

package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import milodex.data.RegularBars;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Minutes outside regular hours are kept, and left out of what a rule sees.
class IntradayImportTest {

  private static final Symbol SPY = Symbol.of("SPY");

  @TempDir private Path folder;

  @Test
  void aHalfDayWithEarlyLateAndEmptyMinutes() throws IOException {
    ParquetBarStore store =
        imported(
            "SPY-20191224-1min.csv",
            "2019-12-24T08:15:00-05:00,320,320,320,320,5",
            "2019-12-24T09:30:00-05:00,321,322,320,321.5,100",
            "2019-12-24T09:33:00-05:00,321.5,321.5,321.5,321.5,0",
            "2019-12-24T12:59:00-05:00,321,321,319,320,7",
            "2019-12-24T13:00:00-05:00,325,325,325,325,9",
            "2019-12-24T15:59:00-05:00,326,326,326,326,9");

    assertThat(store.load(SPY, Timeframe.MINUTE_1, Adjustment.RAW).orElseThrow().size())
        .isEqualTo(6);
    assertThat(RegularBars.load(store, SPY, Timeframe.MINUTE_1).orElseThrow().columns().close())
        .containsExactly(321.5, 321.5, 320);
    BarSeries five = RegularBars.load(store, SPY, Timeframe.MINUTE_5).orElseThrow();
    assertThat(five.columns().volume()).containsExactly(100, 7);
    assertThat(five.openedAt(1).toString()).isEqualTo("2019-12-24T17:55:00Z");
    assertThat(RegularBars.load(store, SPY, Timeframe.HOUR_1).orElseThrow().openedAt(1).toString())
        .isEqualTo("2019-12-24T17:30:00Z");
  }

  @Test
  void aFileOfEarlyMinutesAloneIsKeptAndShowsARuleNothing() throws IOException {
    ParquetBarStore store =
        imported("SPY-20200103-1min.csv", "2020-01-03T07:00:00-05:00,320,320,320,320,5");

    assertThat(store.series()).hasSize(1);
    assertThat(RegularBars.load(store, SPY, Timeframe.MINUTE_5).orElseThrow().isEmpty()).isTrue();
  }

  private ParquetBarStore imported(String name, String... rows) throws IOException {
    Path file = Files.createDirectories(folder.resolve("intraday")).resolve(name);
    Files.writeString(
        file, "timestamp,open,high,low,close,volume\n" + String.join("\n", rows) + "\n");
    ParquetBarStore store = new ParquetBarStore(folder.resolve("bars"));
    ImportResult result = new CsvImport(store, ImportOptions.STRICT).run(file);
    assertThat(result.faults()).isEmpty();
    return store;
  }
}

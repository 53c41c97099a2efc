package milodex.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import milodex.data.ActionsImport;
import milodex.data.BarProvider.Delivery;
import milodex.data.Fetch;
import milodex.data.Intake.Outcome;
import milodex.data.Period;
import milodex.files.CsvImport;
import milodex.files.ImportOptions;
import milodex.files.ParquetBarStore;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProviderTest {

  private static final SampleMarket MARKET = SampleMarket.generate(1);
  private static final SampleProvider SAMPLE = new SampleProvider(MARKET);

  @TempDir private Path folder;

  @Test
  void onlyThePeriodAskedForIsDelivered() {
    Delivery year = fetch("SIM-ALFA", "2019-01-01", "2019-12-31");
    BarSeries bars = year.bars().orElseThrow();
    assertThat(bars.first()).isEqualTo("2019-01-02");
    assertThat(bars.last()).isEqualTo("2019-12-31");
    assertThat(year.actions()).hasSize(1);
  }

  @Test
  void whatItDoesNotKnowItDoesNotDeliver() {
    assertThat(fetch("SPY", "2019-01-01", "2019-12-31").bars()).isEmpty();
    assertThat(fetch("SIM-ALFA", "2023-01-01", "2023-12-31").bars()).isEmpty();
    assertThat(
            SAMPLE
                .fetch(
                    Symbol.of("SIM-ALFA"), Timeframe.MINUTE_1, period("2019-01-01", "2019-12-31"))
                .bars())
        .isEmpty();
  }

  @Test
  void theFilesOfTheDemoHoldTheVeryBarsItDelivers() throws IOException {
    SampleCsv.write(MARKET, folder.resolve("market"));
    ParquetBarStore store = new ParquetBarStore(folder.resolve("bars"));
    new CsvImport(store, ImportOptions.STRICT).run(folder.resolve("market"));
    for (BarSeries series : MARKET.series()) {
      Fetch.Fetched fetched =
          new Fetch(store, SAMPLE)
              .fetch(
                  series.symbol(),
                  Timeframe.DAY_1,
                  new Period(SampleMarket.FIRST, SampleMarket.LAST));
      assertThat(fetched.bars().orElseThrow().outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(fetched.actions().map(ActionsImport::outcome))
          .isIn(Optional.empty(), Optional.of(Outcome.UNCHANGED));
    }
  }

  private static Delivery fetch(String symbol, String from, String to) {
    return SAMPLE.fetch(Symbol.of(symbol), Timeframe.DAY_1, period(from, to));
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }
}

package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import milodex.data.BarFingerprint;
import milodex.data.QualityFinding;
import milodex.data.QualityFinding.Severity;
import milodex.data.QualityScan;
import milodex.data.SessionDays;
import milodex.market.BarSeries;
import milodex.market.ExchangeCalendar;
import milodex.market.Timeframe;
import milodex.sample.SampleCsv;
import milodex.sample.SampleMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMarketImportTest {

  @TempDir Path folder;

  @Test
  void aSampleMarketGoesInAsItWasMadeAndHasNoSevereFinding() throws IOException {
    SampleMarket sample = SampleMarket.generate(5);
    SampleCsv.write(sample, folder.resolve("csv"));
    ParquetBarStore store = new ParquetBarStore(folder.resolve("bars"));
    ImportResult result = new CsvImport(store, ImportOptions.STRICT).run(folder.resolve("csv"));
    assertThat(result.isComplete()).isTrue();
    QualityScan scan =
        new QualityScan(
            SessionDays.of(ExchangeCalendar.nyse().sessions(SampleMarket.FIRST, SampleMarket.LAST)),
            SampleMarket.LAST,
            252);
    for (BarSeries made : sample.series()) {
      BarSeries stored = store.load(made.symbol(), Timeframe.DAY_1).orElseThrow();
      assertThat(BarFingerprint.of(stored)).isEqualTo(BarFingerprint.of(made));
      assertThat(scan.scan(stored, store.actions(made.symbol())))
          .extracting(QualityFinding::severity)
          .doesNotContain(Severity.SEVERE);
    }
    assertThat(sample.series().stream().mapToInt(made -> store.actions(made.symbol()).size()).sum())
        .isEqualTo(sample.actions().size());
  }
}

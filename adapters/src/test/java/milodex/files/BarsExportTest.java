package milodex.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.data.BarMerge;
import milodex.data.Bars;
import milodex.data.Fetch;
import milodex.data.Period;
import milodex.data.StoredSeries;
import milodex.files.BarsExport.Format;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.sample.SampleMarket;
import milodex.sample.SampleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves the store can be read by others, and comes back as it was.
class BarsExportTest {

  private static final List<Symbol> SYMBOLS =
      List.of(Symbol.of("SIM-IDX"), Symbol.of("SIM-ALFA"), Symbol.of("SIM-ECHO"));

  @TempDir private Path folder;
  private ParquetBarStore store = new ParquetBarStore(Path.of(""));

  @BeforeEach
  void aStoreWithThreeSymbolsOfTheSampleMarket() {
    store = new ParquetBarStore(folder.resolve("bars"));
    Fetch fetch = new Fetch(store, new SampleProvider(SampleMarket.generate(1)));
    for (Symbol symbol : SYMBOLS) {
      fetch.fetch(symbol, Timeframe.DAY_1, new Period(SampleMarket.FIRST, SampleMarket.LAST));
    }
  }

  @Test
  void csvComesBackToTheSameFingerprints() throws IOException {
    ParquetBarStore again = importedAgain();
    assertThat(fingerprints(again)).isEqualTo(fingerprints(store));
    for (Symbol symbol : SYMBOLS) {
      assertThat(again.actions(symbol)).isEqualTo(store.actions(symbol));
    }
  }

  @Test
  void everyDoubleSurvivesItsDecimalForm() throws IOException {
    RandomGenerator random = Seeds.random(5);
    Bars bars = new Bars();
    for (int i = 0; i < 500; i++) {
      double price = Math.scalb(1 + random.nextDouble(), random.nextInt(-12, 14));
      double volume = Math.scalb(random.nextDouble(), random.nextInt(0, 60));
      String date = LocalDate.EPOCH.plusDays(i).toString();
      bars.bar(date, price, price * 1.5, price / 3, Math.nextUp(price), volume);
    }
    save(atNineThirty(bars.raw()));
    save(atNineThirty(bars.splitAdjusted()));
    ParquetBarStore again = importedAgain();
    assertThat(fingerprints(again)).isEqualTo(fingerprints(store));
  }

  @Test
  void minutesAreOneFileForEachSession() throws IOException {
    Files.createDirectories(folder.resolve("offer/intraday"));
    for (String day : List.of("20240102", "20240702")) {
      String date = "2024-0" + day.charAt(5) + "-02T";
      String offset = day.charAt(5) == '1' ? "-05:00" : "-04:00";
      Files.writeString(
          folder.resolve("offer/intraday/SPY-" + day + "-1min.csv"),
          CsvSource.Minutes.HEADER
              + "\n"
              + (date + "04:00:00" + offset + ",470,470.25,470,470.1,5\n")
              + (date + "09:30:00" + offset + ",472,473,471,472,9\n"));
    }
    new CsvImport(store, ImportOptions.STRICT).run(folder.resolve("offer"));

    ParquetBarStore again = importedAgain();

    assertThat(folder.resolve("out/intraday/SPY-20240702-1min.csv"))
        .hasSameTextualContentAs(folder.resolve("offer/intraday/SPY-20240702-1min.csv"));
    assertThat(fingerprints(again)).isEqualTo(fingerprints(store));
  }

  @Test
  void anotherToolReadsTheParquetFilesBarForBar() throws IOException, SQLException {
    export(Format.PARQUET);
    BarSeries stored = store.load(SYMBOLS.getFirst(), Timeframe.DAY_1).orElseThrow();
    Path file = folder.resolve("out/SIM-IDX_1Day_raw.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT day, epoch(opened_at), open, high, low, close, volume FROM '"
                    + file
                    + "'")) {
      int i = 0;
      while (rows.next()) {
        assertThat(rows.getString(1)).isEqualTo(stored.session(i).toString());
        assertThat(rows.getLong(2)).isEqualTo(stored.openedAt()[i]);
        assertThat(rows.getDouble(3)).isEqualTo(stored.columns().open()[i]);
        assertThat(rows.getDouble(4)).isEqualTo(stored.columns().high()[i]);
        assertThat(rows.getDouble(5)).isEqualTo(stored.columns().low()[i]);
        assertThat(rows.getDouble(6)).isEqualTo(stored.columns().close()[i]);
        assertThat(rows.getDouble(7)).isEqualTo(stored.columns().volume()[i]);
        i++;
      }
      assertThat(i).isEqualTo(stored.size());
    }
  }

  private ParquetBarStore importedAgain() throws IOException {
    export(Format.CSV);
    ParquetBarStore again = new ParquetBarStore(folder.resolve("again"));
    ImportResult result = new CsvImport(again, ImportOptions.STRICT).run(folder.resolve("out"));
    assertThat(result.faults()).isEmpty();
    return again;
  }

  private void export(Format format) throws IOException {
    BarsExport export = new BarsExport(store, folder.resolve("out"));
    for (StoredSeries one : store.series()) {
      export.write(one, format);
      export.writeActions(one.symbol());
    }
  }

  private void save(BarSeries series) {
    store.save(BarMerge.of(Optional.empty(), series));
  }

  /// Daily bars open when the exchange does, as imported ones do.
  private static BarSeries atNineThirty(BarSeries bars) {
    long[] openedAt = new long[bars.size()];
    for (int i = 0; i < openedAt.length; i++) {
      openedAt[i] = bars.session(i).atTime(9, 30).atZone(CsvSource.NEW_YORK).toEpochSecond();
    }
    return new BarSeries(
        bars.symbol(),
        bars.timeframe(),
        bars.adjustment(),
        bars.source(),
        bars.day(),
        openedAt,
        bars.columns());
  }

  private static List<String> fingerprints(ParquetBarStore store) {
    List<String> fingerprints = new ArrayList<>();
    for (StoredSeries one : store.series()) {
      fingerprints.add(one.symbol() + " " + one.timeframe() + " " + one.fingerprint());
    }
    return fingerprints;
  }
}

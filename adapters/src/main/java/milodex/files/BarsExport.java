package milodex.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import milodex.data.ActionTerms;
import milodex.data.StoredBars;
import milodex.data.StoredSeries;
import milodex.market.Adjustment;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Writes stored bars and corporate actions for other tools.
///
/// CSV is laid out as the import reads it, so that it comes back to the same fingerprints. Parquet
/// is one file for each series, as the store keeps it. Corporate actions are CSV either way; their
/// basis is `reported`, which the store does not keep.
public final class BarsExport {

  /// How bars are written.
  public enum Format {
    CSV,
    PARQUET
  }

  private final StoredBars store;
  private final Path folder;

  /// Exports into `folder`, which must be empty; folders below are made.
  public BarsExport(StoredBars store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /// Where it writes to.
  public Path folder() {
    return folder;
  }

  /// Writes one series.
  ///
  /// @throws IOException if a file cannot be written; it is then not there
  public void write(StoredSeries series, Format format) throws IOException {
    BarSeries bars =
        store.load(series.symbol(), series.timeframe(), series.adjustment()).orElseThrow();
    switch (format) {
      case CSV -> csv(bars);
      case PARQUET ->
          AtomicFile.write(
              folder.resolve(SeriesFile.of(bars).name()),
              temp -> BarsWriter.write(temp, bars, StoredSeries.of(bars)));
    }
  }

  /// Writes the corporate actions of a symbol; nothing if it has none.
  ///
  /// @throws IOException if the file cannot be written; it is then not there
  public void writeActions(Symbol symbol) throws IOException {
    List<CorporateAction> actions = store.actions(symbol);
    if (actions.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(CsvSource.Actions.HEADER).append('\n');
    for (CorporateAction action : actions) {
      text.append(action.exDate()).append(',').append(ActionTerms.kind(action)).append(',');
      text.append(ActionTerms.value(action)).append(",reported\n");
    }
    write("corporate-actions/" + symbol + ".csv", text);
  }

  private void csv(BarSeries bars) throws IOException {
    if (bars.timeframe() == Timeframe.DAY_1) {
      daily(bars);
    } else {
      for (int first = 0; first < bars.size(); first = intraday(bars, first)) {}
    }
  }

  private void daily(BarSeries bars) throws IOException {
    StringBuilder text = new StringBuilder(CsvSource.Daily.HEADER).append('\n');
    for (int i = 0; i < bars.size(); i++) {
      row(text.append(bars.session(i)), bars.columns(), i).append(",\n");
    }
    String kind = bars.adjustment() == Adjustment.RAW ? "daily-raw" : "daily";
    write(kind + "/" + bars.symbol() + ".csv", text);
  }

  /// Writes the session that begins with bar `first`.
  ///
  /// @return the first bar of the next session
  private int intraday(BarSeries bars, int first) throws IOException {
    StringBuilder text = new StringBuilder(CsvSource.Minutes.HEADER).append('\n');
    int i = first;
    while (i < bars.size() && bars.day()[i] == bars.day()[first]) {
      text.append(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              bars.openedAt(i).atZone(CsvSource.NEW_YORK)));
      row(text, bars.columns(), i).append('\n');
      i++;
    }
    write(
        "intraday/%s-%s-%s.csv"
            .formatted(
                bars.symbol(),
                DateTimeFormatter.BASIC_ISO_DATE.format(bars.session(first)),
                bars.timeframe().label().toLowerCase(Locale.ROOT)),
        text);
    return i;
  }

  private static StringBuilder row(StringBuilder text, BarColumns bars, int i) {
    for (double value :
        new double[] {
          bars.open()[i], bars.high()[i], bars.low()[i], bars.close()[i], bars.volume()[i]
        }) {
      text.append(',').append(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }
    return text;
  }

  private void write(String name, StringBuilder text) throws IOException {
    AtomicFile.write(folder.resolve(name), temp -> Files.writeString(temp, text));
  }
}

package milodex.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;

/// Writes a sample market as the files that the import reads.
///
/// `daily-raw/SYMBOL.csv` holds `date,open,high,low,close,volume,adj_close` with the last column
/// empty; `corporate-actions/SYMBOL.csv` holds `ex_date,type,value,basis`, and only its
/// header where nothing happened. The value of a `delisting` is the final price.
public final class SampleCsv {

  private SampleCsv() {}

  /// Writes two files per instrument below `dir`, replacing older ones, each whole or not at all.
  ///
  /// @throws IOException if a file cannot be written; those written before it are whole
  public static void write(SampleMarket market, Path dir) throws IOException {
    Path bars = Files.createDirectories(dir.resolve("daily-raw"));
    Path actions = Files.createDirectories(dir.resolve("corporate-actions"));
    for (BarSeries series : market.series()) {
      String file = series.symbol() + ".csv";
      replace(bars.resolve(file), barLines(series));
      replace(actions.resolve(file), actionLines(market, series));
    }
  }

  private static String barLines(BarSeries series) {
    BarColumns columns = series.columns();
    StringBuilder text = new StringBuilder("date,open,high,low,close,volume,adj_close\n");
    for (int i = 0; i < series.size(); i++) {
      text.append(series.session(i)).append(',');
      text.append(plain(columns.open()[i])).append(',');
      text.append(plain(columns.high()[i])).append(',');
      text.append(plain(columns.low()[i])).append(',');
      text.append(plain(columns.close()[i])).append(',');
      text.append(Math.round(columns.volume()[i])).append(",\n");
    }
    return text.toString();
  }

  private static String actionLines(SampleMarket market, BarSeries series) {
    StringBuilder text = new StringBuilder("ex_date,type,value,basis\n");
    for (CorporateAction action : market.actions()) {
      if (action.symbol().equals(series.symbol())) {
        text.append(action.exDate()).append(',').append(typeAndValue(action)).append(",reported\n");
      }
    }
    return text.toString();
  }

  private static String typeAndValue(CorporateAction action) {
    return switch (action) {
      case CorporateAction.Split split -> "split," + split.ratio().toPlainString();
      case CorporateAction.Dividend paid -> "dividend," + paid.cashPerShare().toPlainString();
      case CorporateAction.SpinOff spun -> "spinoff_ratio," + spun.priceFactor().toPlainString();
      case CorporateAction.Delisting end -> "delisting," + end.finalPrice().toPlainString();
      case CorporateAction.TickerChange change -> "ticker_change," + change.to();
    };
  }

  private static String plain(double price) {
    return BigDecimal.valueOf(price).toPlainString();
  }

  private static void replace(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}

package milodex.files;

import milodex.data.BarRows;
import milodex.files.CsvText.BrokenFieldException;

/// The prices and the volume of one row, the fields after the time.
record CsvBar(double open, double high, double low, double close, double volume) {

  /// The five fields from the second on.
  static CsvBar parse(String[] fields) throws BrokenFieldException {
    CsvBar bar =
        new CsvBar(
            price("open", fields[1]),
            price("high", fields[2]),
            price("low", fields[3]),
            price("close", fields[4]),
            CsvText.number("volume", fields[5]));
    if (bar.high < bar.low) {
      throw new BrokenFieldException("high " + fields[2] + " is below low " + fields[3]);
    }
    if (bar.volume < 0) {
      throw new BrokenFieldException("volume " + fields[5] + " is negative");
    }
    return bar;
  }

  void addTo(BarRows rows, int day, long openedAt) {
    rows.add(day, openedAt, open, high, low, close, volume);
  }

  private static double price(String field, String text) throws BrokenFieldException {
    double price = CsvText.number(field, text);
    if (price <= 0) {
      throw new BrokenFieldException(field + " " + text + " is not above zero");
    }
    return price;
  }
}

package milodex.files;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// The series a file name stands for: `BRK~B_1Day_raw.parquet`.
///
/// A dot in a ticker is written `~`, so that no name has a device name of Windows before its first
/// dot.
record SeriesFile(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {

  /// By symbol, then timeframe, then raw before adjusted.
  static final Comparator<SeriesFile> ORDER =
      Comparator.comparing(SeriesFile::symbol)
          .thenComparing(SeriesFile::timeframe)
          .thenComparing(SeriesFile::adjustment);

  private static final Pattern NAME = Pattern.compile("([^_]+)_([^_]+)_([^_]+)\\.parquet");

  /// The series of a file name; empty if the name is not one of ours.
  static Optional<SeriesFile> parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SeriesFile(
              decoded(parts.group(1)),
              Timeframe.parse(parts.group(2)),
              Adjustment.parse(parts.group(3))));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  static SeriesFile of(BarSeries series) {
    return new SeriesFile(series.symbol(), series.timeframe(), series.adjustment());
  }

  String name() {
    return "%s_%s_%s.parquet".formatted(encoded(symbol), timeframe, adjustment);
  }

  /// The ticker as file names write it.
  static String encoded(Symbol symbol) {
    return symbol.ticker().replace('.', '~');
  }

  /// The symbol whose encoded ticker this is.
  ///
  /// @throws IllegalArgumentException if it is none
  static Symbol decoded(String encoded) {
    return Symbol.of(encoded.replace('~', '.'));
  }
}

package milodex.data;

import java.time.LocalDate;
import java.util.Comparator;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// What a store knows of a series without reading its bars.
///
/// @param first exchange date of the first bar
/// @param last exchange date of the last bar
/// @param fingerprint computed when the series was written
public record StoredSeries(
    Symbol symbol,
    Timeframe timeframe,
    Adjustment adjustment,
    String source,
    LocalDate first,
    LocalDate last,
    int bars,
    BarFingerprint fingerprint) {

  /// By symbol, then timeframe, then raw before adjusted.
  public static final Comparator<StoredSeries> ORDER =
      Comparator.comparing(StoredSeries::symbol)
          .thenComparing(StoredSeries::timeframe)
          .thenComparing(StoredSeries::adjustment);

  /// The description of a series; hashes its bars.
  ///
  /// @throws IllegalArgumentException if the series is empty
  public static StoredSeries of(BarSeries series) {
    return new StoredSeries(
        series.symbol(),
        series.timeframe(),
        series.adjustment(),
        series.source(),
        series.first(),
        series.last(),
        series.size(),
        BarFingerprint.of(series));
  }
}

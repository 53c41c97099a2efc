package milodex.ledger;

import java.time.LocalDate;
import java.util.Optional;
import milodex.market.Adjustment;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// What the bar store took in.
public sealed interface DataFact extends Fact {

  /// Bars of one series were taken into the store.
  ///
  /// @param fingerprint SHA-256 over the stored columns
  record BarsImported(
      Symbol symbol,
      Timeframe timeframe,
      Adjustment adjustment,
      String source,
      LocalDate first,
      LocalDate last,
      int bars,
      String fingerprint)
      implements DataFact {}

  /// A finished series was replaced by one that disagrees; evidence on the old one is stale.
  ///
  /// @param adjustment which series of the symbol; older facts do not say
  record BarsRevised(
      Symbol symbol,
      Timeframe timeframe,
      Optional<Adjustment> adjustment,
      String fromFingerprint,
      String toFingerprint,
      String reason)
      implements DataFact {}

  /// Corporate actions of one symbol were taken into the store; none stored before was changed.
  ///
  /// @param actions how many are stored now
  /// @param fingerprint SHA-256 over all that are stored now
  record ActionsImported(Symbol symbol, int actions, String fingerprint) implements DataFact {}

  /// Stored corporate actions were replaced by others; evidence on the old ones is stale.
  record ActionsRevised(Symbol symbol, String fromFingerprint, String toFingerprint, String reason)
      implements DataFact {}

  /// A provider was asked for the bars of a period, and what it had was taken into the store.
  ///
  /// @param from first session asked for
  /// @param to last session asked for
  /// @param bars how many it delivered
  /// @param first exchange date of the first bar delivered; empty if there was none
  /// @param last exchange date of the last bar delivered; empty if there was none
  record BarsFetched(
      String provider,
      Symbol symbol,
      Timeframe timeframe,
      LocalDate from,
      LocalDate to,
      int bars,
      Optional<LocalDate> first,
      Optional<LocalDate> last)
      implements DataFact {}
}

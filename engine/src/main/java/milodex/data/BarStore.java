package milodex.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Bars and corporate actions, kept.
///
/// Every method throws [DataUnavailableException] when what is stored cannot be read or written.
public interface BarStore {

  /// Every stored series, in [StoredSeries#ORDER], without reading bars.
  List<StoredSeries> series();

  /// The description of one series, without reading its bars.
  Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe, Adjustment adjustment);

  /// One series.
  Optional<BarSeries> load(Symbol symbol, Timeframe timeframe, Adjustment adjustment);

  /// The description of the series a run reads: raw where there is one, else split-adjusted.
  default Optional<StoredSeries> stored(Symbol symbol, Timeframe timeframe) {
    return stored(symbol, timeframe, Adjustment.RAW)
        .or(() -> stored(symbol, timeframe, Adjustment.SPLIT_ADJUSTED));
  }

  /// The series a run reads: raw where there is one, else split-adjusted.
  default Optional<BarSeries> load(Symbol symbol, Timeframe timeframe) {
    return load(symbol, timeframe, Adjustment.RAW)
        .or(() -> load(symbol, timeframe, Adjustment.SPLIT_ADJUSTED));
  }

  /// The series a run reads of each symbol; a symbol without bars has no entry.
  SortedMap<Symbol, BarSeries> loadAll(Collection<Symbol> symbols, Timeframe timeframe);

  /// The corporate actions of a symbol by ex-date; empty where none is known.
  List<CorporateAction> actions(Symbol symbol);

  /// Reads everything, hashes every series anew, and lists what does not hold.
  List<BarFault> verify();

  /// Takes bars in that change no stored bar.
  ///
  /// @throws IllegalArgumentException if `merge` has an objection
  StoredSeries save(BarMerge merge);

  /// Replaces a series by one that disagrees with it; the old one is kept aside.
  StoredSeries revise(BarMerge merge);

  /// Takes actions in that change no stored action.
  ///
  /// @throws IllegalArgumentException if `merge` has an objection
  void save(ActionMerge merge);

  /// Replaces the actions of a symbol by others that disagree; the old ones are kept aside.
  void revise(ActionMerge merge);
}

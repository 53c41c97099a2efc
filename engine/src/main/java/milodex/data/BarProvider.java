package milodex.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Someone who delivers bars: a vendor, or the bundled sample.
public interface BarProvider {

  /// The name operators call it by, and the source of its series: `sample`.
  String name();

  /// What it delivers, in one sentence.
  String says();

  /// The bar sizes it delivers.
  Set<Timeframe> timeframes();

  /// What it has done to prices before it delivers them.
  Adjustment adjustment();

  /// Everything it has of a symbol in a period; no bars if it has none, or does not know it.
  ///
  /// It waits as its terms of use ask, and hands over finished bars of the period only, stamped
  /// with the instant they opened.
  ///
  /// @throws DataUnavailableException if it cannot be asked now
  Delivery fetch(Symbol symbol, Timeframe timeframe, Period period);

  /// What was delivered.
  ///
  /// @param actions of the period, in any order
  record Delivery(Optional<BarSeries> bars, List<CorporateAction> actions) {
    public Delivery {
      actions = List.copyOf(actions);
    }
  }
}

package milodex.strategy.templates;

import static milodex.indicator.Indicators.totalReturn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milodex.market.Symbol;
import milodex.strategy.Observation;

/// The symbols of a universe that may be entered, by total return, the best first.
///
/// @param places in order; equal returns by symbol
/// @param missing how many symbols that should be ranked cannot be
record CrossSection(List<Place> places, int missing) {

  /// One symbol with what it returned: 0.1 is ten percent.
  record Place(Symbol symbol, double totalReturn) {

    private static final Comparator<Place> BEST_FIRST =
        Comparator.comparingDouble(Place::totalReturn).reversed().thenComparing(Place::symbol);
  }

  /// Why a symbol is not there to be ranked, or not yet, or no longer; its bars miss nothing.
  private static final Set<String> NOT_THERE =
      Set.of("not_a_member", "not_listed", "too_few_bars", "delisted");

  /// Ranks what `seen` shows by the return over `lookback` sessions.
  static CrossSection of(Observation seen, int lookback) {
    List<Place> places = new ArrayList<>();
    int missing = 0;
    for (Symbol symbol : seen.universe()) {
      Optional<String> barred = seen.whyBarred(symbol);
      if (barred.isEmpty()) {
        double gained = totalReturn(seen.window(symbol).orElseThrow(), lookback);
        places.add(new Place(symbol, gained));
      } else if (!NOT_THERE.contains(barred.get())) {
        missing++;
      }
    }
    places.sort(Place.BEST_FIRST);
    return new CrossSection(List.copyOf(places), missing);
  }

  /// Whether more than half of what should be ranked is missing: then a rank means nothing.
  boolean isIncomplete() {
    return missing > places.size();
  }

  /// The rank of a symbol with this return, from 1, whether or not it may be entered itself.
  int rank(Place place) {
    int rank = 1;
    for (Place other : places) {
      if (Place.BEST_FIRST.compare(other, place) < 0) {
        rank++;
      }
    }
    return rank;
  }
}

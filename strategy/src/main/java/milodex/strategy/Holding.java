package milodex.strategy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;

/// An open position as its own rule sees it.
///
/// @param entryPrice mean fill price in dollars, adjusted by the splits since the entry
/// @param sessionsHeld sessions closed since the fill; the fill session counts 0
/// @param entryFacts the named numbers the entry decision attached, adjusted by the splits
///     since
public record Holding(
    Symbol symbol,
    double entryPrice,
    LocalDate entrySession,
    int sessionsHeld,
    SortedMap<String, Double> entryFacts) {

  public Holding {
    entryFacts = Collections.unmodifiableSortedMap(new TreeMap<>(entryFacts));
  }
}

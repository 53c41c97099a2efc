package milodex.risk;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.money.Money;

/// What is at stake in each symbol, in dollars at the mark.
///
/// @param held value of positions
/// @param reserved what working and UNKNOWN purchases may still buy
public record Usage(SortedMap<Symbol, Money> held, SortedMap<Symbol, Money> reserved) {

  public Usage {
    held = Collections.unmodifiableSortedMap(held);
    reserved = Collections.unmodifiableSortedMap(reserved);
  }

  /// Both together, which limits on exposure compare.
  public SortedMap<Symbol, Money> exposure() {
    if (reserved.isEmpty()) {
      return held;
    }
    SortedMap<Symbol, Money> both = new TreeMap<>(held);
    reserved.forEach((symbol, value) -> both.merge(symbol, value, Money::plus));
    return both;
  }

  /// Symbols with a position or a working purchase.
  public SortedSet<Symbol> symbols() {
    return new TreeSet<>(exposure().keySet());
  }

  Money heldIn(Symbol symbol) {
    return held.getOrDefault(symbol, Money.ZERO);
  }

  Money reservedIn(Symbol symbol) {
    return reserved.getOrDefault(symbol, Money.ZERO);
  }

  static Money sum(SortedMap<Symbol, Money> values) {
    return values.values().stream().reduce(Money.ZERO, Money::plus);
  }
}

package milodex.portfolio;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How shares came into a book.
///
/// @param seq of the fill event in the ledger
/// @param rule the rule whose wish was filled
/// @param facts the named numbers the decision attached
public record Entry(long seq, LocalDate session, String rule, SortedMap<String, Double> facts) {

  public Entry {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }
}

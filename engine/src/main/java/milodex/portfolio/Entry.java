package milodex.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How shares came into a book.
///
/// @param seq of the fill event in the ledger
/// @param rule the rule whose wish was filled
/// @param facts the named dollars per share that the decision attached, in shares of today
public record Entry(long seq, LocalDate session, String rule, SortedMap<String, Double> facts) {

  public Entry {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /// This entry after a split: every share became `ratio` shares.
  Entry split(BigDecimal ratio) {
    SortedMap<String, Double> scaled = new TreeMap<>(facts);
    scaled.replaceAll((_, dollars) -> dollars / ratio.doubleValue());
    return new Entry(seq, session, rule, scaled);
  }
}

package milodex.strategy.templates;

import java.util.List;
import java.util.SortedMap;
import milodex.strategy.Reading;

/// What a rule says of a symbol it might buy.
sealed interface Entry {

  /// It may be bought.
  ///
  /// @param rule the id of the entry rule
  /// @param scores its place in the ranking: the lowest first is the best, ties go by the next
  /// @param facts what its position is to carry: dollars per share, by name
  record Candidate(
      String rule, List<Double> scores, List<Reading> readings, SortedMap<String, Double> facts)
      implements Entry {}

  /// It may not.
  ///
  /// @param reason a code in snake case
  record Rejected(String reason, List<Reading> readings) implements Entry {}

  static Rejected rejected(String reason, Reading... readings) {
    return new Rejected(reason, List.of(readings));
  }
}

package milodex.strategy.templates;

import java.util.List;
import milodex.strategy.Reading;

/// What a rule says of a symbol it might buy.
sealed interface Entry {

  /// It may be bought.
  ///
  /// @param rule the id of the entry rule
  /// @param score its place in the ranking: the lowest is the best
  record Candidate(String rule, double score, List<Reading> readings) implements Entry {}

  /// It may not.
  ///
  /// @param reason a code in snake case
  record Rejected(String reason, List<Reading> readings) implements Entry {}

  static Rejected rejected(String reason, Reading... readings) {
    return new Rejected(reason, List.of(readings));
  }
}

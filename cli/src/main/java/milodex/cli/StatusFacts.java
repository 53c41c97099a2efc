package milodex.cli;

import java.util.EnumSet;
import java.util.Set;
import milodex.ledger.FactType;

/// Which facts a quick look has to read.
final class StatusFacts {

  /// Those that books, orders, wishes and what stops them are made of.
  static final Set<FactType> OF_BOOKS = ofBooks();

  /// Those that limits are measured by: of the equity at closes, too.
  static final Set<FactType> OF_LIMITS = ofLimits();

  /// How far a runner has come.
  static final Set<FactType> OF_STEPS = Set.of(FactType.MOMENT_PASSED, FactType.MOMENT_MISSED);

  private StatusFacts() {}

  private static Set<FactType> ofBooks() {
    Set<FactType> kinds =
        EnumSet.of(FactType.BOOKS_DIFFERED, FactType.INTENT_RECORDED, FactType.INTENT_CLOSED);
    for (FactType type : FactType.values()) {
      if (type.movesRisk()) {
        kinds.add(type);
      }
    }
    return Set.copyOf(kinds);
  }

  private static Set<FactType> ofLimits() {
    Set<FactType> kinds = EnumSet.copyOf(OF_BOOKS);
    kinds.add(FactType.STRATEGY_EVALUATED);
    return Set.copyOf(kinds);
  }
}

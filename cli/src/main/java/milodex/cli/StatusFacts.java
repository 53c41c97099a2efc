package milodex.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import milodex.execution.AlertLog;
import milodex.ledger.FactType;
import milodex.promotion.PromotionLog;

/// Which facts a quick look has to read.
final class StatusFacts {

  /// Those that books, orders, wishes and what stops them are made of.
  static final Set<FactType> OF_BOOKS = ofBooks();

  /// Those that limits are measured by: of the equity at closes, too.
  static final Set<FactType> OF_LIMITS =
      together(List.of(OF_BOOKS, Set.of(FactType.STRATEGY_EVALUATED)));

  /// How far a runner has come.
  static final Set<FactType> OF_STEPS = Set.of(FactType.MOMENT_PASSED, FactType.MOMENT_MISSED);

  /// All that `status` tells of.
  static final Set<FactType> OF_STATUS = together(List.of(OF_BOOKS, OF_STEPS, PromotionLog.KINDS));

  private StatusFacts() {}

  private static Set<FactType> ofBooks() {
    Set<FactType> kinds = EnumSet.of(FactType.BOOKS_DIFFERED, FactType.INTENT_RECORDED);
    kinds.addAll(AlertLog.KINDS);
    for (FactType type : FactType.values()) {
      if (type.movesRisk()) {
        kinds.add(type);
      }
    }
    return Set.copyOf(kinds);
  }

  private static Set<FactType> together(List<Set<FactType>> parts) {
    return parts.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}

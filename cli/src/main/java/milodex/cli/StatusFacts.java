package milodex.cli;

import java.util.EnumSet;
import java.util.Set;
import milodex.ledger.FactType;

/// Which facts a quick look has to read.
final class StatusFacts {

  /// Those that books, orders and what stops them are made of.
  static final Set<FactType> OF_BOOKS = ofBooks();

  /// Those, and how far a runner has come.
  static final Set<FactType> ALL = all();

  private StatusFacts() {}

  private static Set<FactType> ofBooks() {
    Set<FactType> kinds = EnumSet.noneOf(FactType.class);
    for (FactType type : FactType.values()) {
      if (type.movesRisk()) {
        kinds.add(type);
      }
    }
    return Set.copyOf(kinds);
  }

  private static Set<FactType> all() {
    Set<FactType> kinds = EnumSet.of(FactType.MOMENT_PASSED);
    kinds.add(FactType.MOMENT_MISSED);
    kinds.add(FactType.BOOKS_DIFFERED);
    kinds.addAll(OF_BOOKS);
    return Set.copyOf(kinds);
  }
}

package milodex.cli;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;

/// Whether anything was ever traded in an account.
final class Traded {

  private Traded() {}

  /// Whether books were opened, or an order was sent.
  static boolean isOpened(Account account) {
    AtomicBoolean opened = new AtomicBoolean();
    try (Ledger ledger =
        account.factsToRead(Set.of(FactType.BOOKS_OPENED, FactType.ORDER_SUBMITTED))) {
      ledger.replay(_ -> opened.set(true));
    }
    return opened.get();
  }
}

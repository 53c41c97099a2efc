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
    return isTold(account, FactType.BOOKS_OPENED) || isTold(account, FactType.ORDER_SUBMITTED);
  }

  private static boolean isTold(Account account, FactType kind) {
    AtomicBoolean told = new AtomicBoolean();
    try (Ledger ledger = account.factsToRead(Set.of(kind))) {
      ledger.replay(_ -> told.set(true));
    }
    return told.get();
  }
}

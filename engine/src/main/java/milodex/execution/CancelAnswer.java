package milodex.execution;

import java.util.Optional;
import milodex.ledger.ClientOrderId;
import milodex.risk.Circumstances.SentOrder;

/// What became of the operator's asking for an order to be cancelled.
public sealed interface CancelAnswer {

  /// The broker was asked.
  ///
  /// @param order as it stands in the books afterwards; not final while its end is not told
  /// @param heard whether the broker answered
  record Asked(SentOrder order, boolean heard) implements CancelAnswer {}

  /// There is nothing to cancel; nothing was written.
  ///
  /// @param order empty: none of this id is kept in the books
  record NotOpen(ClientOrderId id, Optional<SentOrder> order) implements CancelAnswer {}
}

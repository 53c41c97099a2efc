package milodex.execution;

import milodex.ledger.OrderStatus;
import milodex.money.Quantity;

/// The life of an order: what is known of it, and how what is heard of it changes that.
///
/// ```
/// UNKNOWN -> ACCEPTED -> PARTIALLY_FILLED -> FILLED | CANCELLED | EXPIRED | REJECTED
/// UNKNOWN -> NOT_RECEIVED
/// UNKNOWN | ACCEPTED | PARTIALLY_FILLED -> RESOLVED
/// ```
///
/// Steps may be left out, none is taken back. A final status is never left, and the shares filled
/// never go down, so that what comes late, twice or out of order changes nothing. UNKNOWN ends only
/// with a word of the broker that is understood, with its proof that it never got the order, or
/// with the operator's word; said of an order, it says nothing new. The operator's word, never the
/// broker's, makes RESOLVED of an order that is open. Shares filled count whatever the status is:
/// in them the broker is always right.
///
/// @param filled cumulative shares
record OrderLife(OrderStatus status, Quantity filled) {

  /// About to be sent, and nothing heard of it.
  static final OrderLife SENT = new OrderLife(OrderStatus.UNKNOWN, Quantity.ZERO);

  /// After it was said that so many shares in all were filled, and what status it has.
  OrderLife told(OrderStatus said, Quantity cumulative) {
    return new OrderLife(next(said), cumulative.compareTo(filled) > 0 ? cumulative : filled);
  }

  /// After the operator said that nothing more will be filled.
  OrderLife resolved() {
    return status.isFinal() ? this : new OrderLife(OrderStatus.RESOLVED, filled);
  }

  private OrderStatus next(OrderStatus said) {
    return switch (said) {
      case UNKNOWN -> status;
      case ACCEPTED, NOT_RECEIVED, RESOLVED -> status == OrderStatus.UNKNOWN ? said : status;
      case PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED ->
          status.isFinal() ? status : said;
    };
  }
}

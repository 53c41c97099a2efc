package milodex.execution;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.risk.Circumstances.SentOrder;

/// An order with what was written of it, so that nothing is written twice.
///
/// @param submission seq of its submission
/// @param reports keys of the reports that were recorded
/// @param executions ids of the fills that were booked
record Sent(
    SentOrder order, long submission, SortedSet<String> reports, SortedSet<String> executions) {

  /// An order about to leave.
  static Sent about(Event event, Fact.OrderSubmitted submitted) {
    return new Sent(
        new SentOrder(
            submitted.order(),
            submitted.intent(),
            submitted.strategy(),
            submitted.symbol(),
            submitted.side(),
            submitted.quantity(),
            OrderLife.SENT.filled(),
            OrderLife.SENT.status(),
            event.at()),
        event.seq(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }

  /// What is known of it.
  OrderLife life() {
    return new OrderLife(order.status(), order.filled());
  }

  Sent reported(String key, Fact.OrderReported report) {
    return new Sent(
        living(life().told(report.status(), report.filled())),
        submission,
        with(reports, key),
        executions);
  }

  Sent resolved() {
    return new Sent(living(life().resolved()), submission, reports, executions);
  }

  Sent booked(Fill fill) {
    return new Sent(order, submission, reports, with(executions, fill.executionId()));
  }

  private SentOrder living(OrderLife life) {
    return new SentOrder(
        order.id(),
        order.intent(),
        order.strategy(),
        order.symbol(),
        order.side(),
        order.quantity(),
        life.filled(),
        life.status(),
        order.sentAt());
  }

  private static SortedSet<String> with(SortedSet<String> known, String one) {
    SortedSet<String> more = new TreeSet<>(known);
    more.add(one);
    return more;
  }
}

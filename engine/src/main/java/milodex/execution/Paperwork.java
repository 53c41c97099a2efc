package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import milodex.broker.OrderReport;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Intent;
import milodex.ledger.OrderStatus;
import milodex.market.Session;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.Proposal;
import milodex.risk.Verdict;

/// What the desk does, as the ledger writes it down.
final class Paperwork {

  private Paperwork() {}

  /// A wish, inert.
  static Draft wished(Intent intent) {
    return Draft.of("intent/" + intent.id(), new Fact.IntentRecorded(intent));
  }

  /// The verdict on a proposal of a waiting wish; one at the open is named by its session alone.
  static Draft judged(
      IntentLog.Pending waiting,
      Session session,
      Instant now,
      Proposal proposal,
      Verdict verdict,
      String policy) {
    Intent intent = waiting.intent();
    Object when = now.equals(session.opensAt()) ? session.date() : now;
    return Draft.because(
        waiting.seq(),
        "judged/" + intent.id() + "/" + waiting.attempt() + "/" + when,
        new Fact.ProposalJudged(
            intent.id(),
            intent.strategy(),
            intent.symbol(),
            intent.side(),
            proposal.quantity(),
            proposal.price(),
            verdict instanceof Verdict.Approved,
            verdict.findings(),
            proposal.trims(),
            policy));
  }

  /// An order about to leave; follows its verdict in one append.
  static Draft submitted(ApprovedOrder order) {
    return Draft.then(
        "order/" + order.id(),
        new Fact.OrderSubmitted(
            order.id(),
            order.intent().id(),
            order.strategy(),
            order.symbol(),
            order.side(),
            order.quantity()));
  }

  /// What the broker said of an order, and the fills that are new.
  ///
  /// @param wish what the order carries out; empty if no wish led to it
  static List<Draft> reported(
      Sent sent, OrderReport report, List<OrderReport.Execution> unbooked, Optional<Intent> wish) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        Draft.because(
            sent.submission(),
            reportKey(sent.order(), report),
            new Fact.OrderReported(
                report.order(),
                sent.order().symbol(),
                report.status(),
                report.filled(),
                report.says())));
    for (OrderReport.Execution execution : unbooked) {
      drafts.add(
          Draft.then(
              drafts.size(),
              "fill/" + execution.id(),
              new Fact.FillRecorded(fill(sent.order(), execution, wish))));
    }
    return drafts;
  }

  /// Names a report by what it says, so that the same one is recorded once. An order without a
  /// fill and one filled whole need no number, a doubt is named by its reason.
  static String reportKey(SentOrder order, OrderReport report) {
    String key = "report/" + order.id() + "/" + report.status();
    if (report.status() == OrderStatus.UNKNOWN && report.filled().isZero()) {
      return report.says().isEmpty() ? key : key + "/" + report.says();
    }
    boolean whole =
        report.status() == OrderStatus.FILLED && report.filled().equals(order.quantity());
    return whole || report.filled().isZero() ? key : key + "/" + report.filled();
  }

  /// The end of a wish without an order.
  static Draft closed(IntentLog.Pending waiting, Fact.IntentClosed.Outcome outcome, String says) {
    return Draft.because(waiting.seq(), closing(waiting), closed(waiting.intent(), outcome, says));
  }

  /// The end of a wish whose refusal comes before it in the same append.
  static Draft refused(IntentLog.Pending waiting, Verdict.Refused verdict) {
    String codes = String.join(", ", verdict.codes());
    return Draft.then(
        closing(waiting), closed(waiting.intent(), Fact.IntentClosed.Outcome.REFUSED, codes));
  }

  private static String closing(IntentLog.Pending waiting) {
    return "closed/" + waiting.intent().id();
  }

  private static Fact.IntentClosed closed(
      Intent intent, Fact.IntentClosed.Outcome outcome, String says) {
    return new Fact.IntentClosed(intent.id(), intent.strategy(), outcome, says);
  }

  /// A DAY order is filled in the session in which it was sent.
  private static Fill fill(
      SentOrder order, OrderReport.Execution execution, Optional<Intent> wish) {
    return new Fill(
        execution.id(),
        order.id(),
        order.strategy(),
        order.symbol(),
        order.side(),
        execution.quantity(),
        execution.price(),
        execution.fee(),
        OrderLog.dayOf(order.sentAt()),
        wish.map(Intent::rule).orElse(""),
        wish.map(Intent::entryFacts).orElseGet(Collections::emptySortedMap));
  }

  /// What is known of an order when its sending gave no answer.
  static OrderReport unanswered(ApprovedOrder order, String why) {
    return new OrderReport(
        order.id(),
        order.symbol(),
        order.side(),
        order.quantity(),
        OrderStatus.UNKNOWN,
        Quantity.ZERO,
        List.of(),
        why);
  }

  /// What follows once the broker has shown that it never got an order.
  static OrderReport notReceived(SentOrder order, String why) {
    return new OrderReport(
        order.id(),
        order.symbol(),
        order.side(),
        order.quantity(),
        OrderStatus.NOT_RECEIVED,
        Quantity.ZERO,
        List.of(),
        why);
  }

  /// A whole session's worth of orders of an exit has ended in vain.
  static Draft parked(IntentLog.Pending waiting, Session session) {
    Intent intent = waiting.intent();
    return Draft.because(
        waiting.seq(),
        "parked/" + intent.id() + "/" + session.date(),
        new Fact.ExitParked(
            intent.id(),
            intent.strategy(),
            intent.symbol(),
            session.date(),
            waiting.setbacks().orders()));
  }
}

package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import milodex.broker.OrderReport;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Intent;
import milodex.market.Session;
import milodex.risk.ApprovedOrder;
import milodex.risk.Proposal;
import milodex.risk.Verdict;

/// What the desk does, as the ledger writes it down.
final class Paperwork {

  private Paperwork() {}

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

  /// What the broker said of an order, and its fills.
  ///
  /// @param submission seq of the order's submission
  static List<Draft> reported(
      ApprovedOrder order, OrderReport report, long submission, Session session) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        Draft.because(
            submission,
            "report/" + order.id() + "/" + report.status(),
            new Fact.OrderReported(
                order.id(), order.symbol(), report.status(), report.filled(), report.says())));
    for (OrderReport.Execution execution : report.executions()) {
      drafts.add(
          Draft.then(
              drafts.size(),
              "fill/" + execution.id(),
              new Fact.FillRecorded(fill(order, execution, session))));
    }
    return drafts;
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

  private static Fill fill(ApprovedOrder order, OrderReport.Execution execution, Session session) {
    return new Fill(
        execution.id(),
        order.id(),
        order.strategy(),
        order.symbol(),
        order.side(),
        execution.quantity(),
        execution.price(),
        execution.fee(),
        session.date(),
        order.intent().rule(),
        order.intent().entryFacts());
  }
}

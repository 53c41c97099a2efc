package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.ledger.Draft;
import milodex.risk.ApprovedOrder;

/// Sends an approved order: written down first, in one append with what led to it, and only if
/// nothing its verdict depends on has moved.
final class Dispatch {

  private final Books books;
  private final Brokerage brokerage;
  private final SendLock sendLock;
  private final ReportRecorder recorder;

  Dispatch(Books books, Destination destination) {
    this.books = books;
    this.brokerage = destination.brokerage();
    this.sendLock = destination.sendLock();
    this.recorder = new ReportRecorder(books);
  }

  /// What became of it.
  sealed interface Outcome {

    /// It is written down and was sent; what was answered is in the books.
    record Sent() implements Outcome {}

    /// What the verdict depends on has moved; nothing was written or sent.
    record Moved() implements Outcome {}

    /// The turn to send did not come; nothing was written or sent.
    record Missed(String says) implements Outcome {}
  }

  /// @param judged what is written before the order, its verdict last
  /// @throws BrokerUnavailableException if there was no answer: the order is UNKNOWN
  Outcome send(List<Draft> judged, ApprovedOrder order, Instant now) {
    try (SendLock.Turn turn = sendLock.take()) {
      return switch (turn) {
        case SendLock.Turn.Held _ ->
            sendNow(judged, order, now) ? new Outcome.Sent() : new Outcome.Moved();
        case SendLock.Turn.Missed missed -> new Outcome.Missed(missed.says());
      };
    }
  }

  /// The books have not moved since the survey, so their risk head is that of its facts.
  private boolean sendNow(List<Draft> judged, ApprovedOrder order, Instant now) {
    List<Draft> drafts = new ArrayList<>(judged);
    drafts.add(Paperwork.submitted(order));
    OptionalLong recorded = books.recordIf(books.riskHead(), now, drafts);
    if (recorded.isEmpty()) {
      return false;
    }
    hand(order, now);
    return true;
  }

  private void hand(ApprovedOrder order, Instant now) {
    OrderReport report;
    try {
      report = brokerage.submit(order);
    } catch (BrokerUnavailableException e) {
      recorder.record(Paperwork.unanswered(order, e.why()), now);
      throw e;
    }
    recorder.record(report, now);
  }
}

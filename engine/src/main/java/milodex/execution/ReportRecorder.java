package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.broker.OrderReport;
import milodex.broker.OrderReport.Execution;
import milodex.ledger.Draft;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.OrderStatus;
import milodex.ledger.RiskFact;
import milodex.ledger.Side;
import milodex.money.Quantity;
import milodex.risk.Circumstances.SentOrder;

/// Writes down what a broker says of our orders, each thing once, whoever hears it how often.
///
/// A fill is booked under its execution's id. A status is believed final only when the fills that
/// were told add up to the shares said to be filled. What contradicts our order or our books is
/// written down as UNKNOWN with the reason, and none of its fills is booked: the broker's books
/// then differ from ours, which stops entries until a person has looked. If the broker took another
/// side, symbol or number of shares than we sent, all entries are stopped at once.
final class ReportRecorder {

  /// Reason code of the halt when the broker took another order than was sent.
  static final String MISHEARD = "order_misheard";

  private final Books books;

  ReportRecorder(Books books) {
    this.books = books;
  }

  /// Records what is new in `report`; others may be recording the same at this moment.
  ///
  /// @return whether anything was
  boolean record(OrderReport report, Instant now) {
    while (true) {
      List<Draft> news =
          books
              .orders()
              .sent(report.order())
              .map(sent -> news(sent, report, now))
              .orElse(List.of());
      if (news.isEmpty()) {
        return false;
      }
      if (books.recordIf(books.riskHead(), now, news).isPresent()) {
        return true;
      }
    }
  }

  private List<Draft> news(Sent sent, OrderReport report, Instant now) {
    Optional<String> misheard = misheard(sent.order(), report);
    if (misheard.isPresent()) {
      List<Draft> drafts = new ArrayList<>(doubted(sent, report, misheard.get()));
      if (!drafts.isEmpty()) {
        stopEntries(misheard.get(), now).ifPresent(drafts::add);
      }
      return drafts;
    }
    List<Execution> unbooked = unbooked(sent, report);
    Optional<String> contradiction = contradiction(sent, report, unbooked);
    if (contradiction.isPresent()) {
      return doubted(sent, report, contradiction.get());
    }
    OrderReport proven = proven(report);
    boolean repeated = sent.reports().contains(Paperwork.reportKey(sent.order(), proven));
    boolean silent =
        !sent.reports().isEmpty()
            && sent.life().told(proven.status(), proven.filled()).equals(sent.life());
    return repeated || silent
        ? List.of()
        : Paperwork.reported(
            sent,
            proven,
            unbooked,
            unbooked.isEmpty() ? Optional.empty() : books.wishOf(report.order()));
  }

  private static List<Execution> unbooked(Sent sent, OrderReport report) {
    return report.executions().stream()
        .filter(execution -> !sent.executions().contains(execution.id()))
        .toList();
  }

  /// Written once for each reason.
  private static List<Draft> doubted(Sent sent, OrderReport report, String why) {
    OrderReport doubted = told(report, OrderStatus.UNKNOWN, List.of(), why);
    return sent.reports().contains(Paperwork.reportKey(sent.order(), doubted))
        ? List.of()
        : Paperwork.reported(sent, doubted, List.of(), Optional.empty());
  }

  /// The broker must have taken what was sent.
  private static Optional<String> misheard(SentOrder order, OrderReport report) {
    return order.symbol().equals(report.symbol())
            && order.side() == report.side()
            && order.quantity().equals(report.quantity())
        ? Optional.empty()
        : Optional.of(
            "we sent %s %s %s and the broker took %s %s %s"
                .formatted(
                    order.side(),
                    order.quantity(),
                    order.symbol(),
                    report.side(),
                    report.quantity(),
                    report.symbol()));
  }

  /// Latched in the same append; whoever pursues open halts cancels and verifies.
  private Optional<Draft> stopEntries(String says, Instant now) {
    if (books.halts().open(HaltScope.ACCOUNT, HaltMode.REDUCE_ONLY).isPresent()) {
      return Optional.empty();
    }
    String incident = books.halts().nextIncident(now);
    RiskFact.HaltTripped fact =
        new RiskFact.HaltTripped(
            incident,
            HaltScope.ACCOUNT,
            HaltMode.REDUCE_ONLY,
            MISHEARD,
            says,
            HaltSnapshot.of(books));
    return Optional.of(Draft.then("halt/tripped/" + incident, fact));
  }

  private Optional<String> contradiction(Sent sent, OrderReport report, List<Execution> unbooked) {
    SentOrder order = sent.order();
    if (unbooked.isEmpty()) {
      return Optional.empty();
    }
    return tellsAllBooked(sent, report)
        ? oversold(order, sum(unbooked))
        : Optional.of("the broker tells other fills than before");
  }

  private Optional<String> oversold(SentOrder order, Quantity sold) {
    Quantity held =
        books
            .portfolio()
            .book(order.strategy())
            .map(book -> book.held(order.symbol()))
            .orElse(Quantity.ZERO);
    return order.side() == Side.SELL && sold.compareTo(held) > 0
        ? Optional.of(
            "%s shares of %s were sold and %s holds %s"
                .formatted(sold, order.symbol(), order.strategy(), held))
        : Optional.empty();
  }

  private static boolean tellsAllBooked(Sent sent, OrderReport report) {
    List<String> told = report.executions().stream().map(Execution::id).toList();
    return told.containsAll(sent.executions());
  }

  /// Fills that are still to be told keep the order open.
  private static OrderReport proven(OrderReport report) {
    Quantity told = sum(report.executions());
    boolean isComplete = told.compareTo(report.filled()) >= 0 && report.replacedBy().isEmpty();
    if (report.status() == OrderStatus.UNKNOWN || isComplete) {
      return told(report, report.status(), report.executions(), report.says());
    }
    OrderStatus open = told.isZero() ? OrderStatus.ACCEPTED : OrderStatus.PARTIALLY_FILLED;
    String says =
        report
            .replacedBy()
            .map(by -> "replaced by " + by)
            .orElseGet(
                () ->
                    "%s, and the fills of %s shares are not told yet"
                        .formatted(report.status(), report.filled().minus(told)));
    return told(report, open, report.executions(), says);
  }

  private static OrderReport told(
      OrderReport report, OrderStatus status, List<Execution> executions, String says) {
    return new OrderReport(
        report.order(),
        report.symbol(),
        report.side(),
        report.quantity(),
        status,
        sum(executions),
        executions,
        says);
  }

  private static Quantity sum(List<Execution> executions) {
    Quantity sum = Quantity.ZERO;
    for (Execution execution : executions) {
      sum = sum.plus(execution.quantity());
    }
    return sum;
  }
}

package milodex.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.execution.OrderWatch;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.trading.Moment;

/// A brokerage behind a bad line: orders and answers get lost, news is old, and the process may die
/// with an order on its way.
final class FaultyBroker implements Brokerage {

  private final Brokerage real;
  private final Adversary adversary;
  private final Map<ClientOrderId, OrderReport> told = new HashMap<>();
  private final Map<ClientOrderId, Instant> sentAt = new HashMap<>();
  private Instant now = Instant.MIN;
  private int away;

  FaultyBroker(Brokerage real, Adversary adversary) {
    this.real = real;
    this.adversary = adversary;
  }

  /// Another moment: an outage goes on or ends, or begins.
  void next(Moment moment) {
    now = moment.at();
    if (away > 0) {
      away--;
    } else if (adversary.strikes(Fault.OUTAGE, "")) {
      away = adversary.draw(2, 12);
    }
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    String id = order.id().toString();
    requireThere("submit");
    if (adversary.strikes(Fault.SEND_LOST, id)) {
      throw new BrokerUnavailableException("the connection broke");
    }
    OrderReport report = real.submit(order);
    sentAt.putIfAbsent(order.id(), now);
    if (adversary.strikes(Fault.DIED_AT_BROKER, id)) {
      throw new Died();
    }
    if (adversary.strikes(Fault.ANSWER_LOST, id)) {
      throw new BrokerUnavailableException("no answer within 10 s");
    }
    OrderReport answer = adversary.strikes(Fault.ANSWER_LATE, id) ? merelyAccepted(report) : report;
    told.put(order.id(), answer);
    return answer;
  }

  @Override
  public void cancel(ClientOrderId order) {
    requireAnswer("cancel " + order);
    real.cancel(order);
  }

  @Override
  public AccountSnapshot account() {
    requireAnswer("account");
    return real.account();
  }

  @Override
  public List<OrderReport> working() {
    requireAnswer("working");
    return real.working();
  }

  @Override
  public Optional<OrderReport> find(ClientOrderId order) {
    requireAnswer("find " + order);
    Optional<OrderReport> found = real.find(order);
    if (isFresh(order) && adversary.strikes(Fault.NOT_SHOWN, order.toString())) {
      return Optional.empty();
    }
    if (found.isPresent()) {
      OrderReport before = told.get(order);
      if (before != null && adversary.strikes(Fault.OLD_NEWS, order.toString())) {
        return Optional.of(before);
      }
      told.put(order, found.get());
    }
    return found;
  }

  /// A broker may take its time to show an order, and no longer.
  private boolean isFresh(ClientOrderId order) {
    return Optional.ofNullable(sentAt.get(order))
        .filter(sent -> now.isBefore(sent.plus(OrderWatch.VISIBILITY_LAG)))
        .isPresent();
  }

  private void requireAnswer(String what) {
    requireThere(what);
    if (adversary.strikes(Fault.NO_ANSWER, what)) {
      throw new BrokerUnavailableException(what + ": no answer within 10 s");
    }
  }

  private void requireThere(String what) {
    if (away > 0) {
      throw new BrokerUnavailableException(what + ": the broker cannot be reached");
    }
  }

  private static OrderReport merelyAccepted(OrderReport report) {
    return new OrderReport(
        report.order(),
        report.symbol(),
        report.side(),
        report.quantity(),
        OrderStatus.ACCEPTED,
        Quantity.ZERO,
        List.of(),
        "");
  }
}

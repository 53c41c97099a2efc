package milodex.broker;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.Market;
import milodex.ledger.ClientOrderId;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances;

/// A brokerage that fills market orders at the price observable now, moved by slippage.
///
/// It never fills at a stale price: where the market shows none, the order expires. It keeps its
/// own cash and shares, so that comparing them with ours can find a difference.
public final class SimulatedBroker implements Brokerage {

  private final String accountId;
  private final Market market;
  private final Costs costs;
  private final SortedMap<Symbol, Quantity> positions = new TreeMap<>();
  private final Map<ClientOrderId, OrderReport> orders = new HashMap<>();
  private Money cash;
  private LocalDate actionsBookedOn = LocalDate.MIN;

  public SimulatedBroker(String accountId, Market market, Costs costs, Money cash) {
    this.accountId = accountId;
    this.market = market;
    this.costs = costs;
    this.cash = cash;
  }

  @Override
  public AccountSnapshot account() {
    bookActions();
    return new AccountSnapshot(accountId, Circumstances.Venue.Kind.SIMULATED, cash, positions);
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    bookActions();
    OrderReport known = orders.get(order.id());
    if (known != null) {
      return known;
    }
    OrderReport report = execute(order);
    orders.put(order.id(), report);
    return report;
  }

  /// Every order is final as soon as it is taken.
  @Override
  public void cancel(ClientOrderId order) {}

  @Override
  public List<OrderReport> working() {
    return List.of();
  }

  @Override
  public Optional<OrderReport> find(ClientOrderId order) {
    return Optional.ofNullable(orders.get(order));
  }

  private OrderReport execute(ApprovedOrder order) {
    Optional<Price> observed = market.price(order.symbol());
    if (observed.isEmpty()) {
      return unfilled(order, OrderStatus.EXPIRED, "no price was observed; nothing was filled");
    }
    return switch (order.side()) {
      case BUY -> buy(order, costs.bought(observed.get()));
      case SELL -> sell(order, costs.sold(observed.get()));
    };
  }

  /// Books what companies did, once a session, before anything else of it.
  private void bookActions() {
    LocalDate today = market.session().date();
    if (!today.isAfter(actionsBookedOn)) {
      return;
    }
    actionsBookedOn = today;
    for (CorporateAction action : market.actions()) {
      Quantity held = held(action.symbol());
      if (!held.isZero()) {
        book(action, held);
      }
    }
  }

  private void book(CorporateAction action, Quantity held) {
    switch (action) {
      case CorporateAction.Split split -> {
        Quantity exact = held.times(split.ratio());
        Quantity whole = exact.whole();
        Price inLieu = market.lastPrice(split.symbol()).orElseThrow();
        cash = cash.plus(inLieu.times(exact.minus(whole)));
        hold(split.symbol(), whole);
      }
      case CorporateAction.Dividend dividend ->
          cash = cash.plus(new Money(dividend.cashPerShare()).times(held));
      case CorporateAction.Delisting delisting -> {
        cash = cash.plus(new Money(delisting.finalPrice()).times(held));
        hold(delisting.symbol(), Quantity.ZERO);
      }
      case CorporateAction.TickerChange change -> {
        hold(change.symbol(), Quantity.ZERO);
        hold(change.to(), held(change.to()).plus(held));
      }
      case CorporateAction.SpinOff _ -> {}
    }
  }

  private OrderReport buy(ApprovedOrder order, Price price) {
    Money value = price.times(order.quantity());
    Money fee = costs.commission(value);
    if (cash.compareTo(value.plus(fee)) < 0) {
      return unfilled(
          order, OrderStatus.REJECTED, "needs " + value.plus(fee) + " and holds " + cash);
    }
    cash = cash.minus(value).minus(fee);
    hold(order.symbol(), held(order.symbol()).plus(order.quantity()));
    return filled(order, price, fee);
  }

  private OrderReport sell(ApprovedOrder order, Price price) {
    Quantity held = held(order.symbol());
    if (held.compareTo(order.quantity()) < 0) {
      return unfilled(
          order, OrderStatus.REJECTED, "sells " + order.quantity() + " and holds " + held);
    }
    Money value = price.times(order.quantity());
    Money fee = costs.commission(value);
    cash = cash.plus(value).minus(fee);
    hold(order.symbol(), held.minus(order.quantity()));
    return filled(order, price, fee);
  }

  private OrderReport filled(ApprovedOrder order, Price price, Money fee) {
    String execution = order.id() + (order.side() == Side.BUY ? "-b" : "-s");
    return report(
        order,
        OrderStatus.FILLED,
        order.quantity(),
        List.of(new OrderReport.Execution(execution, order.quantity(), price, fee)),
        "");
  }

  private static OrderReport unfilled(ApprovedOrder order, OrderStatus status, String says) {
    return report(order, status, Quantity.ZERO, List.of(), says);
  }

  private static OrderReport report(
      ApprovedOrder order,
      OrderStatus status,
      Quantity filled,
      List<OrderReport.Execution> executions,
      String says) {
    return new OrderReport(
        order.id(),
        order.symbol(),
        order.side(),
        order.quantity(),
        status,
        filled,
        executions,
        says);
  }

  private Quantity held(Symbol symbol) {
    return positions.getOrDefault(symbol, Quantity.ZERO);
  }

  private void hold(Symbol symbol, Quantity quantity) {
    if (quantity.isZero()) {
      positions.remove(symbol);
    } else {
      positions.put(symbol, quantity);
    }
  }
}

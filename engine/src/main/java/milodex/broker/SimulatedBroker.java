package milodex.broker;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import milodex.data.Market;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Fact.OrderSubmitted;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances;

/// A brokerage that fills market orders of a DAY at the price observable now, moved by slippage.
///
/// It never fills at a stale price: where the market shows none, an order expires, or rests if the
/// [FillRule] lets it. It keeps its own cash and shares, so that comparing them with ours can find
/// a difference.
public final class SimulatedBroker implements Brokerage {

  private final String accountId;
  private final Market market;
  private final Costs costs;
  private final FillRule rule;
  private final Optional<Consumer<BrokerChange>> memory;
  private final SimulatedHoldings holdings;
  private final Map<ClientOrderId, OrderReport> orders = new LinkedHashMap<>();
  private final Map<ClientOrderId, OrderReport> resting = new LinkedHashMap<>();
  private final Map<ClientOrderId, OrderSubmitted> underway = new LinkedHashMap<>();
  private Optional<LocalDate> opened;

  /// One that fills every order whole as it is taken.
  public SimulatedBroker(String accountId, Market market, Costs costs, Money cash) {
    this(accountId, market, costs, FillRule.WHOLE, BrokerState.of(cash));
  }

  /// One that goes on from where another one stood, and forgets all when it ends.
  public SimulatedBroker(
      String accountId, Market market, Costs costs, FillRule rule, BrokerState state) {
    this(accountId, market, costs, rule, state, List.of(), Optional.empty());
  }

  /// One that goes on from where another one stood.
  ///
  /// @param sent orders that were written down as sent; one that `state` does not know is still on
  ///     its way, its sender having died, and arrives when it is asked about
  /// @param memory takes every change before anybody is told of it; empty: all is forgotten
  public SimulatedBroker(
      String accountId,
      Market market,
      Costs costs,
      FillRule rule,
      BrokerState state,
      List<OrderSubmitted> sent,
      Optional<Consumer<BrokerChange>> memory) {
    this.accountId = accountId;
    this.market = market;
    this.costs = costs;
    this.rule = rule;
    this.holdings = new SimulatedHoldings(state.cash(), state.positions());
    this.opened = state.opened();
    state.orders().forEach(this::note);
    sent.forEach(order -> underway.put(order.order(), order));
    underway.keySet().removeAll(orders.keySet());
    this.memory = memory;
  }

  /// All that it knows, to go on from in another process.
  public BrokerState state() {
    return new BrokerState(
        holdings.cash(), holdings.positions(), List.copyOf(orders.values()), opened);
  }

  @Override
  public AccountSnapshot account() {
    openSession();
    return new AccountSnapshot(
        accountId, Circumstances.Venue.Kind.SIMULATED, holdings.cash(), holdings.positions());
  }

  @Override
  public OrderReport submit(ApprovedOrder order) {
    openSession();
    OrderReport known = orders.get(order.id());
    return known != null
        ? known
        : keep(
            take(OrderSteps.accepted(order.id(), order.symbol(), order.side(), order.quantity())));
  }

  @Override
  public void cancel(ClientOrderId order) {
    openSession();
    OrderReport open = resting.get(order);
    if (open != null) {
      keep(OrderSteps.ended(open, OrderStatus.CANCELLED, "cancelled as it was asked"));
    }
  }

  @Override
  public List<OrderReport> working() {
    openSession();
    return List.copyOf(resting.values());
  }

  @Override
  public Optional<OrderReport> find(ClientOrderId order) {
    openSession();
    OrderSubmitted late = underway.remove(order);
    if (late != null) {
      keep(take(OrderSteps.accepted(order, late.symbol(), late.side(), late.quantity())));
    }
    return Optional.ofNullable(orders.get(order));
  }

  /// Books what companies did, before anything else of a session and once; nothing rests over it:
  /// what a broken off session left expires first.
  private void openSession() {
    LocalDate session = market.session().date();
    if (opened.isEmpty() || session.isAfter(opened.get())) {
      opened = Optional.of(session);
      closeSession();
      market.due().forEach(action -> holdings.book(action, market));
      remember(Optional.empty());
    }
  }

  /// Lets what rests meet the market as it is now; to be called once at each moment.
  public void meetMarket() {
    openSession();
    for (OrderReport open : List.copyOf(resting.values())) {
      market.price(open.symbol()).ifPresent(price -> keep(filled(open, price)));
    }
  }

  /// Somebody trades on the account without us, at the price observable now and without costs;
  /// nothing happens without a price, or without the cash or the shares that no order wants.
  ///
  /// @return whether it happened
  public boolean tradeOutside(Side side, Symbol symbol, Quantity shares) {
    openSession();
    Optional<Money> value = market.price(symbol).map(price -> price.times(shares));
    boolean possible =
        switch (side) {
          case BUY -> value.filter(cost -> cost.compareTo(holdings.cash()) <= 0).isPresent();
          case SELL -> value.isPresent() && shares.compareTo(free(symbol)) <= 0;
        };
    if (possible) {
      Money dollars = value.orElseThrow();
      switch (side) {
        case BUY -> holdings.buy(symbol, shares, dollars);
        case SELL -> holdings.sell(symbol, shares, dollars);
      }
      remember(Optional.empty());
    }
    return possible;
  }

  /// Ends the session: what rests expires.
  public void closeSession() {
    for (OrderReport open : List.copyOf(resting.values())) {
      keep(OrderSteps.ended(open, OrderStatus.EXPIRED, "the session closed"));
    }
  }

  private OrderReport keep(OrderReport order) {
    note(order);
    remember(Optional.of(order));
    return order;
  }

  private void note(OrderReport order) {
    orders.put(order.order(), order);
    if (order.status().isFinal()) {
      resting.remove(order.order());
    } else {
      resting.put(order.order(), order);
    }
  }

  private void remember(Optional<OrderReport> order) {
    memory.ifPresent(
        one -> one.accept(new BrokerChange(holdings.cash(), holdings.positions(), opened, order)));
  }

  private OrderReport take(OrderReport order) {
    if (rule.rejected().contains(order.symbol())) {
      return OrderSteps.ended(order, OrderStatus.REJECTED, "no orders in " + order.symbol());
    }
    Optional<Price> observed = market.price(order.symbol());
    if (rule.atOnce() && observed.isEmpty()) {
      return OrderSteps.ended(
          order, OrderStatus.EXPIRED, "no price was observed; nothing was filled");
    }
    Quantity free = free(order.symbol());
    if (order.side() == Side.SELL && free.compareTo(order.quantity()) < 0) {
      return refused(order, "sells " + order.quantity() + " and holds " + free);
    }
    return rule.atOnce() ? filled(order, observed.orElseThrow()) : order;
  }

  /// What this moment fills of an order, and what is left of it.
  private OrderReport filled(OrderReport order, Price observed) {
    Quantity left = order.quantity().minus(order.filled());
    Quantity shares = rule.fills(left, order.symbol(), market);
    if (shares.isZero()) {
      return order;
    }
    return switch (order.side()) {
      case BUY -> bought(order, shares, costs.bought(observed));
      case SELL -> sold(order, shares, costs.sold(observed));
    };
  }

  private OrderReport bought(OrderReport order, Quantity shares, Price price) {
    Money value = price.times(shares);
    Money fee = costs.commission(value);
    Money due = value.plus(fee);
    if (holdings.cash().compareTo(due) < 0) {
      return refused(order, "needs " + due + " and holds " + holdings.cash());
    }
    holdings.buy(order.symbol(), shares, due);
    return OrderSteps.executed(order, shares, price, fee);
  }

  private OrderReport sold(OrderReport order, Quantity shares, Price price) {
    Money value = price.times(shares);
    Money fee = costs.commission(value);
    holdings.sell(order.symbol(), shares, value.minus(fee));
    return OrderSteps.executed(order, shares, price, fee);
  }

  /// An order of which something was filled is not rejected any more.
  private static OrderReport refused(OrderReport order, String says) {
    return OrderSteps.ended(
        order, order.filled().isZero() ? OrderStatus.REJECTED : OrderStatus.CANCELLED, says);
  }

  /// Shares held that no resting order is selling.
  private Quantity free(Symbol symbol) {
    Quantity free = holdings.held(symbol);
    for (OrderReport open : resting.values()) {
      if (open.symbol().equals(symbol) && open.side() == Side.SELL) {
        free = free.minus(open.quantity().minus(open.filled()).min(free));
      }
    }
    return free;
  }
}

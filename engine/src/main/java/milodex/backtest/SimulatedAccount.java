package milodex.backtest;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Destination;
import milodex.execution.SendLock;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.market.Session;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.risk.Circumstances;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;
import milodex.trading.Alarm;
import milodex.trading.Sentry;
import milodex.trading.TradingLoop;

/// An account at a simulated brokerage: who trades on it, with what, at what cost, in what limits.
///
/// @param strategies evaluated in this order
/// @param idleCash dollars no strategy may use
/// @param allocated dollars each strategy begins with
/// @param costs of a fill
public record SimulatedAccount(
    List<ActiveStrategy> strategies,
    Money idleCash,
    SortedMap<StrategyId, Money> allocated,
    Costs costs,
    RiskPolicy policy) {

  /// What the account is called, by us and by its broker.
  static final String NAME = "SIMULATED";

  public SimulatedAccount {
    strategies = List.copyOf(strategies);
    allocated = Collections.unmodifiableSortedMap(new TreeMap<>(allocated));
  }

  /// The account of a backtest: so large that the strategy's equity is its allocation; the rest
  /// lies idle.
  static SimulatedAccount of(BacktestPlan plan) {
    ActiveStrategy strategy = nameless(plan.strategy());
    Money whole = plan.policy().allocation(plan.strategy().id()).whole(plan.equity());
    return new SimulatedAccount(
        List.of(strategy),
        whole.minus(plan.equity()),
        new TreeMap<>(Map.of(strategy.id(), plan.equity())),
        plan.costs(),
        plan.policy());
  }

  /// Within a run a strategy goes by its rule alone, and is a draft, so that equal rules give equal
  /// bytes, whatever they are called and whether or not they are frozen. The rule is made anew, so
  /// that it remembers nothing.
  static ActiveStrategy nameless(ActiveStrategy strategy) {
    StrategyId id = strategy.id();
    return new ActiveStrategy(
        new StrategyId(id.family(), id.template(), "run", 1),
        strategy.template().with(strategy.parameters()),
        strategy.parameters(),
        strategy.barSize(),
        strategy.universe(),
        strategy.limits(),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()),
        strategy.origin());
  }

  /// All dollars it begins with.
  Money cash() {
    Money cash = idleCash;
    for (Money part : allocated.values()) {
      cash = cash.plus(part);
    }
    return cash;
  }

  /// Its books, opened for a window.
  ///
  /// @param window 0 for a whole period
  Draft opened(int window, String label, Session first, Session last) {
    return Draft.of(
        "books/opened/" + window,
        new Fact.BooksOpened(window, label, first.date(), last.date(), idleCash, allocated));
  }

  /// The one loop over it.
  ///
  /// @param sendLock lets one order of the account at a time be on its way
  /// @param alarm where it says that orders should stop
  TradingLoop loop(Books books, Market market, Brokerage broker, SendLock sendLock, Alarm alarm) {
    return new TradingLoop(
        books, market, new Destination(broker, NAME, sendLock), policy, costs, strategies, alarm);
  }

  /// The same with somebody who watches the machinery.
  ///
  /// @param gate that of `sentry`
  TradingLoop loop(
      Books books,
      Market market,
      Destination destination,
      RiskGate gate,
      Alarm alarm,
      Sentry sentry) {
    return new TradingLoop(
        books, market, destination, gate, costs, strategies, alarm, Optional.of(sentry));
  }
}

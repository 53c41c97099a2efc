package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import milodex.broker.BrokerChange;
import milodex.broker.BrokerState;
import milodex.broker.FillRule;
import milodex.broker.SimulatedBroker;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Fact.OrderSubmitted;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.Sha256;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyId;

/// What to rehearse: frozen strategies on one account, over which recorded sessions.
///
/// @param strategies in the order in which they decide; each with the manifest it runs
/// @param from first session wanted, or the first exchange day after it
/// @param to last session wanted, or the last exchange day before it
/// @param account dollars the account begins with; each strategy gets its allocation of it
public record RehearsalPlan(
    List<ActiveStrategy> strategies,
    LocalDate from,
    LocalDate to,
    Money account,
    Costs costs,
    RiskPolicy policy) {

  /// @throws IllegalArgumentException if there is no strategy, one is not frozen, the period is
  ///     empty, or the account is or begins with more than [BacktestPlan#LARGEST]
  public RehearsalPlan {
    strategies = List.copyOf(strategies);
    if (strategies.isEmpty()) {
      throw new IllegalArgumentException("a rehearsal needs a strategy");
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the period ends (" + to + ") before it begins (" + from + ")");
    }
    if (account.compareTo(Money.ZERO) <= 0) {
      throw new IllegalArgumentException(
          "the account begins with more than nothing, not with " + account);
    }
    if (account.compareTo(BacktestPlan.LARGEST) > 0) {
      throw new IllegalArgumentException(
          "the account begins with at most " + BacktestPlan.LARGEST + " dollars");
    }
    strategies.forEach(RehearsalPlan::manifest);
  }

  /// What each strategy was frozen as.
  public SortedMap<StrategyId, ManifestHash> manifests() {
    SortedMap<StrategyId, ManifestHash> manifests = new TreeMap<>();
    strategies.forEach(one -> manifests.put(one.id(), manifest(one)));
    return Collections.unmodifiableSortedMap(manifests);
  }

  /// The shares of the account its strategies work with, added up; more than 1 cannot run.
  public Fraction allocated() {
    Fraction sum = Fraction.ZERO;
    for (ActiveStrategy strategy : strategies) {
      sum = sum.plus(policy.allocation(strategy.id()));
    }
    return sum;
  }

  /// SHA-256 of everything that decides the outcome but the bars.
  String name() {
    SortedMap<String, Object> tree = new TreeMap<>();
    SortedMap<String, Object> named = new TreeMap<>();
    manifests().forEach((id, manifest) -> named.put(id.toString(), manifest.toString()));
    tree.put("manifests", named);
    tree.put("from", from.toString());
    tree.put("to", to.toString());
    tree.put("account", account.toString());
    tree.put("policy", policy.fingerprint());
    tree.put("costs", costs.toString());
    return Sha256.of(CanonicalJson.write(tree));
  }

  /// The simulated brokerage of the account, which goes on from `state`. No order gets lost on the
  /// way to it: one that was written down as sent arrives, even if its sender died right then.
  ///
  /// @param ledger of the rehearsal, as it was left
  /// @param memory takes every change before anybody is told of it
  public SimulatedBroker broker(
      Market market, BrokerState state, Ledger ledger, Consumer<BrokerChange> memory) {
    List<OrderSubmitted> sent = new ArrayList<>();
    ledger.replay(
        Set.of(FactType.ORDER_SUBMITTED),
        event -> {
          if (event.fact() instanceof OrderSubmitted order) {
            sent.add(order);
          }
        });
    return new SimulatedBroker(
        SimulatedAccount.NAME, market, costs, FillRule.WHOLE, state, sent, Optional.of(memory));
  }

  SimulatedAccount simulated() {
    SortedMap<StrategyId, Money> allocated = new TreeMap<>();
    Money idle = account;
    for (ActiveStrategy strategy : strategies) {
      Money own = account.times(policy.allocation(strategy.id()));
      allocated.put(strategy.id(), own);
      idle = idle.minus(own);
    }
    return new SimulatedAccount(strategies, idle, allocated, costs, policy);
  }

  /// What one of its strategies would be backtested as.
  BacktestPlan alone(ActiveStrategy strategy) {
    return new BacktestPlan(
        strategy,
        from,
        to,
        0,
        account.times(policy.allocation(strategy.id())),
        costs,
        policy,
        Optional.empty());
  }

  private static ManifestHash manifest(ActiveStrategy strategy) {
    return strategy
        .standing()
        .running()
        .orElseThrow(
            () -> new IllegalArgumentException(strategy.id() + " runs no frozen manifest"));
  }
}

package milodex.execution;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.money.Money;
import milodex.strategy.StrategyId;

/// Equity at the closes so far, of each strategy and of the account: a fold of the ledger.
public final class EquityLog {

  private final SortedMap<StrategyId, Money> latest = new TreeMap<>();
  private final SortedMap<StrategyId, Money> allocated = new TreeMap<>();
  private Optional<Money> before = Optional.empty();
  private Money outside = Money.ZERO;
  private Money total = Money.ZERO;
  private Money peak = Money.ZERO;
  private LocalDate session = LocalDate.MIN;

  /// All it is.
  ///
  /// @param before equity of the account at the close before `session`
  record State(
      SortedMap<StrategyId, Money> latest,
      SortedMap<StrategyId, Money> allocated,
      Optional<Money> before,
      Money outside,
      Money total,
      Money peak,
      LocalDate session) {}

  /// Equity of `strategy` at the last close; empty before the first.
  public Optional<Money> strategy(StrategyId strategy) {
    return Optional.ofNullable(latest.get(strategy));
  }

  /// Equity of the account at the last close; empty before the first.
  public Optional<Money> account() {
    return latest.isEmpty() ? Optional.empty() : Optional.of(total);
  }

  /// Equity of the account at the close before that of `date`, also while the strategies are being
  /// evaluated on the close of `date`; empty if there is none.
  public Optional<Money> accountBefore(LocalDate date) {
    return session.equals(date) ? before : account();
  }

  /// The highest equity of the account at any close, or what it was opened with.
  public Money peak() {
    return total.compareTo(peak) > 0 && !latest.isEmpty() ? total : peak;
  }

  /// Says what lies outside of the strategies now: a change of it is money that came or went, no
  /// gain and no loss, so that equity is compared as if it had always been so.
  void outside(Money value) {
    if (value.equals(outside)) {
      return;
    }
    Money flow = value.minus(outside);
    outside = value;
    total = total.plus(flow);
    peak = peak.plus(flow);
    before = before.map(equity -> equity.plus(flow));
  }

  State state() {
    return new State(
        new TreeMap<>(latest), new TreeMap<>(allocated), before, outside, total, peak, session);
  }

  void restore(State state) {
    latest.putAll(state.latest());
    allocated.putAll(state.allocated());
    before = state.before();
    outside = state.outside();
    total = state.total();
    peak = state.peak();
    session = state.session();
  }

  void apply(Event event) {
    switch (event.fact()) {
      case Fact.BooksOpened opened -> open(opened);
      case Fact.StrategyFunded funded -> fund(funded);
      case Fact.StrategyEvaluated evaluated -> close(evaluated);
      case DataFact _,
          ResearchFact _,
          PromotionFact _,
          RiskFact _,
          RunnerFact _,
          Fact.OrderFact _,
          Fact.BooksClosed _,
          Fact.BarEvaluated _,
          Fact.ExitMissed _,
          Fact.ExitParked _,
          Fact.IntentRecorded _,
          Fact.IntentClosed _,
          Fact.ProposalJudged _,
          Fact.FillRecorded _,
          Fact.SplitApplied _,
          Fact.DividendCredited _,
          Fact.TickerChanged _,
          Fact.DelistingSettled _,
          Fact.ExternalBooked _,
          Fact.TradeMeasured _,
          Fact.WouldTrip _ -> {}
    }
  }

  private void open(Fact.BooksOpened opened) {
    latest.clear();
    allocated.clear();
    allocated.putAll(opened.allocated());
    before = Optional.empty();
    outside = opened.idleCash();
    total = sum();
    peak = total;
    session = LocalDate.MIN;
  }

  /// What lay idle is only moved: no money comes or goes.
  private void fund(Fact.StrategyFunded funded) {
    allocated.put(funded.strategy(), funded.cash());
    outside = outside.minus(funded.cash());
    total = sum();
  }

  private void close(Fact.StrategyEvaluated evaluated) {
    if (!evaluated.session().equals(session)) {
      peak = peak();
      before = account();
      session = evaluated.session();
    }
    total = total.minus(known(evaluated.strategy())).plus(evaluated.equity());
    latest.put(evaluated.strategy(), evaluated.equity());
  }

  /// A strategy that was not evaluated yet has what it was given.
  private Money known(StrategyId strategy) {
    Money given = allocated.getOrDefault(strategy, Money.ZERO);
    return latest.getOrDefault(strategy, given);
  }

  /// All that lies outside and all that is [#known].
  private Money sum() {
    Money sum = outside;
    for (Money equity : latest.values()) {
      sum = sum.plus(equity);
    }
    for (var given : allocated.entrySet()) {
      if (!latest.containsKey(given.getKey())) {
        sum = sum.plus(given.getValue());
      }
    }
    return sum;
  }
}

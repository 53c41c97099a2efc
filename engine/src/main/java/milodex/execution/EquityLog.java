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
  private Money idleCash = Money.ZERO;
  private Money total = Money.ZERO;
  private Money peak = Money.ZERO;
  private LocalDate session = LocalDate.MIN;

  /// Equity of `strategy` at the last close; empty before the first.
  public Optional<Money> strategy(StrategyId strategy) {
    return Optional.ofNullable(latest.get(strategy));
  }

  /// Equity of the account at the last close; empty before the first.
  public Optional<Money> account() {
    return latest.isEmpty() ? Optional.empty() : Optional.of(total);
  }

  /// The highest equity of the account at any close, or what it was opened with.
  public Money peak() {
    return total.compareTo(peak) > 0 && !latest.isEmpty() ? total : peak;
  }

  void apply(Event event) {
    switch (event.fact()) {
      case Fact.BooksOpened opened -> open(opened);
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
          Fact.IntentRecorded _,
          Fact.IntentClosed _,
          Fact.ProposalJudged _,
          Fact.FillRecorded _,
          Fact.SplitApplied _,
          Fact.DividendCredited _,
          Fact.TickerChanged _,
          Fact.DelistingSettled _,
          Fact.TradeMeasured _,
          Fact.WouldTrip _ -> {}
    }
  }

  private void open(Fact.BooksOpened opened) {
    latest.clear();
    idleCash = opened.idleCash();
    total = idleCash;
    peak = idleCash;
    for (Money allocated : opened.allocated().values()) {
      peak = peak.plus(allocated);
    }
    session = LocalDate.MIN;
  }

  private void close(Fact.StrategyEvaluated evaluated) {
    if (!evaluated.session().equals(session)) {
      peak = peak();
      session = evaluated.session();
    }
    latest.put(evaluated.strategy(), evaluated.equity());
    total = idleCash;
    for (Money equity : latest.values()) {
      total = total.plus(equity);
    }
  }
}

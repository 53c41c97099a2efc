package milodex.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Signal;
import milodex.strategy.StrategyId;

/// Something that happened, as the ledger keeps it. Past participles; never changed, never removed.
public sealed interface Fact
    permits DataFact,
        ResearchFact,
        PromotionFact,
        RiskFact,
        RunnerFact,
        Fact.DecisionFact,
        Fact.OrderFact,
        Fact.BookFact {

  /// What a rule, the gate and a limit said.
  sealed interface DecisionFact extends Fact {}

  /// A rule decided, and this is what.
  sealed interface Evaluated extends DecisionFact {

    StrategyId strategy();

    LocalDate session();

    List<Signal> signals();

    /// The same fact, had the rule decided this.
    Evaluated deciding(Decision decision);
  }

  /// What was sent, and what the broker said of it.
  sealed interface OrderFact extends Fact {}

  /// What changes cash and shares, and the frame around it.
  sealed interface BookFact extends Fact {}

  /// The books of an account were opened, flat, before the first session of a window.
  ///
  /// @param window 0 for a run over the whole period, otherwise the window's number from 1
  /// @param label what a report calls the window
  /// @param idleCash dollars of the account that no strategy may use
  /// @param allocated dollars given to each strategy
  record BooksOpened(
      int window,
      String label,
      LocalDate from,
      LocalDate to,
      Money idleCash,
      SortedMap<StrategyId, Money> allocated)
      implements BookFact {
    public BooksOpened {
      allocated = Collections.unmodifiableSortedMap(new TreeMap<>(allocated));
    }
  }

  /// A strategy joined an account with `cash` that lay idle, and trades `from` this session on.
  record StrategyFunded(StrategyId strategy, LocalDate from, Money cash) implements BookFact {}

  /// A window came to its end. What was still open is marked with the cost of selling it.
  ///
  /// @param exitCosts dollars that selling every open position would have cost
  /// @param equity of all strategies at the last close, less `exitCosts`
  record BooksClosed(int window, LocalDate session, Money exitCosts, Money equity)
      implements BookFact {}

  /// A strategy decided on the close of a session, or was done with the bars of one. Without a wish
  /// this is the session's only fact. Of a rule that decides within the session it sums up the bars
  /// on which nothing was wished.
  ///
  /// @param rule the decision in one rule id
  /// @param equity the strategy's equity at the close
  /// @param cash its cash at the close
  /// @param alternatives every symbol passed over, kept when something was wished
  /// @param passedOver how many symbols were passed over, by reason
  record StrategyEvaluated(
      StrategyId strategy,
      LocalDate session,
      String rule,
      Money equity,
      Money cash,
      int positions,
      List<Signal> signals,
      List<Alternative> alternatives,
      SortedMap<String, Integer> passedOver)
      implements Evaluated {
    public StrategyEvaluated {
      signals = List.copyOf(signals);
      alternatives = List.copyOf(alternatives);
      passedOver = Collections.unmodifiableSortedMap(new TreeMap<>(passedOver));
    }

    /// What is written of `decision`.
    public static StrategyEvaluated of(
        StrategyId strategy,
        LocalDate session,
        Decision decision,
        Money equity,
        Money cash,
        int positions) {
      return new StrategyEvaluated(
          strategy,
          session,
          decision.rule(),
          equity,
          cash,
          positions,
          decision.signals(),
          decision.signals().isEmpty() ? List.of() : decision.alternatives(),
          decision.passedOver());
    }

    @Override
    public StrategyEvaluated deciding(Decision decision) {
      return of(strategy, session, decision, equity, cash, positions);
    }
  }

  /// A strategy wished something on the close of a bar within a session.
  ///
  /// @param closedAt when the bar closed
  /// @param rule the decision in one rule id
  /// @param equity the strategy's equity then, with `cash` in it
  /// @param alternatives every symbol passed over
  /// @param passedOver how many symbols were passed over, by reason
  record BarEvaluated(
      StrategyId strategy,
      LocalDate session,
      Instant closedAt,
      Timeframe barSize,
      String rule,
      Money equity,
      Money cash,
      int positions,
      List<Signal> signals,
      List<Alternative> alternatives,
      SortedMap<String, Integer> passedOver)
      implements Evaluated {
    public BarEvaluated {
      signals = List.copyOf(signals);
      alternatives = List.copyOf(alternatives);
      passedOver = Collections.unmodifiableSortedMap(new TreeMap<>(passedOver));
    }

    @Override
    public BarEvaluated deciding(Decision decision) {
      return new BarEvaluated(
          strategy,
          session,
          closedAt,
          barSize,
          decision.rule(),
          equity,
          cash,
          positions,
          decision.signals(),
          decision.alternatives(),
          decision.passedOver());
    }
  }

  /// An exit that should have been worked within a session still waits at its close.
  ///
  /// @param session the one at whose close it was found waiting
  record ExitMissed(
      String intent, StrategyId strategy, Symbol symbol, LocalDate session, String says)
      implements DecisionFact {}

  /// So many orders of an exit ended in a session unsold that it waits for the next session.
  ///
  /// @param attempts orders of it that ended so in `session`
  record ExitParked(
      String intent, StrategyId strategy, Symbol symbol, LocalDate session, int attempts)
      implements DecisionFact {}

  /// A wish was written down, inert.
  record IntentRecorded(Intent intent) implements DecisionFact {}

  /// A wish came to its end without, or with less than, what it asked for.
  record IntentClosed(String intent, StrategyId strategy, Outcome outcome, String says)
      implements DecisionFact {
    /// How a wish ended; `WITHDRAWN` by the operator, whose reason it then says.
    public enum Outcome {
      EXPIRED,
      ZERO_SHARES,
      REFUSED,
      NOTHING_HELD,
      WITHDRAWN
    }
  }

  /// The risk gate judged a priced wish; every finding is kept.
  ///
  /// @param trims which limits made the quantity smaller, and from what
  /// @param policy SHA-256 of the risk policy in force
  record ProposalJudged(
      String intent,
      StrategyId strategy,
      Symbol symbol,
      Side side,
      Quantity quantity,
      Price price,
      boolean approved,
      List<Finding> findings,
      List<String> trims,
      String policy)
      implements DecisionFact {
    public ProposalJudged {
      findings = List.copyOf(findings);
      trims = List.copyOf(trims);
    }
  }

  /// An approved order is about to be sent; written before the request leaves.
  record OrderSubmitted(
      ClientOrderId order,
      String intent,
      StrategyId strategy,
      Symbol symbol,
      Side side,
      Quantity quantity)
      implements OrderFact {}

  /// The broker said something of an order.
  ///
  /// @param filled cumulative shares filled so far
  record OrderReported(
      ClientOrderId order, Symbol symbol, OrderStatus status, Quantity filled, String says)
      implements OrderFact {}

  /// The operator stated that nothing more of an open order will be filled.
  record OrderResolved(ClientOrderId order, Symbol symbol, String reason) implements OrderFact {}

  /// The operator asked for an order to be cancelled; whether it was, a report tells.
  record CancelRequested(ClientOrderId order, Symbol symbol, String reason) implements OrderFact {}

  /// Shares changed hands.
  record FillRecorded(Fill fill) implements BookFact {}

  /// A split changed the number of shares at the open of its ex-date.
  ///
  /// @param ratio new shares per old share
  /// @param inLieu price of a new share at which fractions are paid out
  record SplitApplied(Symbol symbol, LocalDate session, BigDecimal ratio, Price inLieu)
      implements BookFact {}

  /// A dividend was credited to a strategy that held the previous close.
  record DividendCredited(
      StrategyId strategy,
      Symbol symbol,
      LocalDate session,
      Quantity shares,
      Money perShare,
      Money amount)
      implements BookFact {}

  /// A company went on under another ticker: what was held and wished in `symbol` is so in `to`.
  record TickerChanged(Symbol symbol, Symbol to, LocalDate session) implements BookFact {}

  /// A symbol stopped trading; every holder was paid its last price.
  record DelistingSettled(Symbol symbol, LocalDate session, Money perShare, String says)
      implements BookFact {}

  /// Something done at the broker without us was booked: what belongs to no strategy changed.
  ///
  /// @param cash dollars that came in, or below zero went out, beside what the trade moved
  record ExternalBooked(LocalDate session, Money cash, Optional<ExternalTrade> trade, String says)
      implements BookFact {}

  /// A trade was closed and looked back on.
  ///
  /// @param trade its number among the closed trades of its ledger, from 1
  /// @param excursion how far it ran while it was held; empty if that is not known
  /// @param says why it is not known; empty if it is
  record TradeMeasured(
      StrategyId strategy, Symbol symbol, int trade, Optional<Excursion> excursion, String says)
      implements BookFact {}

  /// A loss limit was crossed where nothing latches; live it would have tripped a halt.
  ///
  /// @param code the reason code of the limit
  record WouldTrip(LocalDate session, String code, String says) implements DecisionFact {}
}

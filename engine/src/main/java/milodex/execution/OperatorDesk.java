package milodex.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.execution.IntentLog.Pending;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.Circumstances;
import milodex.risk.ClientOrderIds;
import milodex.risk.Proposal;
import milodex.risk.RiskGate;
import milodex.risk.Verdict;
import milodex.strategy.StrategyId;

/// The operator's own hand on the account: orders in the book of a strategy, through the same gate,
/// the same append that fails if anything has moved, and the same send lock as those of rules.
///
/// An order for now is written down with its verdict and its sending in one append, so that nothing
/// of it is left to be worked later, whatever dies in between. It is never planned again: what is
/// left of it when its session closes is over.
public final class OperatorDesk {

  private final Books books;
  private final Market market;
  private final Brokerage brokerage;
  private final Reconciliation reconciliation;
  private final Surveyor surveyor;
  private final RiskGate gate;
  private final Costs costs;
  private final Dispatch dispatch;
  private final HandIntents intents;
  private final SortedMap<StrategyId, ActiveStrategy> strategies = new TreeMap<>();

  /// @param market of now
  /// @param costs what a fill is expected to cost
  /// @param strategies in whose books there can be orders
  public OperatorDesk(
      Books books,
      Market market,
      Destination destination,
      RiskGate gate,
      Costs costs,
      List<ActiveStrategy> strategies) {
    this.books = books;
    this.market = market;
    this.brokerage = destination.brokerage();
    this.reconciliation = new Reconciliation();
    this.surveyor = new Surveyor(books, market, destination, reconciliation, gate.policy());
    this.gate = gate;
    this.costs = costs;
    this.dispatch = new Dispatch(books, destination);
    this.intents = new HandIntents(market);
    strategies.forEach(strategy -> this.strategies.put(strategy.id(), strategy));
  }

  /// What the gate says of it now; empty without a price. Nothing is written.
  ///
  /// @throws BrokerUnavailableException if the broker does not tell of the account
  /// @throws IllegalArgumentException if the strategy has no book here, or may not buy the symbol
  public Optional<HandPreview> preview(HandRequest request, Instant now) {
    ActiveStrategy strategy = require(request);
    books.catchUp();
    reconciliation.compare(market.session().date(), books, brokerage);
    return market
        .price(request.symbol())
        .map(
            price ->
                preview(
                    numbered(number -> intents.now(request, strategy, number, now)),
                    strategy,
                    price,
                    now));
  }

  /// Sends it now, if the gate approves.
  ///
  /// @throws IllegalArgumentException if the strategy has no book here, or may not buy the symbol
  public HandAnswer submit(HandRequest request, Instant now) {
    ActiveStrategy strategy = require(request);
    books.catchUp();
    look(now);
    reconciliation.compare(market.session().date(), books, brokerage);
    while (true) {
      books.catchUp();
      if (market.price(request.symbol()).isEmpty()) {
        return new HandAnswer.Unpriced(request.symbol());
      }
      Intent intent = numbered(number -> intents.now(request, strategy, number, now));
      try {
        Optional<HandAnswer> answer = submit(intent, strategy, now);
        if (answer.isPresent()) {
          return answer.get();
        }
      } catch (DuplicateKeyException _) {
        // another hand took the number; the next one is free
        books.catchUp();
      }
    }
  }

  /// Writes it down as a wish for the next open, at which it is judged with the facts of then by
  /// whatever process works the strategy.
  ///
  /// @return the wish
  /// @throws IllegalArgumentException if the strategy has no book here, or may not buy the symbol,
  ///     or the symbol has never traded
  public Intent wish(HandRequest request, Instant now) {
    require(request);
    while (true) {
      books.catchUp();
      Intent intent = numbered(number -> intents.nextOpen(request, number, now));
      if (books.recordOnce(now, List.of(Paperwork.wished(intent)))) {
        return intent;
      }
    }
  }

  /// Asks the broker to cancel what is left of an order, and then what became of it.
  ///
  /// @param reason kept in the ledger
  /// @throws IllegalArgumentException if `reason` is blank
  public CancelAnswer cancel(ClientOrderId id, String reason, Instant now) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank");
    }
    books.catchUp();
    look(now);
    Optional<Sent> sent = books.orders().sent(id);
    if (sent.isEmpty() || sent.get().order().status().isFinal()) {
      return new CancelAnswer.NotOpen(id, sent.map(Sent::order));
    }
    books.recordOnce(
        now,
        List.of(
            Draft.because(
                sent.get().submission(),
                "cancel/" + id + "/" + now,
                new Fact.CancelRequested(id, sent.get().order().symbol(), reason))));
    boolean heard = true;
    try {
      Replacements.cancel(brokerage, id);
      look(now);
    } catch (BrokerUnavailableException _) {
      heard = false;
    }
    return new CancelAnswer.Asked(books.orders().find(id).orElseThrow(), heard);
  }

  /// Asks about every open order, whenever it was asked about last.
  void look(Instant now) {
    new OrderWatch(books, brokerage).lookAtAll(now);
  }

  Books books() {
    return books;
  }

  Brokerage brokerage() {
    return brokerage;
  }

  Market market() {
    return market;
  }

  /// Whether orders can be given in the book of this strategy.
  boolean knows(StrategyId strategy) {
    return strategies.containsKey(strategy);
  }

  private HandPreview preview(Intent intent, ActiveStrategy strategy, Price price, Instant now) {
    Circumstances seen = surveyor.survey(intent, strategy, now);
    Proposal proposal = proposed(intent, price);
    Verdict verdict = gate.judge(proposal, seen);
    Quantity fits = gate.trim(proposal, seen).quantity();
    return new HandPreview(
        price,
        proposal.value(),
        cost(proposal),
        proposal.covered(),
        fits.equals(proposal.quantity()) ? Optional.empty() : Optional.of(fits),
        verdict.findings(),
        switch (verdict) {
          case Verdict.Approved _ -> List.<String>of();
          case Verdict.Refused refused -> refused.codes();
        });
  }

  /// @return empty if the books have moved, and nothing was written
  private Optional<HandAnswer> submit(Intent intent, ActiveStrategy strategy, Instant now) {
    Circumstances seen;
    try {
      seen = surveyor.survey(intent, strategy, now);
    } catch (BrokerUnavailableException e) {
      return Optional.of(new HandAnswer.Silent(e.why()));
    }
    Proposal proposal = proposed(intent, market.price(intent.symbol()).orElseThrow());
    Verdict verdict = gate.judge(proposal, seen);
    Pending wish = Pending.unwritten(intent);
    Draft judged =
        Paperwork.judged(
            wish, market.session(), now, proposal, verdict, gate.policy().fingerprint());
    List<Draft> drafts = List.of(Paperwork.wished(intent), Draft.then(judged.key(), judged.fact()));
    return switch (verdict) {
      case Verdict.Approved approved -> send(intent, drafts, approved, now);
      case Verdict.Refused refused -> {
        books.record(
            now, List.of(drafts.getFirst(), drafts.getLast(), Paperwork.refused(wish, refused)));
        yield Optional.of(new HandAnswer.Refused(refused.codes(), refused.findings()));
      }
    };
  }

  private Optional<HandAnswer> send(
      Intent intent, List<Draft> drafts, Verdict.Approved approved, Instant now) {
    ClientOrderId id = ClientOrderIds.of(intent.id(), 1);
    try {
      return switch (dispatch.send(drafts, approved.order(), now)) {
        case Dispatch.Outcome.Moved _ -> Optional.empty();
        case Dispatch.Outcome.Missed missed -> Optional.of(new HandAnswer.Missed(missed.says()));
        case Dispatch.Outcome.Sent _ -> Optional.of(new HandAnswer.Sent(inBooks(id)));
      };
    } catch (BrokerUnavailableException e) {
      return Optional.of(new HandAnswer.Unanswered(inBooks(id), e.why()));
    }
  }

  private Circumstances.SentOrder inBooks(ClientOrderId id) {
    return books.orders().find(id).orElseThrow();
  }

  private Proposal proposed(Intent intent, Price price) {
    return Proposal.operator(intent, 1, price, costs, Sellable.of(books, intent));
  }

  private Money cost(Proposal proposal) {
    Quantity shares = proposal.quantity();
    Price price = proposal.price();
    Money paid =
        switch (proposal.intent().side()) {
          case BUY -> costs.bought(price).times(shares);
          case SELL -> costs.sold(price).times(shares);
        };
    Money slipped =
        proposal.intent().side() == Side.BUY
            ? paid.minus(price.times(shares))
            : price.times(shares).minus(paid);
    return slipped.plus(costs.commission(paid));
  }

  /// The wish under the first number whose order no broker has taken: a ledger that was restored
  /// has forgotten some.
  private Intent numbered(IntFunction<Intent> wish) {
    int number = books.intents().byHand() + 1;
    Intent intent = wish.apply(number);
    while (books.orders().isUntold(ClientOrderIds.of(intent.id(), 1))) {
      number++;
      intent = wish.apply(number);
    }
    return intent;
  }

  private ActiveStrategy require(HandRequest request) {
    ActiveStrategy strategy = strategies.get(request.strategy());
    if (strategy == null || books.portfolio().book(request.strategy()).isEmpty()) {
      throw new IllegalArgumentException(request.strategy() + " has no book here");
    }
    if (request.side() == Side.BUY && !strategy.symbols().contains(request.symbol())) {
      throw new IllegalArgumentException(
          request.symbol() + " is not in the universe of " + request.strategy());
    }
    return strategy;
  }
}

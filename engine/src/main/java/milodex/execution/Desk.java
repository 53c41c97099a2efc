package milodex.execution;

import static milodex.ledger.Fact.IntentClosed.Outcome.EXPIRED;
import static milodex.ledger.Fact.IntentClosed.Outcome.NOTHING_HELD;
import static milodex.ledger.Fact.IntentClosed.Outcome.ZERO_SHARES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.Market;
import milodex.execution.IntentLog.Pending;
import milodex.ledger.Draft;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.ApprovedOrder;
import milodex.risk.Circumstances;
import milodex.risk.Proposal;
import milodex.risk.RiskGate;
import milodex.risk.Verdict;
import milodex.strategy.StrategyId;

/// Works recorded wishes into orders: price, size, judge, write down, send, book.
///
/// It is the only way to a broker, and the same one in every feed. Approval and submission are in
/// the ledger before the order leaves, in one append that fails if anything a verdict depends on
/// has moved since its facts were gathered; then they are gathered again. An order whose sending
/// gave no answer is UNKNOWN and is never sent again.
public final class Desk {

  private final Books books;
  private final Market market;
  private final Dispatch dispatch;
  private final Surveyor surveyor;
  private final RiskGate gate;
  private final Costs costs;
  private final SortedMap<StrategyId, ActiveStrategy> strategies;
  private final String policy;

  /// @param strategies whose wishes it works; those of others are left alone
  public Desk(
      Books books,
      Market market,
      Destination destination,
      Reconciliation reconciliation,
      RiskGate gate,
      Costs costs,
      List<ActiveStrategy> strategies) {
    this.books = books;
    this.market = market;
    this.dispatch = new Dispatch(books, destination);
    this.surveyor = new Surveyor(books, market, destination, reconciliation, gate.policy());
    this.gate = gate;
    this.policy = gate.policy().fingerprint();
    this.costs = costs;
    this.strategies = new TreeMap<>();
    strategies.forEach(strategy -> this.strategies.put(strategy.id(), strategy));
  }

  /// Works everything that waits: exits first, then entries.
  ///
  /// An exit waits for a price, an entry for a price and the outcome of its strategy's exits, and
  /// everything for a broker that answers. A wish that fails keeps no other from being worked: the
  /// first failure is thrown at the end.
  public void work(Instant now) {
    work(waiting(), now);
  }

  /// Works the exits that wait; entries go on waiting, until their time is over.
  public void workExits(Instant now) {
    work(waiting().stream().filter(one -> one.intent().side() == Side.SELL).toList(), now);
  }

  private void work(List<Pending> wishes, Instant now) {
    Failures failures = new Failures();
    for (Pending waiting : wishes) {
      if (!failures.areOfTheBroker()) {
        failures.collect(() -> workIfItWaits(waiting, now));
      }
    }
    failures.rethrow();
  }

  /// Whoever has ended it meanwhile is in the books, or moves them before it is sent.
  private void workIfItWaits(Pending seen, Instant now) {
    books.intents().find(seen.intent().id()).ifPresent(waiting -> work(waiting, now));
  }

  /// Gives up the entries whose time is over.
  public void expire(Instant now) {
    for (Pending waiting : waiting()) {
      if (isExpired(waiting.intent(), now)) {
        giveUp(waiting, now);
      }
    }
  }

  private List<Pending> waiting() {
    List<Pending> pending = books.intents().pending();
    return pending.isEmpty()
        ? pending
        : pending.stream().filter(one -> strategies.containsKey(one.intent().strategy())).toList();
  }

  private void work(Pending waiting, Instant now) {
    if (isExpired(waiting.intent(), now)) {
      giveUp(waiting, now);
    } else if (waiting.isByHand()) {
      byHand(waiting, now);
    } else {
      switch (waiting.intent().side()) {
        case BUY -> buy(waiting, now);
        case SELL -> sell(waiting, now);
      }
    }
  }

  private void buy(Pending waiting, Instant now) {
    Intent intent = waiting.intent();
    Optional<Price> price = market.price(intent.symbol());
    if (price.isEmpty() || books.intents().isExiting(intent.strategy())) {
      return;
    }
    Circumstances seen = survey(intent, now);
    Money equity = seen.strategy().equity();
    Quantity wished = Sizer.shares(Sizer.budget(intent, equity), price.get(), costs);
    if (wished.isZero()) {
      String says = "%s buys no whole share at %s".formatted(budget(intent, equity), price.get());
      close(Paperwork.closed(waiting, ZERO_SHARES, says), now);
      return;
    }
    Proposal whole = proposal(waiting, wished, price.get(), Quantity.ZERO);
    decide(waiting, gate.trim(whole, seen), seen, now);
  }

  private void sell(Pending waiting, Instant now) {
    Intent intent = waiting.intent();
    if (waiting.setbacks().areTooMany(market.session().date())) {
      park(waiting, now);
      return;
    }
    if (waiting.setbacks().areTooFresh(now)) {
      return;
    }
    Quantity free = Sellable.of(books, intent);
    if (free.isZero()) {
      String says = "no share of " + intent.symbol() + " is left to sell";
      close(Paperwork.closed(waiting, NOTHING_HELD, says), now);
      return;
    }
    Optional<Price> price = market.price(intent.symbol());
    if (price.isPresent()) {
      decide(waiting, proposal(waiting, free, price.get(), free), survey(intent, now), now);
    }
  }

  /// A wish of the operator for a later session waits for it; what is refused is over.
  private void byHand(Pending waiting, Instant now) {
    Optional<Price> price = market.price(waiting.intent().symbol());
    boolean isDue = !market.session().date().isBefore(waiting.intent().worksOn());
    if (isDue && price.isPresent()) {
      Intent intent = waiting.intent();
      Proposal proposal =
          Proposal.operator(
              intent, waiting.attempt(), price.get(), costs, Sellable.of(books, intent));
      decide(waiting, proposal, survey(waiting.intent(), now), now);
    }
  }

  private void decide(Pending waiting, Proposal proposal, Circumstances seen, Instant now) {
    Verdict verdict = gate.judge(proposal, seen);
    Draft judged = Paperwork.judged(waiting, market.session(), now, proposal, verdict, policy);
    switch (verdict) {
      case Verdict.Approved approved -> submit(waiting, judged, approved.order(), now);
      case Verdict.Refused refused -> {
        boolean isOver = waiting.isByHand() || waiting.intent().side() == Side.BUY;
        if (isOver) {
          books.recordOnce(now, List.of(judged, Paperwork.refused(waiting, refused)));
        } else {
          books.record(now, judged);
        }
      }
    }
  }

  /// A wish whose turn to be sent does not come waits on, with nothing written.
  private void submit(Pending waiting, Draft judged, ApprovedOrder order, Instant now) {
    switch (dispatch.send(List.of(judged), order, now)) {
      case Dispatch.Outcome.Moved _ -> workIfItWaits(waiting, now);
      case Dispatch.Outcome.Sent _, Dispatch.Outcome.Missed _ -> {}
    }
  }

  /// `0.3 of 10000.00`, or `a fixed 500.00`.
  private static String budget(Intent intent, Money equity) {
    return intent
        .amount()
        .map(fixed -> "a fixed " + fixed.inCents())
        .orElseGet(() -> intent.weight() + " of " + equity.inCents());
  }

  /// Said once a session, and loudly.
  private void park(Pending waiting, Instant now) {
    if (!waiting.setbacks().parked()) {
      books.record(now, Paperwork.parked(waiting, market.session()));
    }
  }

  private void giveUp(Pending waiting, Instant now) {
    String says = "not ordered by " + waiting.intent().expiresAt().orElseThrow();
    close(Paperwork.closed(waiting, EXPIRED, says), now);
  }

  /// Nothing, if the operator has withdrawn it first: a wish ends once.
  private void close(Draft closed, Instant now) {
    books.recordOnce(now, List.of(closed));
  }

  private Proposal proposal(Pending waiting, Quantity quantity, Price price, Quantity covered) {
    return Proposal.automated(waiting.intent(), waiting.attempt(), quantity, price, costs, covered);
  }

  private Circumstances survey(Intent intent, Instant now) {
    ActiveStrategy strategy = Optional.ofNullable(strategies.get(intent.strategy())).orElseThrow();
    return surveyor.survey(intent, strategy, now);
  }

  private static boolean isExpired(Intent intent, Instant now) {
    return intent.expiresAt().map(time -> !now.isBefore(time)).orElse(false);
  }
}

package milodex.execution;

import static milodex.ledger.Fact.IntentClosed.Outcome.EXPIRED;
import static milodex.ledger.Fact.IntentClosed.Outcome.NOTHING_HELD;
import static milodex.ledger.Fact.IntentClosed.Outcome.REFUSED;
import static milodex.ledger.Fact.IntentClosed.Outcome.ZERO_SHARES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.broker.Brokerage;
import milodex.broker.OrderReport;
import milodex.data.Market;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fact.IntentClosed.Outcome;
import milodex.ledger.Fill;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.money.Costs;
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
/// has moved meanwhile; then the facts are gathered again.
public final class Desk {

  private final Books books;
  private final Market market;
  private final Brokerage brokerage;
  private final Surveyor surveyor;
  private final RiskGate gate;
  private final Costs costs;
  private final SortedMap<StrategyId, ActiveStrategy> strategies;

  /// @param account the account our books belong to
  public Desk(
      Books books,
      Market market,
      Brokerage brokerage,
      Reconciliation reconciliation,
      String account,
      RiskGate gate,
      Costs costs,
      List<ActiveStrategy> strategies) {
    this.books = books;
    this.market = market;
    this.brokerage = brokerage;
    this.surveyor = new Surveyor(books, market, brokerage, reconciliation, account, gate.policy());
    this.gate = gate;
    this.costs = costs;
    this.strategies = new TreeMap<>();
    strategies.forEach(strategy -> this.strategies.put(strategy.id(), strategy));
  }

  /// Works everything that waits: exits first, then entries.
  public void work(Instant now) {
    for (IntentLog.Pending waiting : books.intents().pending()) {
      work(waiting, now);
    }
  }

  /// Gives up the entries whose time is over.
  public void expire(Instant now) {
    for (IntentLog.Pending waiting : books.intents().pending()) {
      if (isExpired(waiting.intent(), now)) {
        close(
            waiting, EXPIRED, "not ordered by " + waiting.intent().expiresAt().orElseThrow(), now);
      }
    }
  }

  private void work(IntentLog.Pending waiting, Instant now) {
    Intent intent = waiting.intent();
    Optional<Price> price = market.price(intent.symbol());
    if (isExpired(intent, now)) {
      close(waiting, EXPIRED, "not ordered by " + intent.expiresAt().orElseThrow(), now);
    } else if (price.isPresent()) {
      switch (intent.side()) {
        case BUY -> buy(waiting, price.get(), now);
        case SELL -> sell(waiting, price.get(), now);
      }
    }
  }

  private void buy(IntentLog.Pending waiting, Price price, Instant now) {
    Intent intent = waiting.intent();
    Circumstances seen = survey(intent, now);
    Quantity wished = Sizer.shares(intent.weight(), seen.strategy().equity(), price, costs);
    if (wished.isZero()) {
      String says =
          "%s of %s buys no whole share at %s"
              .formatted(intent.weight(), seen.strategy().equity().inCents(), price);
      close(waiting, ZERO_SHARES, says, now);
      return;
    }
    Proposal proposal = Proposal.automated(intent, 1, wished, price, costs, Quantity.ZERO);
    decide(waiting, gate.trim(proposal, seen), seen, now);
  }

  private void sell(IntentLog.Pending waiting, Price price, Instant now) {
    Intent intent = waiting.intent();
    Quantity free = sellable(intent);
    if (free.isZero()) {
      close(waiting, NOTHING_HELD, "no share of " + intent.symbol() + " is left to sell", now);
      return;
    }
    Proposal proposal = Proposal.automated(intent, 1, free, price, costs, free);
    decide(waiting, proposal, survey(intent, now), now);
  }

  private void decide(
      IntentLog.Pending waiting, Proposal proposal, Circumstances seen, Instant now) {
    long riskHead = books.riskHead();
    Verdict verdict = gate.judge(proposal, seen);
    switch (verdict) {
      case Verdict.Approved approved -> {
        OptionalLong recorded =
            books.recordIf(
                riskHead,
                now,
                List.of(
                    judged(waiting, proposal, verdict, true),
                    Draft.then("order/" + approved.order().id(), submitted(approved, proposal))));
        if (recorded.isEmpty()) {
          work(waiting, now);
        } else {
          send(approved.order(), proposal.intent(), recorded.getAsLong() + 1, now);
        }
      }
      case Verdict.Refused refused -> refuse(waiting, proposal, refused, now);
    }
  }

  private void refuse(
      IntentLog.Pending waiting, Proposal proposal, Verdict.Refused refused, Instant now) {
    Draft judged = judged(waiting, proposal, refused, false);
    switch (proposal.intent().side()) {
      case SELL -> books.record(now, judged);
      case BUY ->
          books.record(
              now,
              List.of(
                  judged,
                  Draft.then(
                      "closed/" + proposal.intent().id(),
                      new Fact.IntentClosed(
                          proposal.intent().id(),
                          proposal.intent().strategy(),
                          REFUSED,
                          String.join(", ", refused.codes())))));
    }
  }

  private void send(ApprovedOrder order, Intent intent, long submission, Instant now) {
    OrderReport report = brokerage.submit(order);
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        Draft.because(
            submission,
            "report/" + order.id() + "/" + report.status(),
            new Fact.OrderReported(
                order.id(), order.symbol(), report.status(), report.filled(), report.says())));
    int back = 1;
    for (OrderReport.Execution execution : report.executions()) {
      drafts.add(
          Draft.then(
              back++,
              "fill/" + execution.id(),
              new Fact.FillRecorded(fill(order, intent, execution))));
    }
    books.record(now, drafts);
  }

  private Fill fill(ApprovedOrder order, Intent intent, OrderReport.Execution execution) {
    return new Fill(
        execution.id(),
        order.id(),
        order.strategy(),
        order.symbol(),
        order.side(),
        execution.quantity(),
        execution.price(),
        execution.fee(),
        market.session().date(),
        intent.rule(),
        intent.entryFacts());
  }

  private Draft judged(
      IntentLog.Pending waiting, Proposal proposal, Verdict verdict, boolean approved) {
    Intent intent = proposal.intent();
    return Draft.because(
        waiting.seq(),
        "judged/" + intent.id() + "/" + market.session().date(),
        new Fact.ProposalJudged(
            intent.id(),
            intent.strategy(),
            intent.symbol(),
            intent.side(),
            proposal.quantity(),
            proposal.price(),
            approved,
            verdict.findings(),
            proposal.trims(),
            gate.policy().fingerprint()));
  }

  private static Fact.OrderSubmitted submitted(Verdict.Approved approved, Proposal proposal) {
    ApprovedOrder order = approved.order();
    return new Fact.OrderSubmitted(
        order.id(),
        proposal.intent().id(),
        order.strategy(),
        order.symbol(),
        order.side(),
        order.quantity());
  }

  private void close(IntentLog.Pending waiting, Outcome outcome, String says, Instant now) {
    Intent intent = waiting.intent();
    books.record(
        now,
        Draft.because(
            waiting.seq(),
            "closed/" + intent.id(),
            new Fact.IntentClosed(intent.id(), intent.strategy(), outcome, says)));
  }

  private Circumstances survey(Intent intent, Instant now) {
    ActiveStrategy strategy = strategies.get(intent.strategy());
    if (strategy == null) {
      throw new IllegalStateException(intent.strategy() + " does not run here");
    }
    return surveyor.survey(intent, strategy, now);
  }

  /// What the strategy owns and is not already selling.
  private Quantity sellable(Intent intent) {
    Quantity held = books.portfolio().book(intent.strategy()).orElseThrow().held(intent.symbol());
    Quantity selling = Quantity.ZERO;
    for (Circumstances.SentOrder order : books.orders().working()) {
      if (order.strategy().equals(intent.strategy())
          && order.symbol().equals(intent.symbol())
          && order.side() == Side.SELL) {
        selling = selling.plus(order.remaining());
      }
    }
    return held.minus(selling.min(held));
  }

  private static boolean isExpired(Intent intent, Instant now) {
    return intent.expiresAt().map(time -> !now.isBefore(time)).orElse(false);
  }
}

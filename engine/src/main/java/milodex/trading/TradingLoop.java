package milodex.trading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Desk;
import milodex.execution.Destination;
import milodex.execution.Difference;
import milodex.execution.OrderWatch;
import milodex.execution.Reconciliation;
import milodex.market.Session;
import milodex.money.Costs;
import milodex.money.Money;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.Threshold;

/// The one loop: moments in, decisions out. It cannot tell the past from now.
public final class TradingLoop {

  private final Books books;
  private final Market market;
  private final Brokerage brokerage;
  private final Reconciliation reconciliation;
  private final Desk desk;
  private final OrderWatch orderWatch;
  private final List<ActiveStrategy> strategies;
  private final CorporateActions corporateActions;
  private final Evaluation evaluation;
  private final Alarm alarm;
  private final Optional<Sentry> sentry;
  private final LossWatch lossWatch;
  private final SubmitWatch submitWatch;
  private final Hindsight hindsight;
  private final ExitWatch exitWatch;

  /// @param costs what a fill is expected to cost
  /// @param strategies evaluated in this order
  /// @param alarm where it says that orders should stop
  public TradingLoop(
      Books books,
      Market market,
      Destination destination,
      RiskPolicy policy,
      Costs costs,
      List<ActiveStrategy> strategies,
      Alarm alarm) {
    this(
        books,
        market,
        destination,
        new RiskGate(policy),
        costs,
        strategies,
        alarm,
        Optional.empty());
  }

  /// @param sentry watches the machinery while it trades; empty where the past is played
  public TradingLoop(
      Books books,
      Market market,
      Destination destination,
      RiskGate gate,
      Costs costs,
      List<ActiveStrategy> strategies,
      Alarm alarm,
      Optional<Sentry> sentry) {
    this.books = books;
    this.market = market;
    this.brokerage = destination.brokerage();
    this.reconciliation = new Reconciliation();
    this.desk = new Desk(books, market, destination, reconciliation, gate, costs, strategies);
    this.orderWatch = new OrderWatch(books, brokerage);
    this.strategies = List.copyOf(strategies);
    this.corporateActions = new CorporateActions(books, market);
    this.evaluation = new Evaluation(books, market);
    this.alarm = alarm;
    this.sentry = sentry;
    this.lossWatch = new LossWatch(books, gate.policy(), alarm);
    this.submitWatch =
        new SubmitWatch(
            books, alarm, gate.policy().triggers().whole(Threshold.SUBMIT_FAILURES_COUNT));
    this.hindsight = new Hindsight(books, market);
    this.exitWatch = new ExitWatch(books);
  }

  /// Takes up work where another process has left it: what became of our orders is learned, and
  /// books and broker are compared, before anything else.
  public void resume(Session session, Instant now) {
    orderWatch.look(now);
    reconcile(session, now);
  }

  /// Whether `session` can begin: what a company did is booked upon shares that are known, so every
  /// earlier order in its symbol must have come to its end.
  public boolean canBegin(Session session, Instant now) {
    orderWatch.look(now);
    return corporateActions.canBook(session);
  }

  /// What the last comparison of books and broker found different, on record or not.
  public List<Difference> differences() {
    return reconciliation.differences();
  }

  /// Does what is due at `moment`, in time.
  public void on(Moment moment) {
    on(moment, moment.at());
  }

  /// Does what is due at `moment`, as late as it is, after what became of our orders. What a
  /// company closed before the open is looked back on with the trades of the open.
  public void on(Moment moment, Instant now) {
    alarm.pursue(now);
    orderWatch.look(now);
    sentry.ifPresent(one -> one.enters(moment.session(), now));
    switch (moment) {
      case Moment.SessionBegins begins -> begin(begins.session(), now);
      case Moment.SessionOpens opens -> work(opens.session(), now);
      case Moment.BarsClose bars -> decide(bars, now);
      case Moment.BarsOpen bars -> work(bars.session(), now);
      case Moment.Pulse pulse -> pulse(pulse.session(), now);
      case Moment.SessionCloses closes -> close(closes.session(), now);
    }
    sentry.ifPresent(one -> one.leaves(moment, reconciliation, now));
    if (!(moment instanceof Moment.SessionBegins)) {
      hindsight.look(now);
    }
  }

  /// Looks after orders and losses and works nothing, for when no price is new.
  public void watch(Session session, Instant now) {
    alarm.pursue(now);
    orderWatch.look(now);
    watchLosses(session, books.equity().account(), now);
    sentry.ifPresent(one -> one.looks(session, now));
  }

  private void begin(Session session, Instant now) {
    corporateActions.book(session, now);
    reconcile(session, now);
  }

  /// Compares books and broker; what differs is written down, and stops entries. A broker that does
  /// not answer agrees to nothing.
  private void reconcile(Session session, Instant now) {
    orderWatch.lookAtAll(now);
    reconciliation.compare(session.date(), books, brokerage);
    reconciliation.record(books, now);
  }

  private void pulse(Session session, Instant now) {
    if (session.isOpenAt(now)) {
      work(session, now);
    } else {
      watchLosses(session, books.equity().account(), now);
    }
  }

  private void work(Session session, Instant now) {
    if (!reconciliation.equalOn().equals(Optional.of(session.date()))) {
      reconcile(session, now);
    }
    watchLosses(session, books.equity().account(), now);
    if (sentry.isEmpty()) {
      desk.work(now);
    } else {
      sentry.get().survive(session, now, mayEnter -> work(mayEnter, now));
    }
    submitWatch.watch(session.date(), now);
  }

  private void work(boolean mayEnter, Instant now) {
    if (mayEnter) {
      desk.work(now);
    } else {
      desk.workExits(now);
    }
  }

  private void decide(Moment.BarsClose bars, Instant now) {
    for (ActiveStrategy strategy : strategies) {
      if (strategy.barSize() == bars.size()) {
        evaluate(strategy, bars.session(), now);
      }
    }
  }

  private void close(Session session, Instant now) {
    desk.expire(now);
    for (ActiveStrategy strategy : strategies) {
      if (strategy.barSize().isIntraday()) {
        exitWatch.watch(strategy, session, now);
        evaluation.conclude(strategy, session, now);
      } else {
        evaluate(strategy, session, now);
      }
    }
    watchLosses(session, books.equity().accountBefore(session.date()), now);
  }

  /// A rule that fails keeps no other from deciding, where somebody watches.
  private void evaluate(ActiveStrategy strategy, Session session, Instant now) {
    if (sentry.isEmpty()) {
      evaluation.evaluate(strategy, session, now);
    } else {
      sentry
          .get()
          .survive(
              strategy,
              session,
              now,
              () -> evaluation.evaluate(strategy, session, now),
              () -> evaluation.fail(strategy, session, now));
    }
  }

  /// An account that cannot be valued has no loss that could be compared.
  private void watchLosses(Session session, Optional<Money> previous, Instant now) {
    Optional<Money> equity =
        sentry.isEmpty()
            ? Optional.of(books.portfolio().equity(market::lastPrice))
            : sentry.get().value(session, now);
    equity.ifPresent(worth -> lossWatch.watch(session, worth, previous, now));
  }
}

package milodex.execution;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.StateCodec;
import milodex.portfolio.Portfolio;
import milodex.portfolio.Trade;
import milodex.portfolio.TradeLog;

/// The ledger and what it adds up to: every fact is appended first and folded after.
///
/// Others may append to the same ledger. Their facts are folded before ours, so that the books are
/// at any time a fold of the whole ledger up to one event.
public final class Books {

  private final Ledger ledger;
  private final OrderLog orders = new OrderLog();
  private final IntentLog intents = new IntentLog(orders);
  private final EquityLog equity = new EquityLog();
  private final TradeLog trades;
  private final long from;
  private final HaltLog halts = new HaltLog();
  private final DifferenceLog differences = new DifferenceLog();
  private final SubmitFailures submitFailures = new SubmitFailures();
  private final TroubleLog troubles = new TroubleLog();
  private final AlertLog alerts = new AlertLog(halts);
  private final FillLog fills = new FillLog();
  private long seq;
  private long riskHead;

  /// Folds everything `ledger` holds already.
  public Books(Ledger ledger) {
    this.ledger = ledger;
    this.trades = new TradeLog();
    this.from = 0;
    catchUp();
  }

  /// Goes on from where a checkpoint stood: the same books, sooner.
  ///
  /// One that is of another ledger, or cannot be understood, is as none at all.
  public Books(Ledger ledger, Optional<Checkpoint> checkpoint) {
    this.ledger = ledger;
    Optional<BooksState> state =
        checkpoint.flatMap(one -> one.of(ledger, BooksState::read, BooksState::seq));
    this.trades = state.map(known -> new TradeLog(known.trades())).orElseGet(TradeLog::new);
    state.ifPresent(this::restore);
    this.from = seq;
    catchUp();
  }

  /// What these books have come to; empty if others are appending meanwhile.
  public Optional<Checkpoint> checkpoint() {
    catchUp();
    return Optional.of(ledger.head())
        .filter(head -> head.seq() == seq)
        .map(head -> new Checkpoint(head, StateCodec.write(state())));
  }

  /// Seq of the newest event in these books.
  public long seq() {
    return seq;
  }

  /// How many events lie between where these books began and now.
  public long folded() {
    return seq - from;
  }

  /// Appends all drafts or none, and folds them.
  ///
  /// @return seq of the first
  public long record(Instant at, List<Draft> drafts) {
    long first = ledger.append(at, drafts);
    take(first, at, drafts);
    return first;
  }

  /// Appends one draft and folds it.
  public long record(Instant at, Draft draft) {
    return record(at, List.of(draft));
  }

  /// Appends all drafts, unless one of them is in the ledger already: what is due once is done
  /// once, whoever comes first and however often it is tried.
  ///
  /// @return whether they were appended
  public boolean recordOnce(Instant at, List<Draft> drafts) {
    try {
      record(at, drafts);
      return true;
    } catch (DuplicateKeyException _) {
      catchUp();
      return false;
    }
  }

  /// Appends only if nothing that can change a verdict or end a wish has happened since `riskHead`;
  /// what has happened is folded either way.
  ///
  /// @return seq of the first, or empty if nothing was appended
  public OptionalLong recordIf(long riskHead, Instant at, List<Draft> drafts) {
    OptionalLong first = ledger.appendIf(riskHead, at, drafts);
    if (first.isPresent()) {
      take(first.getAsLong(), at, drafts);
    } else {
      catchUp();
    }
    return first;
  }

  /// Seq of the newest event in these books that can change a verdict or end a wish.
  public long riskHead() {
    return riskHead;
  }

  public Portfolio portfolio() {
    return trades.portfolio();
  }

  /// Closed round trips, in the order they were closed; those before a checkpoint are read again.
  public List<Trade> closedTrades() {
    if (trades.isWhole()) {
      return trades.closed();
    }
    TradeLog whole = new TradeLog();
    ledger.replay(whole);
    return whole.closed();
  }

  /// How many round trips were closed.
  public int countOfClosedTrades() {
    return trades.count();
  }

  /// The closed round trips that nothing was measured of yet.
  public List<Trade> unmeasured() {
    return trades.unmeasured();
  }

  /// When the event with this seq was recorded.
  ///
  /// @throws NoSuchElementException if the ledger has none
  public Instant recordedAt(long seq) {
    return ledger.event(seq).orElseThrow().at();
  }

  /// The verdict that sent an order; empty for an order that no verdict led to.
  public Optional<Fact.ProposalJudged> verdictOn(ClientOrderId order) {
    return causes().verdictOn(order);
  }

  /// The wish that an order carries out; empty for an order that no wish led to.
  Optional<Intent> wishOf(ClientOrderId order) {
    return causes().wishOf(order);
  }

  /// Every wish of the operator, those that are over too; they are read again.
  WishHistory wishesByHand() {
    WishHistory history = new WishHistory();
    ledger.replay(WishHistory.KINDS, history);
    return history;
  }

  private Causes causes() {
    return new Causes(ledger, orders);
  }

  public OrderLog orders() {
    return orders;
  }

  public IntentLog intents() {
    return intents;
  }

  public EquityLog equity() {
    return equity;
  }

  /// What is halted and what is paused.
  public HaltLog halts() {
    return halts;
  }

  /// In which sessions books and broker differed.
  public DifferenceLog differences() {
    return differences;
  }

  /// How many orders the broker rejected or did not answer.
  public SubmitFailures submitFailures() {
    return submitFailures;
  }

  /// In which sessions what kind of trouble was found.
  public TroubleLog troubles() {
    return troubles;
  }

  /// What went wrong and was not looked at yet.
  public AlertLog alerts() {
    return alerts;
  }

  /// The newest fills.
  public FillLog fills() {
    return fills;
  }

  /// Folds what others have appended meanwhile.
  public void catchUp() {
    ledger.replay(seq, this::fold);
  }

  /// What we have appended need not be read back, unless others came before it.
  private void take(long first, Instant at, List<Draft> drafts) {
    if (first == seq + 1) {
      Draft.number(drafts, first, at).forEach(this::fold);
    } else {
      catchUp();
    }
  }

  Ledger ledger() {
    return ledger;
  }

  BooksState state() {
    return new BooksState(
        seq,
        riskHead,
        trades.state(),
        orders.state(),
        intents.state(),
        equity.state(),
        halts.state(),
        differences.state(),
        submitFailures.state(),
        troubles.state(),
        alerts.state(),
        fills.state());
  }

  private void restore(BooksState state) {
    orders.restore(state.orders());
    intents.restore(state.intents());
    equity.restore(state.equity());
    halts.restore(state.halts());
    differences.restore(state.differences());
    submitFailures.restore(state.submitFailures());
    troubles.restore(state.troubles());
    alerts.restore(state.alerts());
    fills.restore(state.fills());
    riskHead = state.riskHead();
    seq = state.seq();
  }

  private void fold(Event event) {
    trades.accept(event);
    orders.apply(event);
    intents.apply(event);
    equity.apply(event);
    equity.outside(portfolio().outside().value());
    halts.apply(event);
    differences.apply(event);
    submitFailures.apply(event);
    troubles.apply(event);
    alerts.apply(event);
    fills.apply(event);
    seq = event.seq();
    if (FactType.of(event.fact()).movesRisk()) {
      riskHead = event.seq();
    }
  }
}

package milodex.trading;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import milodex.broker.HeardBroker;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Difference;
import milodex.execution.KillSwitch;
import milodex.execution.Reconciliation;
import milodex.ledger.HaltScope;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.market.Session;
import milodex.money.Money;
import milodex.portfolio.BooksContradictedException;
import milodex.risk.RiskGate;
import milodex.risk.SelfProofLog;
import milodex.risk.Threshold;
import milodex.risk.Trigger;
import milodex.risk.Triggers;
import milodex.strategy.StrategyId;

/// Watches the machinery itself while it trades: whether the gate can veto, books and broker agree,
/// the broker answers, bars come, orders and fills are what was meant, rules run through, the files
/// are still what was frozen, and the disk has room.
///
/// What it finds is put on record, stops entries where it must, and trips the kill switch when it
/// comes too often. Exits it never stops by itself. The past is played without one.
public final class Sentry {

  private final Post post;
  private final Trouble trouble;
  private final GateWatch gateWatch;
  private final BrokerWatch brokerWatch;
  private final OrderDoubtWatch orderDoubtWatch;
  private final FillWatch fillWatch;
  private final BarWatch barWatch;
  private final Host host;
  private LocalDate session = LocalDate.MIN;
  private boolean gateHolds;
  private boolean valued = true;

  /// Where it stands.
  ///
  /// @param broker the one that orders are sent to
  /// @param strategies those of the loop
  public record Post(
      Books books, Market market, HeardBroker broker, List<ActiveStrategy> strategies) {
    public Post {
      strategies = List.copyOf(strategies);
    }
  }

  /// What it is told of the machine it runs on, asked as a session begins; about the disk also
  /// while one is waited for.
  ///
  /// @param drift in what the files of a strategy differ from what runs, with both hashes; empty:
  ///     in nothing
  /// @param shortage why the disk of the ledger has too little room for entries; empty: it has
  ///     enough, or nobody knows
  public record Host(
      Function<StrategyId, Optional<String>> drift, Supplier<Optional<String>> shortage) {

    /// One whose disk is never full.
    public static Host ample(Function<StrategyId, Optional<String>> drift) {
      return new Host(drift, Optional::empty);
    }
  }

  /// @param gate the one that judges
  /// @param proofs of the ledger of these books
  /// @param proveEvery so many sessions the gate is proved, 1 for daily; always in the first one
  /// @param killSwitch over these books
  public Sentry(
      Post post,
      RiskGate gate,
      SelfProofLog proofs,
      int proveEvery,
      KillSwitch killSwitch,
      Host host) {
    this.post = post;
    Triggers triggers = gate.policy().triggers();
    this.trouble = new Trouble(post.books(), killSwitch, triggers);
    this.gateWatch = new GateWatch(gate, proofs, proveEvery);
    this.brokerWatch = new BrokerWatch(post.broker(), trouble, triggers);
    this.orderDoubtWatch = new OrderDoubtWatch(post.books(), trouble);
    this.fillWatch =
        new FillWatch(post.books(), trouble, triggers.band(Threshold.EXECUTION_DIVERGENCE_BAND));
    this.barWatch =
        new BarWatch(
            post.books(), post.market(), trouble, triggers.band(Threshold.DATA_QUALITY_BAND));
    this.host = host;
  }

  /// While a session is waited for: a disk with too little room is put on record, once for that
  /// session and not while a halt for it stands; another halt for it is left to its beginning.
  public static void waits(Books books, Host host, Session next, Instant at) {
    boolean isHalted =
        books.halts().open().stream()
            .anyMatch(one -> one.tripped().trigger().equals(Trigger.DISK_LOW.code()));
    host.shortage()
        .get()
        .filter(_ -> !isHalted)
        .ifPresent(
            says ->
                books.recordOnce(
                    at,
                    List.of(
                        Trouble.draft(
                            Trigger.DISK_LOW, HaltScope.ACCOUNT, next.date(), next.date(), says))));
  }

  /// Before anything is done at a moment: what is looked at once a session.
  void enters(Session now, Instant at) {
    if (now.date().equals(session)) {
      return;
    }
    session = now.date();
    valued = true;
    looksAtDisk(at);
    gateHolds = gateWatch.holds(session, at);
    for (ActiveStrategy strategy : post.strategies()) {
      host.drift()
          .apply(strategy.id())
          .ifPresent(
              says ->
                  trouble.found(
                      Trigger.MANIFEST_DRIFT,
                      HaltScope.of(strategy.id()),
                      session,
                      session,
                      says,
                      at));
    }
  }

  /// After everything was done at a moment.
  void leaves(Moment moment, Reconciliation reconciliation, Instant at) {
    Session now = moment.session();
    compared(reconciliation, now, at);
    looks(now, at);
    switch (moment) {
      case Moment.SessionOpens _ -> barWatch.opens(post.strategies(), now, at);
      case Moment.SessionCloses _ -> barWatch.closes(post.strategies(), now, at);
      case Moment.SessionBegins _, Moment.BarsClose _, Moment.BarsOpen _, Moment.Pulse _ -> {}
    }
  }

  /// While time passes: whether the broker answers, and what became of orders.
  void looks(Session now, Instant at) {
    brokerWatch.watch(now, at);
    orderDoubtWatch.watch(now, at);
    fillWatch.watch(now, at);
  }

  /// What the account is worth; empty if something it holds has no price at all, and then nothing
  /// is entered.
  Optional<Money> value(Session now, Instant at) {
    try {
      Money worth = post.books().portfolio().equity(post.market()::lastPrice);
      valued = true;
      return Optional.of(worth);
    } catch (IllegalArgumentException e) {
      valued = false;
      trouble.found(
          Trigger.VALUATION_IMPOSSIBLE, HaltScope.ACCOUNT, now.date(), now.date(), unpriced(e), at);
      return Optional.empty();
    }
  }

  /// Lets wishes be worked, entries too if they may be; a failure is trouble of the account.
  void survive(Session now, Instant at, Consumer<Boolean> work) {
    run(() -> work.accept(gateHolds && valued))
        .ifPresent(failed -> failed(HaltScope.ACCOUNT, now, at, failed));
  }

  /// Lets a strategy decide; a failure is trouble of that strategy, and `otherwise` is done.
  void survive(
      ActiveStrategy strategy, Session now, Instant at, Runnable decide, Runnable otherwise) {
    Optional<Throwable> failed = run(decide);
    if (failed.isPresent()) {
      failed(HaltScope.of(strategy.id()), now, at, failed.get());
      run(otherwise).ifPresent(again -> failed.get().addSuppressed(again));
    }
  }

  private void looksAtDisk(Instant at) {
    host.shortage()
        .get()
        .ifPresent(
            says -> trouble.found(Trigger.DISK_LOW, HaltScope.ACCOUNT, session, session, says, at));
  }

  private String unpriced(IllegalArgumentException thrown) {
    String says =
        Unpriced.says(
            post.books().portfolio(),
            post.market()::lastPrice,
            post.strategies().stream().map(ActiveStrategy::id).collect(Collectors.toSet()));
    return says.isEmpty() ? "" + thrown.getMessage() : says;
  }

  private void compared(Reconciliation reconciliation, Session now, Instant at) {
    List<Difference> found = reconciliation.differences();
    if (!found.isEmpty() && !(found.getFirst() instanceof Difference.Unanswered)) {
      trouble.found(
          Trigger.RECONCILE_MISMATCH,
          HaltScope.ACCOUNT,
          now.date(),
          now.date(),
          String.join("; ", found.stream().map(Difference::says).toList()),
          at);
    }
  }

  private void failed(HaltScope scope, Session now, Instant at, Throwable failed) {
    trouble.found(Trigger.RUNTIME_ERRORS, scope, now.date(), at, "" + failed, at);
  }

  /// What a program of ours or of an author throws; a ledger that cannot be written or believed,
  /// and a file that fails, end everything.
  private static Optional<Throwable> run(Runnable one) {
    try {
      one.run();
      return Optional.empty();
    } catch (LedgerUnavailableException
        | LedgerCorruptException
        | BooksContradictedException
        | UncheckedIOException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(e);
    }
  }
}

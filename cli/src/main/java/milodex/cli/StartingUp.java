package milodex.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import milodex.backtest.RecordedDays;
import milodex.broker.BrokerState;
import milodex.broker.Brokerage;
import milodex.broker.RecordedBroker;
import milodex.execution.ActiveStrategy;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.FactType;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact;
import milodex.ledger.RunnerFact.RehearsalCompleted;
import milodex.ledger.RunnerFact.RunnerStarted;
import milodex.ledger.StartStep;
import milodex.market.NewYork;
import milodex.portfolio.Portfolio;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.SelfProof;
import milodex.sqlite.SqliteLedger;
import milodex.strategy.StrategyId;
import milodex.trading.StartChecks;
import milodex.trading.StartLog;

/// Everything a runner looks at before it does anything, step by step: each is told in one line,
/// and all of them are put on record in the operator's ledger. After one that failed nothing is
/// done and nothing is sent.
///
/// A start that failed is put on record too, with what is known by then of what would start. That
/// the ledger does not take it is said; none is made for it.
final class StartingUp {

  private static final Set<FactType> OF_STARTS =
      Set.of(FactType.RUNNER_STARTED, FactType.REHEARSAL_COMPLETED);

  private final Invocation invocation;
  private final Wiring wiring;
  private final List<StartStep> steps = new ArrayList<>();
  private Optional<String> account = Optional.empty();
  private List<StrategyId> strategies = List.of();
  private Optional<Head> head = Optional.empty();

  StartingUp(Invocation invocation, Wiring wiring) {
    this.invocation = invocation;
    this.wiring = wiring;
  }

  /// What is asked for; an id that is none is not put on record.
  void asked(List<String> ids) {
    strategies = ids.stream().flatMap(id -> parsed(id).stream()).toList();
  }

  /// Takes a step that finds all in order, or throws.
  <T> T step(String name, Callable<T> work, Function<T, String> found) throws Exception {
    T made = opened(name, work);
    take(StartStep.ok(name, found.apply(made)));
    return made;
  }

  /// Does what a later step of this name looks at; if it throws, that step has failed.
  <T> T opened(String name, Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (Exception e) {
      take(StartStep.failed(name, why(e)));
      record(e);
      throw e;
    }
  }

  /// The operator's ledger, as far as it is checked when it is opened.
  void ledger() throws Exception {
    step(
        "ledger",
        () -> {
          try (Ledger ledger = wiring.ledger()) {
            return ledger.head();
          }
        },
        _ -> "its newest events are what was written");
  }

  /// The calendar, for these days and for the time to come.
  void calendar(LocalDate from, LocalDate to) {
    LocalDate today = LocalDate.parse(NewYork.day(invocation.environment().clock().instant()));
    require(
        StartChecks.calendar(from, to, today),
        ExitCode.INVALID,
        "calendar_ends",
        "Choose days that it knows, or install a newer version of Milodex.");
  }

  /// The clock.
  void clock(StartStep step) {
    require(step, ExitCode.UNAVAILABLE, "clock_off", "Set the clock of this machine.");
  }

  /// What would start.
  ///
  /// @param name what the account is called in the ledger
  void of(String name, List<StrategyId> ids) {
    account = Optional.of(name);
    strategies = List.copyOf(ids);
  }

  /// What is started on: the ledger of an account and what its broker knows.
  ///
  /// @param books what the ledger adds up to
  /// @param session in which work begins
  record Grounds(
      AccountFolder folder,
      SqliteLedger ledger,
      Books books,
      BrokerState state,
      RiskPolicy policy,
      LocalDate session) {

    /// What entries wait for; in a rehearsal they wait for nobody.
    List<Alert> alerts() {
      return folder instanceof PaperFolder ? books.alerts().open() : List.of();
    }
  }

  /// The account: its ledger, its broker, both beside each other, the gate over it and what waits
  /// for a person. Then the start is on record.
  void account(Grounds grounds) throws Exception {
    AccountFolder folder = grounds.folder();
    SqliteLedger ledger = grounds.ledger();
    BrokerState state = grounds.state();
    opened(
        "books",
        () -> {
          AccountHalves.requireOneStory(folder, ledger, state);
          return folder;
        });
    Head newest = ledger.head();
    Optional<Head> known = known();
    head = Optional.of(newest);
    require(
        StartChecks.books(newest, known, known.flatMap(one -> ledger.headAt(one.seq()))),
        ExitCode.INTEGRITY,
        "ledger_put_back",
        folder.mend());
    Brokerage broker = new RecordedBroker(Account.SIMULATED, state);
    require(
        StartChecks.broker(broker),
        ExitCode.UNAVAILABLE,
        "broker_unavailable",
        "Give the same command again once it answers.");
    require(
        StartChecks.account(Account.SIMULATED, broker),
        ExitCode.REFUSED,
        "account_mismatch",
        "Trade on the account that the books belong to.");
    Books books = grounds.books();
    if (books.portfolio().equals(Portfolio.EMPTY)) {
      take(StartStep.ok("reconcile", "nothing is booked yet"));
    } else {
      require(
          StartChecks.reconcile(grounds.session(), books, broker),
          ExitCode.UNAVAILABLE,
          "broker_unavailable",
          "Give the same command again once it answers.");
    }
    require(
        StartChecks.gate(SelfProof.of(new RiskGate(grounds.policy()))),
        ExitCode.INTEGRITY,
        "inert_check",
        "See `milodex risk selftest`, and mend configs/risk.yaml.");
    take(StartChecks.incidents(books, grounds.alerts()));
    record();
  }

  /// Puts on record that what was started has come to its end.
  void completed(RehearsalCompleted fact) throws IOException {
    append(fact);
  }

  /// The steps, for programs.
  void addTo(Reply reply) {
    reply
        .data()
        .objects(
            "start_up",
            steps.stream()
                .map(
                    step ->
                        Data.of()
                            .text("step", step.name())
                            .text("outcome", step.outcome().word())
                            .text("found", step.found()))
                .toList());
  }

  /// `2 strategies as frozen (1a2b3c4d, 5e6f7a8b), under risk policy 9c0d1e2f`.
  static String frozen(List<ActiveStrategy> strategies, RiskPolicy policy) {
    return "%s as frozen (%s), under risk policy %s"
        .formatted(
            FactLine.counted(strategies.size(), "strategy", "strategies"),
            strategies.stream()
                .map(one -> one.standing().running().orElseThrow().brief())
                .collect(Collectors.joining(", ")),
            FactLine.brief(policy.fingerprint()));
  }

  /// `23 sessions, 2018-10-01 to 2018-10-31`.
  static String sessions(RecordedDays.Ready days) {
    return "%s, %s to %s"
        .formatted(
            FactLine.counted(days.sessions(), "session", "sessions"),
            days.played().getFirst().date(),
            days.played().getLast().date());
  }

  private void require(StartStep step, ExitCode exit, String code, String next) {
    take(step);
    if (step.outcome() == StartStep.Outcome.FAILED) {
      Failure failure =
          new Failure(
              exit,
              code,
              "Nothing was started.",
              step.found(),
              "Nothing was done and no order was sent.",
              next);
      record(failure);
      throw failure;
    }
  }

  /// Puts a step among those that were taken.
  void take(StartStep step) {
    steps.add(step);
    invocation
        .console()
        .note("%-6s %s: %s".formatted(step.outcome().word(), step.name(), step.found()));
  }

  private Optional<Head> known() {
    try (Ledger facts = new SomeFacts(wiring.ledgerToRead(), OF_STARTS)) {
      return new StartLog(facts, account).known();
    }
  }

  /// Puts a start on record that failed, or says why it is not.
  private void record(Exception failed) {
    try {
      record();
    } catch (RuntimeException | IOException e) {
      failed.addSuppressed(e);
      invocation.console().note("This start is not on record: " + why(e));
    }
  }

  private void record() throws IOException {
    append(new RunnerStarted(account, strategies, head.map(Head::toString), steps));
  }

  private void append(RunnerFact fact) throws IOException {
    try (Ledger facts = new SomeFacts(wiring.ledgerToRead(), OF_STARTS)) {
      Optional<Draft> news = new StartLog(facts, account).news(fact, facts.head().seq() + 1);
      if (news.isPresent()) {
        try (Ledger ledger = wiring.ledger()) {
          ledger.append(invocation.environment().clock().instant(), news.get());
        }
      }
    }
  }

  private static Optional<StrategyId> parsed(String id) {
    try {
      return Optional.of(StrategyId.parse(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String why(Exception thrown) {
    return thrown instanceof Failure failure ? failure.why() : "" + thrown.getMessage();
  }
}

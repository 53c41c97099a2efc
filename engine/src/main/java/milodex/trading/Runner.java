package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import milodex.execution.Books;
import milodex.execution.Difference;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.RunnerFact;
import milodex.ledger.RunnerFact.ClockJumped;
import milodex.ledger.RunnerFact.MomentMissed;
import milodex.ledger.RunnerFact.MomentPassed;
import milodex.ledger.RunnerFact.RunnerStopped;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.strategy.StrategyId;

/// Takes the loop through each moment once, however often the process dies on the way.
///
/// A moment is passed when the ledger says so, after everything due at it is done. One that was
/// left in the middle is gone through again: each of its steps is done once, or is nothing the
/// second time. A session begins once for the account, whichever process comes first; everything
/// else is passed for the strategies of a runner, so that several may run side by side.
public final class Runner {

  private static final Set<FactType> KINDS =
      Set.of(
          FactType.MOMENT_PASSED,
          FactType.MOMENT_MISSED,
          FactType.CLOCK_JUMPED,
          FactType.RUNNER_STOPPED);

  private final Books books;
  private final TradingLoop loop;
  private final List<StrategyId> strategies;
  private final String name;
  private final Map<StrategyId, Way> ways = new HashMap<>();
  private LocalDate begun = LocalDate.MIN;
  private boolean resumed;
  private int jumps;
  private int stops;

  /// How far a strategy has come: the names of the newest session; those before it are over.
  private static final class Way {
    private final Set<String> passed = new HashSet<>();
    private LocalDate newest = LocalDate.MIN;

    void note(LocalDate session, String moment) {
      if (session.isAfter(newest)) {
        newest = session;
        passed.clear();
      }
      passed.add(moment);
    }

    boolean isPast(Moment moment) {
      return moment.session().date().isBefore(newest) || passed.contains(moment.name());
    }
  }

  /// @param ledger that of `books`
  /// @param strategies those of `loop`
  public Runner(Ledger ledger, Books books, TradingLoop loop, List<StrategyId> strategies) {
    this.books = books;
    this.loop = loop;
    this.strategies = List.copyOf(strategies);
    this.name = strategies.stream().map(StrategyId::toString).collect(Collectors.joining(","));
    strategies.forEach(strategy -> ways.put(strategy, new Way()));
    ledger.replay(KINDS, this::note);
    resumed = begun.equals(LocalDate.MIN);
  }

  /// Does what is due at `moment`, unless that has been done; what is over is put on record as
  /// missed.
  ///
  /// The start of a session is never over: what companies did has to be booked. What is worked
  /// within a session is over once it has closed, a decision on its bars once the next ones have,
  /// and the decision on its close once the next session has begun. A pulse leaves no trace, and is
  /// over at once. Before the first moment after others have been passed, work is taken up again;
  /// the start of a session does so itself, once it has booked what the broker has booked by then.
  ///
  /// A session begins only when it can: until then nothing after it may be gone through.
  ///
  /// What was due in a session is over, too, once a later one has begun for the account: shares are
  /// counted as they are there.
  ///
  /// @param now at `moment` or after it
  /// @return whether the next moment may be gone through; if not, this one has to be tried again
  public boolean on(Moment moment, Instant now) {
    return on(moment, now, now);
  }

  /// The same where what happened at a moment is learned later.
  ///
  /// @param now in the time of the exchange, as [#on(Moment, Instant)] has it
  /// @param wall when it is learned, at `now` or after it; by this the moment is late
  public boolean on(Moment moment, Instant now, Instant wall) {
    if (hasPassed(moment)) {
      return true;
    }
    if (!resumed && !(moment instanceof Moment.SessionBegins)) {
      loop.resume(moment.session(), now);
    }
    resumed = true;
    if (moment instanceof Moment.Pulse) {
      if (now.equals(moment.at())) {
        loop.on(moment, now);
      }
      return true;
    }
    if (moment instanceof Moment.SessionBegins begins) {
      return begin(begins, now, wall);
    }
    Optional<String> over = over(moment, now);
    if (over.isEmpty()) {
      loop.on(moment, now);
    }
    LocalDate session = moment.session().date();
    write(
        "moment/" + moment.name() + "/" + name,
        over.<RunnerFact>map(says -> new MomentMissed(session, moment.name(), strategies, says))
            .orElseGet(
                () -> new MomentPassed(session, moment.name(), strategies, late(moment, wall))),
        now);
    return true;
  }

  /// Whether everything due at `moment` was done or missed, whoever did it.
  public boolean hasPassed(Moment moment) {
    return moment instanceof Moment.SessionBegins begins
        ? !begins.session().date().isAfter(begun)
        : ways.values().stream().allMatch(way -> way.isPast(moment));
  }

  /// In what books and broker differed when they were last compared.
  public List<Difference> differences() {
    return loop.differences();
  }

  /// Looks after orders and losses within a session, and works nothing: between two recorded
  /// moments no price is new. It leaves no trace where nothing is wrong.
  ///
  /// @param now while `session` is open, with its start passed
  public void watch(Session session, Instant now) {
    if (!resumed) {
      loop.resume(session, now);
    }
    resumed = true;
    loop.watch(session, now);
  }

  /// Puts on record that time passed otherwise than it was waited for; books and broker are
  /// compared again before anything else is done.
  ///
  /// @param session the one that the next moment belongs to
  /// @param seconds as in [RunnerFact.ClockJumped]
  public void jumped(Session session, long seconds, String says, Instant now) {
    write(
        "jumped/" + (jumps + 1) + "/" + name, new ClockJumped(session.date(), seconds, says), now);
    resumed = false;
  }

  /// Puts on record that the operator stopped this runner before `next`.
  public void stopped(Moment next, Instant now) {
    String says = "controlled stop before " + next.name();
    write("stopped/" + (stops + 1) + "/" + name, new RunnerStopped(strategies, says), now);
  }

  private boolean begin(Moment.SessionBegins moment, Instant now, Instant wall) {
    if (!loop.canBegin(moment.session(), now)) {
      return false;
    }
    loop.on(moment, now);
    LocalDate session = moment.session().date();
    write(
        "moment/" + moment.name(),
        new MomentPassed(session, moment.name(), List.of(), late(moment, wall)),
        now);
    return true;
  }

  private void write(String key, RunnerFact fact, Instant now) {
    books.recordOnce(now, List.of(Draft.of(key, fact)));
    note(fact);
  }

  private static long late(Moment moment, Instant now) {
    return Duration.between(moment.at(), now).toSeconds();
  }

  private Optional<String> over(Moment moment, Instant now) {
    Session session = moment.session();
    if (session.date().isBefore(begun)) {
      return Optional.of("the session of " + begun + " had begun for the account");
    }
    return switch (moment) {
      case Moment.SessionBegins _ -> Optional.empty();
      case Moment.SessionOpens _, Moment.BarsOpen _ ->
          session.isOpenAt(now) || now.equals(moment.at())
              ? Optional.empty()
              : Optional.of("the session had closed");
      case Moment.Pulse _ -> Optional.empty();
      case Moment.BarsClose bars ->
          now.isBefore(bars.at().plus(bars.size().span()))
              ? Optional.empty()
              : Optional.of("the next bar had closed");
      case Moment.SessionCloses _ ->
          now.isBefore(ExchangeCalendar.nyse().next(session.date()).opensAt())
              ? Optional.empty()
              : Optional.of("the next session had opened");
    };
  }

  private void note(Event event) {
    if (event.fact() instanceof RunnerFact fact) {
      note(fact);
    }
  }

  private void note(RunnerFact fact) {
    switch (fact) {
      case MomentPassed passed -> note(passed.session(), passed.moment(), passed.strategies());
      case MomentMissed missed -> note(missed.session(), missed.moment(), missed.strategies());
      case ClockJumped _ -> jumps++;
      case RunnerStopped _ -> stops++;
      case RunnerFact.RunnerStarted _,
          RunnerFact.BooksDiffered _,
          RunnerFact.RehearsalCompleted _ -> {}
    }
  }

  private void note(LocalDate session, String moment, List<StrategyId> whose) {
    if (whose.isEmpty() && session.isAfter(begun)) {
      begun = session;
    }
    for (StrategyId strategy : whose) {
      Optional.ofNullable(ways.get(strategy)).ifPresent(way -> way.note(session, moment));
    }
  }
}

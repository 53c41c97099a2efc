package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import milodex.backtest.PaperWait;
import milodex.cli.Situation.Expected;
import milodex.config.ConfigException;
import milodex.data.DataUnavailableException;
import milodex.data.Settlement;
import milodex.files.ProcessLock;
import milodex.market.ExchangeCalendar;
import milodex.market.NewYork;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.promotion.Stage;
import milodex.strategy.StrategyId;
import milodex.trading.Moment;
import milodex.trading.PaperLog;

/// What the paper account waits for.
///
/// @param next empty: no strategy of it stands at `paper`
/// @param overdue what could be done by now and is not
record PaperStatus(Optional<Expected> next, Optional<Overdue> overdue) {

  /// How long a runner may work on the account without a step before it is told of.
  private static final Duration ALLOWANCE = Duration.ofMinutes(1);

  private static final String TRY =
      "`milodex run daily --all` goes through it, or says what keeps it from that";

  /// That of the operator's own account; empty of a rehearsal, and where nothing was ever traded.
  static Optional<PaperStatus> of(Account account, Situation found, Instant wall) {
    if (account.rehearsal().isPresent() || found.opened().isEmpty()) {
      return Optional.empty();
    }
    List<StrategyId> trading =
        found.promotions().at(Stage.PAPER).stream()
            .filter(id -> found.books().portfolio().book(id).isPresent())
            .toList();
    PaperStatus nothing = new PaperStatus(Optional.empty(), Optional.empty());
    if (trading.isEmpty()) {
      return Optional.of(nothing);
    }
    PaperLog log = PaperMembers.log(account);
    return Optional.of(
        trading.stream()
            .flatMap(id -> log.due(id).stream())
            .min(Comparator.comparing(Session::date))
            .map(
                session ->
                    of(account, trading, log, found.books().portfolio().symbols(), session, wall))
            .orElse(nothing));
  }

  private static PaperStatus of(
      Account account,
      List<StrategyId> trading,
      PaperLog log,
      SortedSet<Symbol> held,
      Session session,
      Instant wall) {
    Instant due = session.closesAt().plus(Settlement.LAG);
    Expected next =
        new Expected(
            "the bars of %s are final: wishes are filled at its open, and strategies decide"
                .formatted(session.date()),
            due);
    Expectation expected =
        new Expectation(new Moment.SessionCloses(session).name(), session.closesAt(), due);
    boolean isLate = !wall.isBefore(due);
    Optional<Overdue> overdue =
        still(account, wall)
            .map(
                runner ->
                    Overdue.still(expected, runner, isLate ? late(session, due, wall) + "; " : ""))
            .or(
                () ->
                    isLate
                        ? Optional.of(late(account, trading, log, held, expected, session, wall))
                        : gone(account, trading));
    return new PaperStatus(Optional.of(next), overdue);
  }

  /// Bars are missing, or nobody goes through them.
  private static Overdue late(
      Account account,
      List<StrategyId> trading,
      PaperLog log,
      SortedSet<Symbol> held,
      Expectation expected,
      Session session,
      Instant wall) {
    boolean isGone = gone(account, trading).isPresent();
    List<StrategyId> waiting =
        trading.stream().filter(id -> log.due(id).equals(Optional.of(session))).toList();
    Lacking lacking = Lacking.of(account, waiting, log, held, session, wall);
    return new Overdue(
        expected,
        isGone,
        Optional.empty(),
        late(session, expected.due(), wall)
            + "; "
            + lacking.says()
            + (isGone ? "; its runner is gone" : ""),
        lacking.action());
  }

  /// What keeps a session from being gone through, once its bars are due.
  ///
  /// @param action what a person has to do
  private record Lacking(String says, String action) {

    /// As `run daily` would find it.
    static Lacking of(
        Account account,
        List<StrategyId> late,
        PaperLog log,
        SortedSet<Symbol> held,
        Session session,
        Instant wall) {
      List<PaperWait> waits;
      Optional<String> commands;
      try {
        PaperMembers members = PaperMembers.of(account.wiring(), late);
        waits = members.waits(account.wiring(), log, held, wall);
        SortedSet<Symbol> needed = members.reads();
        needed.addAll(held);
        commands = NewBars.of(account.wiring(), needed, session.date()).commands();
      } catch (ConfigException | DataUnavailableException e) {
        return new Lacking("whether its bars are stored cannot be told: " + e.getMessage(), TRY);
      }
      String missing =
          waits.stream()
              .flatMap(one -> one.missing().map(lacks -> lacks(one, lacks, late)).stream())
              .collect(Collectors.joining("; "));
      if (missing.isEmpty()) {
        return new Lacking("its bars are stored", TRY);
      }
      List<String> steps = new ArrayList<>();
      if (waits.stream().anyMatch(PaperWait::bad)) {
        steps.add("mend the bars that cannot be believed, `milodex data status`, ");
      }
      commands.ifPresent(
          all -> steps.add("bring in the bars of %s, %s, ".formatted(session.date(), all)));
      return new Lacking(
          missing,
          steps.isEmpty() ? TRY : String.join("", steps) + "then `milodex run daily --all`");
    }
  }

  private static String lacks(PaperWait wait, String missing, List<StrategyId> late) {
    return late.size() == 1 ? missing : wait.strategy() + ": " + missing;
  }

  /// Since when it is late, and what that costs.
  private static String late(Session session, Instant due, Instant wall) {
    Instant opens = ExchangeCalendar.nyse().next(session.date()).opensAt();
    String lost =
        wall.isBefore(opens)
            ? "its decision can be made before %s New York"
            : "its decision is lost, as the next session opened at %s New York";
    return "late since %s New York; %s"
        .formatted(NewYork.minute(due), lost.formatted(NewYork.minute(opens)));
  }

  /// A runner that works on the account and does not get on.
  private static Optional<RunnerProcess> still(Account account, Instant wall) {
    PaperFolder folder = new PaperFolder(account.wiring().workspace());
    return RunnerProcess.of(folder)
        .filter(runner -> runner.isStill(ALLOWANCE, wall) && isHeld(folder.lock()));
  }

  /// A runner that waited for something and is there no more.
  private static Optional<Overdue> gone(Account account, List<StrategyId> trading) {
    PaperFolder folder = new PaperFolder(account.wiring().workspace());
    for (StrategyId id : trading) {
      Optional<Expectation> left = Expectation.read(folder.expected(id));
      if (left.isPresent() && !isHeld(folder.lock(id))) {
        return left.map(Overdue::left);
      }
    }
    return Optional.empty();
  }

  private static boolean isHeld(Path lock) {
    try {
      return ProcessLock.isHeld(lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package milodex.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import milodex.cli.Situation.Expected;
import milodex.config.ConfigException;
import milodex.data.DataUnavailableException;
import milodex.data.Settlement;
import milodex.files.ProcessLock;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.promotion.Stage;
import milodex.strategy.StrategyId;
import milodex.trading.Moment;
import milodex.trading.PaperLog;

/// What the paper account waits for.
///
/// @param next empty: no strategy of it stands at `paper`
/// @param overdue what could be done by now and is not
record PaperStatus(Optional<Expected> next, Optional<Overdue> overdue) {

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
    return Optional.of(
        due(account, trading)
            .map(session -> of(account, trading, session, wall))
            .orElseGet(() -> new PaperStatus(Optional.empty(), Optional.empty())));
  }

  /// The session that comes next for one of them; empty if there is none of them.
  private static Optional<Session> due(Account account, List<StrategyId> trading) {
    if (trading.isEmpty()) {
      return Optional.empty();
    }
    PaperLog log = PaperMembers.log(account);
    return trading.stream()
        .flatMap(id -> log.due(id).stream())
        .min(Comparator.comparing(Session::date));
  }

  private static PaperStatus of(
      Account account, List<StrategyId> trading, Session session, Instant wall) {
    Instant due = session.closesAt().plus(Settlement.LAG);
    Expected next =
        new Expected(
            "the bars of %s are final: wishes are filled at its open, and strategies decide"
                .formatted(session.date()),
            due);
    Expectation expected =
        new Expectation(new Moment.SessionCloses(session).name(), session.closesAt(), due);
    Optional<Overdue> overdue =
        wall.isBefore(due)
            ? gone(account, trading)
            : Optional.of(late(account, trading, session, expected, wall));
    return new PaperStatus(Optional.of(next), overdue);
  }

  /// Bars are missing, or nobody goes through them.
  private static Overdue late(
      Account account,
      List<StrategyId> trading,
      Session session,
      Expectation expected,
      Instant wall) {
    boolean gone = gone(account, trading).isPresent();
    String late = late(session, expected.due(), wall);
    Optional<LocalDate> newest;
    try {
      PaperMembers members = PaperMembers.of(account.wiring(), trading);
      newest = PaperData.newest(account.wiring().paperBars(wall), members);
    } catch (ConfigException | DataUnavailableException e) {
      String why = "; whether its bars are stored cannot be told: " + e.getMessage();
      return new Overdue(expected, gone, Optional.empty(), late + why, TRY);
    }
    if (newest.filter(stored -> !stored.isBefore(session.date())).isEmpty()) {
      return new Overdue(
          expected,
          gone,
          Optional.empty(),
          late + "; its bars are not stored",
          "import the bars of %s, `milodex data import PATH`, then `milodex run daily --all`"
              .formatted(session.date()));
    }
    return new Overdue(
        expected,
        gone,
        Optional.empty(),
        late + (gone ? "; its bars are stored, and its runner is gone" : "; its bars are stored"),
        TRY);
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

  /// A runner that waited for something and is there no more.
  private static Optional<Overdue> gone(Account account, List<StrategyId> trading) {
    PaperFolder folder = new PaperFolder(account.wiring().workspace());
    for (StrategyId id : trading) {
      Optional<Expectation> left = Expectation.read(folder.expected(id));
      if (left.isPresent() && !isHeld(folder, id)) {
        return left.map(Overdue::left);
      }
    }
    return Optional.empty();
  }

  private static boolean isHeld(PaperFolder folder, StrategyId id) {
    try {
      return ProcessLock.isHeld(folder.lock(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

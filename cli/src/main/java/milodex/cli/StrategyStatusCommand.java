package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import milodex.backtest.PaperStanding;
import milodex.data.Settlement;
import milodex.execution.Alert;
import milodex.execution.Books;
import milodex.files.ProcessLock;
import milodex.ledger.Ledger;
import milodex.market.NewYork;
import milodex.market.Session;
import milodex.portfolio.StrategyBook;
import milodex.promotion.PromotionLog;
import milodex.promotion.Stage;
import milodex.risk.Circumstances.Halts;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.trading.PaperLog;

/// How each strategy on paper stands, and what keeps it from trading.
final class StrategyStatusCommand implements Action {

  private List<String> names = new ArrayList<>();

  /// One strategy.
  ///
  /// @param runner who holds its lock; empty: nobody
  /// @param noEntries what stops its entries
  /// @param noExits what stops its exits
  /// @param due the session whose close comes next for it; empty: it was never started
  private record Found(
      StrategyId id,
      Stage stage,
      Optional<String> runner,
      int positions,
      int wishes,
      List<String> noEntries,
      List<String> noExits,
      Optional<Session> due) {}

  @Override
  public String name() {
    return "status";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Say of each strategy on paper who runs it, what stops it, and what it waits for.",
            "Without an ID of all that stand at paper or have traded there. Nothing is written.")
        .words(0, "ID", String.class, "The strategies.", it -> names = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Account account = new Account(invocation, new Wiring(invocation.workspace()), Optional.empty());
    try (Ledger ledger = account.factsToRead(StatusFacts.OF_STATUS)) {
      Books books = account.books(ledger);
      PromotionLog promotions = new PromotionLog(ledger);
      PaperLog log = PaperMembers.log(account);
      List<StrategyId> ids = names.stream().map(StrategyStatusCommand::parsed).distinct().toList();
      List<String> unchecked =
          ids.stream()
              .flatMap(id -> KnownStrategies.require(account.wiring(), ledger, id).stream())
              .toList();
      List<Found> all = new ArrayList<>();
      Collection<StrategyId> chosen = ids.isEmpty() ? onPaper(books, promotions) : ids;
      for (StrategyId id : chosen) {
        all.add(found(account, id, books, promotions, log));
      }
      Reply reply = reply(all).ref("ledger_head", ledger.head().toString());
      unchecked.forEach(why -> reply.warn(KnownStrategies.UNCHECKED, why));
      return reply;
    }
  }

  private static StrategyId parsed(String name) {
    try {
      return StrategyId.parse(name);
    } catch (IllegalArgumentException e) {
      throw KnownStrategies.noId(name, "" + e.getMessage());
    }
  }

  private static SortedSet<StrategyId> onPaper(Books books, PromotionLog promotions) {
    SortedSet<StrategyId> all = new TreeSet<>(books.portfolio().books().keySet());
    all.addAll(promotions.at(Stage.PAPER));
    return all;
  }

  private static Found found(
      Account account, StrategyId id, Books books, PromotionLog promotions, PaperLog log)
      throws IOException {
    Stage stage = promotions.standing(id).stage();
    Halts halts = books.halts().facing(id);
    List<String> noExits = new ArrayList<>();
    halts.account().ifPresent(noExits::add);
    halts.strategy().ifPresent(noExits::add);
    List<String> noEntries = new ArrayList<>(noExits);
    halts.reduceOnly().ifPresent(noEntries::add);
    halts.paused().ifPresent(why -> noEntries.add("paused: " + why));
    conditions(id, books, log).forEach(noEntries::add);
    if (stage != Stage.PAPER) {
      noEntries.add("it stands at " + stage.word());
    }
    PaperFolder folder = new PaperFolder(account.wiring().workspace());
    return new Found(
        id,
        stage,
        ProcessLock.isHeld(folder.lock(id))
            ? Optional.of(ProcessLock.holder(folder.lock(id)))
            : Optional.empty(),
        books.portfolio().book(id).map(StrategyBook::positions).map(held -> held.size()).orElse(0),
        (int)
            books.intents().pending().stream()
                .filter(one -> one.intent().strategy().equals(id))
                .count(),
        noEntries,
        noExits,
        log.due(id));
  }

  /// Alerts that are open, and what the session which is due has opened over.
  private static Stream<String> conditions(StrategyId id, Books books, PaperLog log) {
    Stream<String> open =
        books.alerts().open().stream().filter(one -> one.concerns(id)).map(Alert::reason);
    Stream<String> before =
        log.due(id).stream().flatMap(due -> PaperStanding.conditions(id, books, due).stream());
    return Stream.concat(open, before).distinct();
  }

  private static Reply reply(List<Found> all) {
    String says =
        all.isEmpty()
            ? "No strategy stands at paper."
            : "%s on paper: %d run, entries of %d are stopped."
                .formatted(
                    FactLine.counted(all.size(), "strategy", "strategies"),
                    all.stream().filter(one -> one.runner().isPresent()).count(),
                    all.stream().filter(one -> !one.noEntries().isEmpty()).count());
    Reply reply = Reply.of().say(says);
    all.forEach(one -> reply.strategy(one.id().toString()));
    all.forEach(one -> reply.block(Block.section(one.id().toString(), lines(one))));
    reply.data().objects("strategies", all.stream().map(StrategyStatusCommand::data).toList());
    return reply;
  }

  private static KeyValues lines(Found one) {
    return KeyValues.of()
        .with("Stage", Cell.of(one.stage().word(), Style.ofStage(one.stage().word())))
        .with("Runs", one.runner().map(who -> "in " + who + " New York").orElse("in no process"))
        .with(
            "Holds",
            FactLine.counted(one.positions(), "position", "positions")
                + ", "
                + FactLine.counted(one.wishes(), "wish waits", "wishes wait"))
        .with("Entries", may(one.noEntries()))
        .with("Exits", may(one.noExits()))
        .with("Next", next(one));
  }

  private static Cell may(List<String> stops) {
    return stops.isEmpty()
        ? Cell.of("go on", Style.GOOD)
        : Cell.of("STOPPED: " + String.join("; ", stops), Style.BAD);
  }

  private static String next(Found one) {
    return one.due()
        .map(
            session ->
                "the session of %s, once its bars are final at %s New York"
                    .formatted(session.date(), NewYork.minute(due(session))))
        .orElseGet(
            () ->
                one.stage() == Stage.PAPER
                    ? "nothing: it was never started, `milodex strategy run " + one.id() + "`"
                    : "nothing");
  }

  private static Instant due(Session session) {
    return session.closesAt().plus(Settlement.LAG);
  }

  private static Data data(Found one) {
    Data data =
        Data.of()
            .text("strategy", one.id().toString())
            .text("stage", one.stage().word())
            .count("positions", one.positions())
            .count("wishes", one.wishes())
            .texts("entries_stopped_by", one.noEntries())
            .texts("exits_stopped_by", one.noExits());
    one.runner().ifPresentOrElse(who -> data.text("runner", who), () -> data.absent("runner"));
    one.due()
        .ifPresentOrElse(
            session ->
                data.object(
                    "next",
                    Data.of()
                        .text("session", session.date().toString())
                        .text("due", due(session).toString())),
            () -> data.absent("next"));
    return data;
  }
}

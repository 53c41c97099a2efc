package milodex.trading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.market.BarWindow;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.portfolio.StrategyBook;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import milodex.strategy.StrategyId;

/// Shows a rule the closed bars, and writes its decision and its wishes down.
///
/// A decision on the close of a session is always written down, one on a bar within it where
/// something was wished; the others are added up into one fact at the session's close.
public final class Evaluation {

  /// Why a symbol may not be entered outside the time it belongs to the universe.
  private static final String NOT_A_MEMBER = "not_a_member";

  /// What is written instead of a rule where it failed.
  static final String FAILED = "evaluation_failed";

  /// Sums up a session of which no bar was shown to the rule.
  private static final String NOT_EVALUATED = "not_evaluated";

  private final Books books;
  private final Market market;
  private final Wishes wishes;
  private final Map<StrategyId, Tally> tallies = new HashMap<>();

  Evaluation(Books books, Market market) {
    this.books = books;
    this.market = market;
    this.wishes = new Wishes(market);
  }

  /// The bars of a session: the newest decision, and what was passed over where nothing was wished.
  private static final class Tally {
    private String rule = NOT_EVALUATED;
    private final SortedMap<String, Integer> passedOver = new TreeMap<>();

    void add(Decision decision) {
      rule = decision.rule();
      if (decision.signals().isEmpty()) {
        decision
            .passedOver()
            .forEach((reason, count) -> passedOver.merge(reason, count, Integer::sum));
      }
    }
  }

  /// Lets the strategy decide on the bars that have just closed.
  void evaluate(ActiveStrategy strategy, Session session, Instant now) {
    StrategyBook book = book(strategy);
    Decision decision = strategy.template().decide(observe(market, strategy, book, now));
    if (!strategy.barSize().isIntraday()) {
      Fact fact = onSession(strategy, book, session, decision);
      record(strategy, session, now, decision, Draft.of(key(strategy, session.date()), fact));
      return;
    }
    tallies.computeIfAbsent(strategy.id(), _ -> new Tally()).add(decision);
    if (!decision.signals().isEmpty()) {
      Fact fact = onBar(market, strategy, book, now, decision);
      record(strategy, session, now, decision, Draft.of(key(strategy, now), fact));
    }
  }

  /// Puts on record that the rule failed on the close of a session: it wishes nothing. On a bar
  /// within it nothing is written; the session is summed up as always.
  void fail(ActiveStrategy strategy, Session session, Instant now) {
    if (!strategy.barSize().isIntraday()) {
      write(strategy, session, FAILED, Collections.emptySortedMap(), now);
    }
  }

  /// Adds up what was not written down of a session of bars.
  void conclude(ActiveStrategy strategy, Session session, Instant now) {
    Tally tally = Optional.ofNullable(tallies.remove(strategy.id())).orElseGet(Tally::new);
    write(strategy, session, tally.rule, tally.passedOver, now);
  }

  private void write(
      ActiveStrategy strategy,
      Session session,
      String rule,
      SortedMap<String, Integer> passedOver,
      Instant now) {
    StrategyBook book = book(strategy);
    Fact fact =
        new Fact.StrategyEvaluated(
            strategy.id(),
            session.date(),
            rule,
            book.equity(market::lastPrice),
            book.cash(),
            book.positions().size(),
            List.of(),
            List.of(),
            passedOver);
    books.recordOnce(now, List.of(Draft.of(key(strategy, session.date()), fact)));
  }

  /// What the rule of `strategy` may see of the bars that have closed by `now`.
  public static Observation observe(
      Market market, ActiveStrategy strategy, StrategyBook book, Instant now) {
    Session session = market.session();
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    int lookback = strategy.lookback();
    SortedSet<Symbol> read = read(strategy, book);
    Map<Symbol, BarWindow> windows = HashMap.newHashMap(read.size());
    Map<Symbol, String> barred = new HashMap<>();
    for (Symbol symbol : read) {
      market
          .window(symbol, strategy.barSize(), lookback)
          .ifPresent(window -> windows.put(symbol, window));
      market
          .whyBarred(symbol, strategy.barSize(), lookback)
          .ifPresent(reason -> barred.put(symbol, reason));
    }
    for (Universe.Member member : strategy.universe().members()) {
      if (!member.isMemberOn(session.date())) {
        barred.put(member.symbol(), NOT_A_MEMBER);
      }
    }
    for (Symbol held : book.positions().keySet()) {
      if (!strategy.reads().contains(held)) {
        barred.put(held, NOT_A_MEMBER);
      }
    }
    return new Observation(
        session.date(),
        now,
        strategy.symbols(),
        windows,
        barred,
        book.holdings(entry -> calendar.sessionsBetween(entry, session.date())));
  }

  /// What is written of a decision on a bar within a session.
  ///
  /// @param now when that bar has just closed
  public static Fact.BarEvaluated onBar(
      Market market, ActiveStrategy strategy, StrategyBook book, Instant now, Decision decision) {
    return new Fact.BarEvaluated(
        strategy.id(),
        market.session().date(),
        now,
        strategy.barSize(),
        decision.rule(),
        book.equity(market::lastPrice),
        book.cash(),
        book.positions().size(),
        decision.signals(),
        decision.alternatives(),
        decision.passedOver());
  }

  /// What it may enter or consults, and what it holds: a ticker changes while shares are held.
  private static SortedSet<Symbol> read(ActiveStrategy strategy, StrategyBook book) {
    if (strategy.reads().containsAll(book.positions().keySet())) {
      return strategy.reads();
    }
    SortedSet<Symbol> read = new TreeSet<>(strategy.reads());
    read.addAll(book.positions().keySet());
    return read;
  }

  private Fact onSession(
      ActiveStrategy strategy, StrategyBook book, Session session, Decision decision) {
    return Fact.StrategyEvaluated.of(
        strategy.id(),
        session.date(),
        decision,
        book.equity(market::lastPrice),
        book.cash(),
        book.positions().size());
  }

  private void record(
      ActiveStrategy strategy, Session session, Instant now, Decision decision, Draft evaluated) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(evaluated);
    for (Signal signal : decision.signals()) {
      if (isNew(strategy, signal)) {
        Intent intent = wishes.intent(strategy, signal, session, now);
        drafts.add(
            Draft.then(drafts.size(), "intent/" + intent.id(), new Fact.IntentRecorded(intent)));
      }
    }
    books.recordOnce(now, drafts);
  }

  private static String key(ActiveStrategy strategy, Object when) {
    return "evaluated/" + strategy.id() + "/" + when;
  }

  private StrategyBook book(ActiveStrategy strategy) {
    return books
        .portfolio()
        .book(strategy.id())
        .orElseThrow(() -> new IllegalStateException("no book was opened for " + strategy.id()));
  }

  /// An exit that still waits is not wished for twice.
  private boolean isNew(ActiveStrategy strategy, Signal signal) {
    return switch (signal) {
      case Signal.Exit exit -> !books.intents().isExiting(strategy.id(), exit.symbol());
      case Signal.Enter _ -> true;
    };
  }
}

package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import milodex.ledger.ManifestHash;
import milodex.ledger.Side;
import milodex.market.BarWindow;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.portfolio.StrategyBook;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.Signal;

/// Shows a rule the closed bars, and writes its decision and its wishes down.
final class Evaluation {

  private static final Duration ENTRY_LASTS = Duration.ofMinutes(30);

  /// Why a symbol may not be entered outside the time it belongs to the universe.
  private static final String NOT_A_MEMBER = "not_a_member";

  private final Books books;
  private final Market market;
  private final ExchangeCalendar calendar = ExchangeCalendar.nyse();

  Evaluation(Books books, Market market) {
    this.books = books;
    this.market = market;
  }

  void evaluate(ActiveStrategy strategy, Session session, Instant now) {
    StrategyBook book =
        books
            .portfolio()
            .book(strategy.id())
            .orElseThrow(
                () -> new IllegalStateException("no book was opened for " + strategy.id()));
    Decision decision = strategy.template().decide(observe(strategy, book, session));
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        Draft.of(
            "evaluated/" + strategy.id() + "/" + session.date(),
            evaluated(strategy, book, session, decision)));
    if (!decision.signals().isEmpty()) {
      Session next = calendar.next(session.date());
      for (Signal signal : decision.signals()) {
        if (isNew(strategy, signal)) {
          Intent intent = intent(strategy, signal, session, next);
          drafts.add(
              Draft.then(drafts.size(), "intent/" + intent.id(), new Fact.IntentRecorded(intent)));
        }
      }
    }
    books.record(now, drafts);
  }

  private Observation observe(ActiveStrategy strategy, StrategyBook book, Session session) {
    int lookback = strategy.template().lookback();
    Map<Symbol, BarWindow> windows = new HashMap<>();
    Map<Symbol, String> barred = new HashMap<>();
    for (Symbol symbol : read(strategy, book)) {
      market.window(symbol, lookback).ifPresent(window -> windows.put(symbol, window));
      market.whyBarred(symbol, lookback).ifPresent(reason -> barred.put(symbol, reason));
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
        session.closesAt(),
        strategy.symbols(),
        windows,
        barred,
        book.holdings(entry -> calendar.sessionsBetween(entry, session.date())));
  }

  /// What it may enter or consults, and what it holds: a ticker changes while shares are held.
  private static SortedSet<Symbol> read(ActiveStrategy strategy, StrategyBook book) {
    SortedSet<Symbol> read = new TreeSet<>(strategy.reads());
    read.addAll(book.positions().keySet());
    return read;
  }

  private Fact.StrategyEvaluated evaluated(
      ActiveStrategy strategy, StrategyBook book, Session session, Decision decision) {
    boolean wished = !decision.signals().isEmpty();
    SortedMap<String, Integer> passedOver = new TreeMap<>();
    for (Alternative alternative : decision.alternatives()) {
      passedOver.merge(alternative.reason(), 1, Integer::sum);
    }
    return new Fact.StrategyEvaluated(
        strategy.id(),
        session.date(),
        decision.rule(),
        book.equity(market::lastPrice),
        book.cash(),
        book.positions().size(),
        decision.signals(),
        wished ? decision.alternatives() : List.of(),
        passedOver);
  }

  /// An exit that still waits is not wished for twice.
  private boolean isNew(ActiveStrategy strategy, Signal signal) {
    return switch (signal) {
      case Signal.Exit exit -> !books.intents().isExiting(strategy.id(), exit.symbol());
      case Signal.Enter _ -> true;
    };
  }

  private Intent intent(ActiveStrategy strategy, Signal signal, Session session, Session next) {
    Side side =
        switch (signal) {
          case Signal.Enter _ -> Side.BUY;
          case Signal.Exit _ -> Side.SELL;
        };
    String manifest = strategy.standing().running().map(ManifestHash::brief).orElse("draft");
    Price seen =
        market
            .lastPrice(signal.symbol())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        strategy.id() + " wishes for " + signal.symbol() + ", which has no price"));
    return new Intent(
        strategy.id() + "/" + manifest + "/" + signal.symbol() + "/" + side + "/" + session.date(),
        strategy.id(),
        signal.symbol(),
        side,
        weight(signal),
        amount(signal),
        signal.rule(),
        session.date(),
        next.date(),
        side == Side.BUY ? Optional.of(next.opensAt().plus(ENTRY_LASTS)) : Optional.empty(),
        seen,
        entryFacts(signal));
  }

  private static Fraction weight(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> Fraction.of(enter.weight());
      case Signal.Exit _ -> Fraction.ZERO;
    };
  }

  private static Optional<Money> amount(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> enter.dollars().map(Money::new);
      case Signal.Exit _ -> Optional.empty();
    };
  }

  private static SortedMap<String, Double> entryFacts(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> enter.entryFacts();
      case Signal.Exit _ -> new TreeMap<>();
    };
  }
}

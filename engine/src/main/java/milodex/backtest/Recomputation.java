package milodex.backtest;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.Excerpt;
import milodex.data.Excerpt.Beyond;
import milodex.data.Market;
import milodex.data.MarketHistory;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Fact;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.trading.Evaluation;

/// Makes decisions of a run again, from bars that were altered where they may not matter.
final class Recomputation {

  private final ActiveStrategy strategy;
  private final MarketHistory history;
  private final View view;

  /// The market as it stood when the bars that end at an instant had closed, in a session of
  /// `history`, by its index.
  @FunctionalInterface
  interface View {
    Market at(MarketHistory history, int session, Instant at);
  }

  /// What is done to the bars beyond those a decision may depend on, and which promise is broken
  /// if it then differs; a fault is looked for in this order.
  private enum Altered {
    NOTHING(Proof.Kind.DETERMINISM, Beyond.KEPT, Beyond.KEPT, "from the same bars and holdings"),
    FUTURE_CUT(
        Proof.Kind.LOOKAHEAD, Beyond.KEPT, Beyond.CUT, "with all bars after this close cut off"),
    FUTURE_POISONED(
        Proof.Kind.LOOKAHEAD, Beyond.KEPT, Beyond.POISONED, "with wrong bars after this close"),
    PAST_CUT(
        Proof.Kind.WARM_UP,
        Beyond.CUT,
        Beyond.CUT,
        "without the bars older than those it may read"),
    PAST_POISONED(
        Proof.Kind.WARM_UP,
        Beyond.POISONED,
        Beyond.POISONED,
        "with wrong bars before those it may read");

    private final Proof.Kind breaks;
    private final Beyond past;
    private final Beyond future;
    private final String says;

    Altered(Proof.Kind breaks, Beyond past, Beyond future, String says) {
      this.breaks = breaks;
      this.past = past;
      this.future = future;
      this.says = says;
    }
  }

  /// A promise that a decision broke.
  record Fault(Proof.Kind kind, Proof.Failure failure) {}

  /// @param strategy as it is called within the run
  Recomputation(ActiveStrategy strategy, MarketHistory history, View view) {
    this.strategy = strategy;
    this.history = history;
    this.view = view;
  }

  /// Makes decisions again until one differs.
  ///
  /// @param done told after each
  Recomputed all(List<Taken> chosen, Runnable done) {
    int decisions = 0;
    Optional<Fault> fault = Optional.empty();
    for (Taken taken : chosen) {
      if (fault.isEmpty()) {
        decisions++;
        fault = fault(taken);
        done.run();
      }
    }
    return new Recomputed(decisions, fault);
  }

  private Optional<Fault> fault(Taken taken) {
    return taken.fact().map(fact -> fault(taken, fact)).orElseGet(() -> faultOfQuiet(taken));
  }

  /// On a quiet bar the same bars must leave the rule quiet again; what it then passes over is what
  /// would have been written, and is tried like what was.
  private Optional<Fault> faultOfQuiet(Taken taken) {
    Market market = market(taken, Altered.NOTHING);
    Decision now;
    try {
      now = decide(market, taken);
    } catch (RuntimeException e) {
      return Optional.of(fault(taken, Altered.NOTHING, broke(e)));
    }
    return now.signals().isEmpty()
        ? fault(taken, Evaluation.onBar(market, strategy, taken.book(), taken.at(), now))
        : Optional.of(
            fault(taken, Altered.NOTHING, "nothing wished in the run, now " + now.rule()));
  }

  /// Makes a decision again with everything beyond cut off, and with everything beyond poisoned;
  /// only if it differs it is asked which alteration it does not bear.
  private Optional<Fault> fault(Taken taken, Fact.Evaluated run) {
    return difference(taken, run, Altered.PAST_CUT)
        .or(() -> difference(taken, run, Altered.PAST_POISONED))
        .map(seen -> diagnosed(taken, run).orElse(fault(taken, Altered.NOTHING, seen)));
  }

  private Optional<Fault> diagnosed(Taken taken, Fact.Evaluated run) {
    for (Altered altered : Altered.values()) {
      Optional<String> difference = difference(taken, run, altered);
      if (difference.isPresent()) {
        return Optional.of(fault(taken, altered, difference.get()));
      }
    }
    return Optional.empty();
  }

  private Fault fault(Taken taken, Altered altered, String difference) {
    String says = "decided again%s %s: %s".formatted(minute(taken.at()), altered.says, difference);
    return new Fault(altered.breaks, new Proof.Failure(history.days().date(taken.session()), says));
  }

  /// Of which bar within the session, in New York.
  private String minute(Instant at) {
    return strategy.barSize().isIntraday()
        ? " at " + LocalTime.ofInstant(at, ExchangeCalendar.nyse().zone())
        : "";
  }

  private Optional<String> difference(Taken taken, Fact.Evaluated run, Altered altered) {
    Market market = market(taken, altered);
    try {
      Fact now = run.deciding(decide(market, taken));
      return now.equals(run) ? Optional.empty() : FirstDifference.between(run, now);
    } catch (RuntimeException e) {
      return Optional.of(broke(e));
    }
  }

  private static String broke(RuntimeException e) {
    return "the rule broke with " + e;
  }

  private Market market(Taken taken, Altered altered) {
    MarketHistory bars = excerpt(taken, altered);
    int day = history.days().day(taken.session());
    return view.at(bars, bars.days().firstFrom(day), taken.at());
  }

  private MarketHistory excerpt(Taken taken, Altered altered) {
    Excerpt excerpt = new Excerpt(history, shown(taken), strategy.dailyLookback());
    return strategy.barSize().isIntraday()
        ? excerpt.within(
            taken.session(), taken.at(), strategy.lookback(), altered.past, altered.future)
        : excerpt.around(taken.session(), altered.past, altered.future);
  }

  private SortedSet<Symbol> shown(Taken taken) {
    SortedSet<Symbol> shown = new TreeSet<>(strategy.reads());
    shown.addAll(taken.book().positions().keySet());
    return shown;
  }

  /// By a rule made anew, which remembers nothing.
  private Decision decide(Market market, Taken taken) {
    ActiveStrategy fresh = SimulatedAccount.nameless(strategy);
    return fresh.template().decide(Evaluation.observe(market, fresh, taken.book(), taken.at()));
  }
}

package milodex.backtest;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.StoredBars;
import milodex.execution.ActiveStrategy;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.CorporateAction.Delisting;
import milodex.market.CorporateAction.TickerChange;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// What is stored of one session for one strategy.
sealed interface SessionBars {

  /// How many sessions back a symbol counts as one that trades.
  int RECENT = 5;

  /// Every symbol that traded lately has its bar, and the strategy may decide on them.
  record Whole() implements SessionBars {}

  /// Some have their bar; enough to decide on.
  ///
  /// @param missing those that traded lately and have none
  record Partial(SortedSet<Symbol> missing) implements SessionBars {}

  /// Too few have their bar, or none.
  record Missing(String says) implements SessionBars {}

  /// The bars are there, and nothing may be decided on them.
  record Bad(String says, String next) implements SessionBars {}

  /// What `store` has of `session`.
  ///
  /// That no symbol may be entered is no reason to wait: what is held has to be decided on.
  ///
  /// @param plan of that session alone
  /// @param needed what has to have its bar
  static SessionBars of(
      StoredBars store,
      RehearsalPlan plan,
      ActiveStrategy strategy,
      SortedSet<Symbol> needed,
      Session session) {
    SortedSet<Symbol> missing = missing(store, needed, session);
    SessionBars there = missing.isEmpty() ? new Whole() : new Partial(missing);
    return switch (new Preparer(store.until(session.date())).prepare(plan.alone(strategy))) {
      case Preparation.Ready _ -> there;
      case Preparation.Refused refused ->
          switch (refused.code()) {
            case "bars_end_early", "universe_incomplete" -> new Missing(refused.says());
            case "warm_up_too_short" -> there;
            default -> new Bad(refused.says(), refused.next());
          };
    };
  }

  /// Whether a later session than `session` is stored of any symbol that `strategy` reads.
  static boolean goOn(StoredBars store, ActiveStrategy strategy, Session session) {
    return strategy.reads().stream()
        .flatMap(symbol -> store.stored(symbol, Timeframe.DAY_1).stream())
        .anyMatch(series -> series.last().isAfter(session.date()));
  }

  private static SortedSet<Symbol> missing(
      StoredBars store, SortedSet<Symbol> needed, Session session) {
    DailyMaterial lately =
        DailyMaterial.read(
            store.until(session.date()),
            new DailyMaterial.Reach(needed, session.date(), session.date(), RECENT));
    SortedSet<Symbol> missing = new TreeSet<>();
    lately
        .series()
        .forEach(
            (symbol, bars) -> {
              if (bars.last().isBefore(session.date()) && !hasEnded(lately, symbol, bars)) {
                missing.add(symbol);
              }
            });
    return missing;
  }

  private static boolean hasEnded(DailyMaterial lately, Symbol symbol, BarSeries bars) {
    Optional<CorporateAction> end =
        lately.actions(symbol).stream()
            .filter(action -> action instanceof Delisting || action instanceof TickerChange)
            .filter(action -> !action.exDate().isBefore(bars.last()))
            .findFirst();
    return end.isPresent();
  }
}

package milodex.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// A history around one session: what a decision on its close may depend on as it is, and what
/// lies beyond kept, cut off or poisoned.
///
/// @param symbols those the rule reads; others are left out wherever anything is changed
/// @param lookback closed bars the rule reads
public record Excerpt(MarketHistory history, SortedSet<Symbol> symbols, int lookback) {

  /// Sessions of poison on either side.
  private static final int POISON = 5;

  /// What becomes of the bars beyond those a decision may depend on.
  public enum Beyond {
    KEPT,
    CUT,
    /// As many bars, and none of them true.
    POISONED
  }

  /// A history that agrees with this one from [#firstNeeded] up to `session`, both indexes.
  ///
  /// Its sessions are numbered anew; `session` is found by its date.
  public MarketHistory around(int session, Beyond past, Beyond future) {
    if (past == Beyond.KEPT && future == Beyond.KEPT) {
      return history;
    }
    int needed = firstNeeded(session);
    int newest = history.sessions().size() - 1;
    int from =
        switch (past) {
          case KEPT -> 0;
          case CUT -> needed;
          case POISONED -> Math.max(0, needed - POISON);
        };
    int to =
        switch (future) {
          case KEPT -> newest;
          case CUT -> session;
          case POISONED -> Math.min(newest, session + POISON);
        };
    return told(
        from,
        to,
        past == Beyond.POISONED ? needed : from,
        future == Beyond.POISONED ? session : to);
  }

  /// Index of the oldest session that can matter to a decision on the close of `session`: what
  /// eligibility looks at, and each window with the bar before it, from which dividends count.
  public int firstNeeded(int session) {
    int first = Math.max(0, session + 1 - Eligibility.memory(lookback));
    for (Symbol symbol : symbols) {
      first = Math.min(first, history.track(symbol).map(one -> first(one, session)).orElse(first));
    }
    return first;
  }

  private int first(Track track, int session) {
    int bar = track.barAt(session);
    return bar < 0
        ? session
        : Math.max(0, history.days().lastUpTo(track.series().day()[Math.max(0, bar - lookback)]));
  }

  /// The sessions `[from, to]`, of which only `[firstTrue, lastTrue]` are told as they were.
  private MarketHistory told(int from, int to, int firstTrue, int lastTrue) {
    SessionDays days = history.days();
    LocalDate first = days.date(from);
    LocalDate known = days.date(lastTrue);
    List<BarSeries> series = new ArrayList<>();
    List<CorporateAction> actions = new ArrayList<>();
    for (Symbol symbol : symbols) {
      Optional<Track> track = history.track(symbol);
      if (track.isPresent()) {
        BarSeries bars = track.get().series().between(first, days.date(to));
        if (!bars.isEmpty()) {
          Poison.outside(days.day(firstTrue), days.day(lastTrue), bars);
          series.add(bars);
          known(track.get(), first, known, actions);
        }
      }
    }
    return MarketHistory.laid(
        history.sessions().subList(from, to + 1), days.between(from, to), series, actions);
  }

  /// Adds what was known of a symbol's actions; of those long before, only its end matters still.
  private static void known(
      Track track, LocalDate from, LocalDate last, List<CorporateAction> actions) {
    for (CorporateAction action : track.actions()) {
      boolean matters =
          action instanceof CorporateAction.Delisting || !action.exDate().isBefore(from);
      if (matters && !action.exDate().isAfter(last)) {
        actions.add(action);
      }
    }
  }
}

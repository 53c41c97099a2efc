package milodex.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// A history around one session: what a decision on its close may depend on as it is, and what
/// lies beyond kept, cut off or poisoned.
///
/// @param symbols what the rule is shown; others are left out wherever anything is changed
/// @param lookback closed bars the rule reads
public record Excerpt(MarketHistory history, SortedSet<Symbol> symbols, int lookback) {

  /// Sessions of a poisoned future.
  private static final int POISON = 5;

  /// What becomes of the bars beyond those a decision may depend on.
  public enum Beyond {
    KEPT,
    CUT,
    /// As many bars, and the prices of none of them true.
    POISONED
  }

  /// A history that agrees with this one in all that a decision on the close of `session`, an
  /// index, may depend on.
  ///
  /// Its sessions are numbered anew; `session` is found by its date. A past that is cut begins with
  /// [#firstNeeded]; in one that is poisoned every bar before a window is.
  public MarketHistory around(int session, Beyond past, Beyond future) {
    if (past == Beyond.KEPT && future == Beyond.KEPT) {
      return history;
    }
    return days(session, session, past, future);
  }

  /// The same for a decision on the intraday bars of `session` that had closed by `at`: the daily
  /// bar of that session lies in its future.
  ///
  /// @param window how many intraday bars the rule reads
  public MarketHistory within(int session, Instant at, int window, Beyond past, Beyond future) {
    if (past == Beyond.KEPT && future == Beyond.KEPT) {
      return history;
    }
    MarketHistory days = days(session - 1, session, past, future);
    IntradayHistory bars = history.intraday().orElseThrow();
    List<BarSeries> series = new ArrayList<>();
    SortedMap<Symbol, List<CorporateAction>> actions = new TreeMap<>();
    for (Symbol symbol : symbols) {
      bars.track(symbol).ifPresent(track -> series.add(track.around(at, window, past, future)));
      days.track(symbol).ifPresent(track -> actions.put(symbol, track.actions()));
    }
    return days.with(IntradayHistory.of(bars.size(), series, actions));
  }

  /// @param known index of the newest session whose daily bar may matter
  /// @param session index of the newest session that has begun
  private MarketHistory days(int known, int session, Beyond past, Beyond future) {
    int from = past == Beyond.KEPT ? 0 : firstNeeded(known);
    int newest = history.sessions().size() - 1;
    int to =
        switch (future) {
          case KEPT -> newest;
          case CUT -> session;
          case POISONED -> Math.min(newest, session + POISON);
        };
    LocalDate first = history.days().date(from);
    LocalDate last = history.days().date(future == Beyond.CUT ? known : to);
    LocalDate truth = future == Beyond.KEPT ? last : history.days().date(known);
    LocalDate told = future == Beyond.KEPT ? last : history.days().date(session);
    List<BarSeries> series = new ArrayList<>();
    List<CorporateAction> actions = new ArrayList<>();
    for (Symbol symbol : symbols) {
      Optional<Track> track = history.track(symbol);
      if (track.isPresent()) {
        BarSeries bars = track.get().series().between(first, last);
        if (past == Beyond.POISONED) {
          Poison.before(firstInWindow(track.get(), known), bars);
        }
        Poison.after(truth, bars);
        series.add(bars);
        tell(track.get(), first, told, actions);
      }
    }
    return MarketHistory.laid(
        history.sessions().subList(from, to + 1),
        history.days().between(from, to),
        series,
        actions);
  }

  /// Index of the oldest session that can matter to a decision on the close of `session`: what
  /// eligibility looks at, and each window with the bar before it, from which dividends count.
  public int firstNeeded(int session) {
    int first = Math.max(0, session + 1 - Eligibility.memory(lookback));
    for (Symbol symbol : symbols) {
      int needed = history.track(symbol).map(track -> sessionBefore(track, session)).orElse(first);
      first = Math.min(first, needed);
    }
    return first;
  }

  /// The session of the bar before the window that ends with `session`, or itself if there is
  /// none.
  private int sessionBefore(Track track, int session) {
    int bar = track.barAt(session);
    return bar < 0
        ? session
        : Math.max(0, history.days().lastUpTo(track.series().day()[Math.max(0, bar - lookback)]));
  }

  /// The date of the first bar in the window that ends with `session`; without a window the day
  /// after it.
  private LocalDate firstInWindow(Track track, int session) {
    int bar = track.barAt(session);
    return bar < 0
        ? history.days().date(session).plusDays(1)
        : track.series().session(Math.max(0, bar - lookback + 1));
  }

  /// Adds what was known of a symbol's actions; of those long before, only its end matters still.
  private static void tell(
      Track track, LocalDate first, LocalDate known, List<CorporateAction> actions) {
    for (CorporateAction action : track.actions()) {
      boolean matters =
          switch (action) {
            case CorporateAction.Delisting _, CorporateAction.TickerChange _ -> true;
            case CorporateAction.Split _, CorporateAction.Dividend _, CorporateAction.SpinOff _ ->
                !action.exDate().isBefore(first);
          };
      if (matters && !action.exDate().isAfter(known)) {
        actions.add(action);
      }
    }
  }
}

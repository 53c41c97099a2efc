package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.data.Period;
import milodex.data.SessionDays;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;

/// How much of a period stored bars cover, in sessions of the exchange.
///
/// @param sessions of the period
/// @param covered sessions that have a bar
/// @param gaps what lacks bars, in words; empty if nothing does
record Coverage(int sessions, int covered, List<String> gaps) {

  /// What `stored` covers; after a delisting nothing is missing.
  static Coverage of(Optional<BarSeries> stored, List<CorporateAction> actions, Period period) {
    SessionDays sessions =
        SessionDays.of(ExchangeCalendar.nyse().sessions(period.from(), period.to()));
    Optional<BarSeries> within =
        stored.map(all -> all.between(period.from(), period.to())).filter(bars -> !bars.isEmpty());
    boolean isOver =
        hasEnded(actions) && stored.filter(all -> all.last().isBefore(period.from())).isPresent();
    return within
        .map(bars -> of(bars, actions, sessions))
        .orElseGet(
            () -> new Coverage(sessions.size(), 0, isOver ? List.of() : List.of("no bar at all")));
  }

  private static Coverage of(BarSeries bars, List<CorporateAction> actions, SessionDays sessions) {
    int[] day = bars.day();
    int covered = 0;
    for (int i = 0; i < day.length; i++) {
      covered += (i == 0 || day[i] != day[i - 1]) && sessions.contains(day[i]) ? 1 : 0;
    }
    int first = sessions.firstFrom(day[0]);
    int after = sessions.size() - sessions.firstFrom(day[day.length - 1] + 1);
    int within = sessions.size() - first - after - covered;
    List<String> gaps = new ArrayList<>();
    if (first > 0) {
      gaps.add("none before " + bars.first());
    }
    if (within > 0) {
      gaps.add("none on %d sessions between".formatted(within));
    }
    if (after > 0 && !hasEnded(actions)) {
      gaps.add("none after " + bars.last());
    }
    return new Coverage(sessions.size(), covered, gaps);
  }

  /// Whether it stopped trading under its ticker.
  static boolean hasEnded(List<CorporateAction> actions) {
    return actions.stream()
        .anyMatch(
            one ->
                one instanceof CorporateAction.Delisting
                    || one instanceof CorporateAction.TickerChange);
  }
}

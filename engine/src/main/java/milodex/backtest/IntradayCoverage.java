package milodex.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// On which sessions of a run intraday bars are there.
///
/// @param size of the bars
/// @param sessions how many the run has
/// @param covered how many of them have bars, by symbol
/// @param notEvaluated those without a bar of any symbol: no rule was asked in them
public record IntradayCoverage(
    Timeframe size,
    int sessions,
    SortedMap<Symbol, Integer> covered,
    List<LocalDate> notEvaluated) {

  public IntradayCoverage {
    covered = Collections.unmodifiableSortedMap(new TreeMap<>(covered));
    notEvaluated = List.copyOf(notEvaluated);
  }

  /// How many sessions have bars.
  public int evaluated() {
    return sessions - notEvaluated.size();
  }

  /// The stretches of `run` that have bars: `2011-01-03 to 2011-01-31`.
  List<String> stretches(List<Session> run) {
    List<String> stretches = new ArrayList<>();
    Optional<LocalDate> from = Optional.empty();
    LocalDate to = LocalDate.MIN;
    for (Session session : run) {
      if (!notEvaluated.contains(session.date())) {
        from = from.or(() -> Optional.of(session.date()));
        to = session.date();
      } else if (from.isPresent()) {
        stretches.add(from.get() + " to " + to);
        from = Optional.empty();
      }
    }
    if (from.isPresent()) {
      stretches.add(from.get() + " to " + to);
    }
    return stretches;
  }
}

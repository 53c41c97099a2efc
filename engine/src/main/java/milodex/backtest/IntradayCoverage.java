package milodex.backtest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
}

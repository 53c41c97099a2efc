package milodex.files;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.ActionsImport;
import milodex.data.SeriesImport;

/// What an import did, series by series, and what it refused.
///
/// @param series series that are now stored as offered, by symbol, timeframe, adjustment
/// @param actions symbols whose corporate actions are now stored as offered
/// @param faults broken rows and files, all of them
/// @param disagreements offers that would change what is stored
/// @param provisional sessions whose daily bars were left out because they may still change
public record ImportResult(
    List<SeriesImport> series,
    List<ActionsImport> actions,
    List<CsvFault> faults,
    List<Disagreement> disagreements,
    SortedSet<LocalDate> provisional) {

  public ImportResult {
    series = List.copyOf(series);
    actions = List.copyOf(actions);
    faults = List.copyOf(faults);
    disagreements = List.copyOf(disagreements);
    provisional = Collections.unmodifiableSortedSet(new TreeSet<>(provisional));
  }

  /// Whether all that was offered is stored.
  public boolean isComplete() {
    return faults.isEmpty() && disagreements.isEmpty();
  }

  /// An offer that would change what is stored, and was refused for want of a reason.
  ///
  /// @param what the series or actions concerned: `SPY 1Day raw`, `SPY actions`
  /// @param sessions the sessions that differ
  /// @param says what differs
  public record Disagreement(String what, SortedSet<LocalDate> sessions, String says) {}
}

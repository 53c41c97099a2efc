package milodex.files;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import milodex.data.BarFingerprint;
import milodex.data.StoredSeries;
import milodex.market.Symbol;

/// What an import did, series by series, and what it refused.
///
/// @param series series that are now stored as offered, by symbol, timeframe, adjustment
/// @param actions symbols whose corporate actions are now stored as offered
/// @param faults broken rows and files, all of them
/// @param disagreements offers that would change what is stored
public record ImportResult(
    List<SeriesImport> series,
    List<ActionsImport> actions,
    List<CsvFault> faults,
    List<Disagreement> disagreements) {

  public ImportResult {
    series = List.copyOf(series);
    actions = List.copyOf(actions);
    faults = List.copyOf(faults);
    disagreements = List.copyOf(disagreements);
  }

  /// Whether all that was offered is stored.
  public boolean isComplete() {
    return faults.isEmpty() && disagreements.isEmpty();
  }

  /// What became of an offer.
  public enum Outcome {
    NEW,
    EXTENDED,
    UNCHANGED,
    REVISED
  }

  /// One series taken in.
  ///
  /// @param stored the series as it is stored now
  /// @param rows rows read from files
  /// @param added bars that were not stored before
  /// @param unchanged bars that were stored just so
  /// @param changed sessions whose stored bars were replaced
  /// @param replaced the series as it was stored before; empty if it is new
  public record SeriesImport(
      StoredSeries stored,
      Outcome outcome,
      int rows,
      int added,
      int unchanged,
      int changed,
      Optional<BarFingerprint> replaced) {}

  /// The corporate actions of one symbol taken in.
  ///
  /// @param rows rows read
  /// @param stored actions stored now
  public record ActionsImport(Symbol symbol, Outcome outcome, int rows, int stored) {}

  /// An offer that would change what is stored, and was refused for want of a reason.
  ///
  /// @param what the series or actions concerned: `SPY 1Day raw`, `SPY actions`
  /// @param sessions the sessions that differ
  /// @param says what differs
  public record Disagreement(String what, SortedSet<LocalDate> sessions, String says) {}
}

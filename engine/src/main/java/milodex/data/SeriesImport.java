package milodex.data;

import java.util.Optional;

/// One series that a store took in.
///
/// @param stored the series as it is stored now
/// @param rows bars offered
/// @param added bars that were not stored before
/// @param unchanged bars that were stored just so
/// @param changed sessions whose stored bars were replaced
/// @param replaced the series as it was stored before; empty if it is new
public record SeriesImport(
    StoredSeries stored,
    Intake.Outcome outcome,
    int rows,
    int added,
    int unchanged,
    int changed,
    Optional<BarFingerprint> replaced) {}

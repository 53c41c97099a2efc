package milodex.files;

import java.time.LocalDate;
import java.util.Optional;
import milodex.market.Adjustment;

/// How an import is to be done.
///
/// @param source what the series name as their source, a word of `a-z 0-9 -`
/// @param adjustment what a single daily file is; folders of known names say it themselves
/// @param keepGoing whether sound series are taken in when others are refused
/// @param reviseReason why stored bars or actions may be replaced by ones that differ
/// @param newestFinal the newest session whose daily bar is final; later ones are left out
public record ImportOptions(
    String source,
    Optional<Adjustment> adjustment,
    boolean keepGoing,
    Optional<String> reviseReason,
    Optional<LocalDate> newestFinal) {

  /// All or nothing, nothing stored may change, the source is `csv`.
  public static final ImportOptions STRICT =
      new ImportOptions("csv", Optional.empty(), false, Optional.empty(), Optional.empty());

  /// @throws IllegalArgumentException if `source` breaks the grammar or the reason is blank
  public ImportOptions {
    if (!source.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("'" + source + "' is not a source: use a-z 0-9 -");
    }
    if (reviseReason.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a revision needs a reason");
    }
  }
}

package milodex.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import milodex.data.BarFingerprint;

/// A file that another one has replaced: `SPY_1Day_raw_FINGERPRINT.parquet`.
///
/// @param original what it was called while it was the newest
record RevisionFile(String original, BarFingerprint fingerprint) {

  /// The folder they are kept in, within the store.
  static final String FOLDER = "revisions";

  private static final Pattern NAME = Pattern.compile("(.+)_([0-9a-f]{64})(\\.[a-z]+)");

  /// The revision of a file name; empty if the name is not one of ours.
  static Optional<RevisionFile> parse(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new RevisionFile(parts.group(1) + parts.group(3), new BarFingerprint(parts.group(2))))
        : Optional.empty();
  }

  /// Where it is kept, as seen from the store.
  String path() {
    int end = original.lastIndexOf('.');
    return "%s/%s_%s%s"
        .formatted(FOLDER, original.substring(0, end), fingerprint, original.substring(end));
  }
}

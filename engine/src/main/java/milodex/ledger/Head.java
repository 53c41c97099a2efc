package milodex.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The newest event of a ledger: quoting it later proves that nothing before it was cut or changed.
///
/// @param seq 0 for an empty ledger
/// @param hash 64 hexadecimal digits; all zeros for an empty ledger
public record Head(long seq, String hash) {

  private static final Pattern GRAMMAR = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

  public static final Head EMPTY = new Head(0, "0".repeat(64));

  /// The head written in `text` as `SEQ:HASH`.
  ///
  /// @throws IllegalArgumentException if `text` has another form
  public static Head parse(String text) {
    Matcher parts = GRAMMAR.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not SEQ:HASH with 64 hex digits");
    }
    return new Head(Long.parseLong(parts.group(1)), parts.group(2));
  }

  /// As of every record, but without the time it takes to make that at a start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Head head && head.seq == seq && head.hash.equals(hash);
  }

  @Override
  public int hashCode() {
    return 31 * hash.hashCode() + Long.hashCode(seq);
  }

  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}

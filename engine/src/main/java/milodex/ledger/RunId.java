package milodex.ledger;

import java.util.regex.Pattern;

/// The name of a run: a hash of everything that decides its outcome.
///
/// @param hash 64 lower-case hexadecimal digits, SHA-256
public record RunId(String hash) {

  private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException if `hash` is no SHA-256
  public RunId {
    if (!GRAMMAR.matcher(hash).matches()) {
      throw new IllegalArgumentException("'" + hash + "' is not a run id of 64 hex digits");
    }
  }

  /// The first twelve digits, enough for people.
  public String brief() {
    return hash.substring(0, 12);
  }

  @Override
  public String toString() {
    return hash;
  }
}

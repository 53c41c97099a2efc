package milodex.ledger;

import java.util.regex.Pattern;

/// The name of a manifest: the SHA-256 of its canonical JSON.
///
/// @param hash 64 lower-case hexadecimal digits
public record ManifestHash(String hash) {

  private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{64}");

  /// @throws IllegalArgumentException if `hash` is no SHA-256
  public ManifestHash {
    if (!GRAMMAR.matcher(hash).matches()) {
      throw new IllegalArgumentException("'" + hash + "' is not a manifest hash of 64 hex digits");
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

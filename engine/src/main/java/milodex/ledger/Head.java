package milodex.ledger;

/// The newest event of a ledger: quoting it later proves that nothing before it was cut or changed.
///
/// @param seq 0 for an empty ledger
/// @param hash 64 hexadecimal digits; all zeros for an empty ledger
public record Head(long seq, String hash) {

  public static final Head EMPTY = new Head(0, "0".repeat(64));

  /// The head written in `text` as `SEQ:HASH`.
  ///
  /// @throws IllegalArgumentException if `text` has another form
  public static Head parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("'" + text + "' is not SEQ:HASH with 64 hex digits");
    }
    return new Head(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}

package milodex.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A fact as canonical JSON, and back.
///
/// The keys are the components of its record, sorted. Whole numbers are JSON numbers; decimals,
/// dates, instants and ids are their text; a wish is `{"enter":{..}}` or `{"exit":{..}}`; what is
/// absent is left out.
public final class FactCodec {

  private FactCodec() {}

  /// The canonical JSON of `fact`, in the current version of its type.
  ///
  /// @throws IllegalArgumentException if one of its texts holds half of a surrogate pair
  public static String write(Fact fact) {
    return new String(bytes(fact), UTF_8);
  }

  /// The same text in UTF-8.
  static byte[] bytes(Fact fact) {
    return RecordWriter.write((Record) fact);
  }

  /// The fact that `json` is, stored as `version` of `type`.
  ///
  /// @throws LedgerUnavailableException if this version of Milodex does not know that version
  /// @throws IllegalArgumentException if `json` is no such fact
  public static Fact read(FactType type, int version, String json) {
    if (version != type.version()) {
      throw FactType.unknown(
          "version "
              + version
              + " of '"
              + type.label()
              + "' (the known one is "
              + type.version()
              + ")");
    }
    try {
      return RecordReader.whole(json, type.record());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not a fact of the type " + type.label() + ": " + e.getMessage(), e);
    }
  }
}

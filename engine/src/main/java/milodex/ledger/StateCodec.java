package milodex.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Records of state as JSON, and back: what a fold of a ledger has come to.
///
/// Values are written as in a fact. No version of it is kept readable: such a text lives as long as
/// the program that wrote it.
public final class StateCodec {

  private StateCodec() {}

  /// The JSON of `state`, on one line.
  ///
  /// @throws IllegalArgumentException if it is no record of values that facts are made of
  public static String write(Record state) {
    return new String(RecordWriter.write(state), UTF_8);
  }

  /// The state that `json` is.
  ///
  /// @throws IllegalArgumentException if `json` is no such state
  public static <T extends Record> T read(String json, Class<T> kind) {
    return RecordReader.whole(json, kind);
  }

  /// The part of a state that `kind` has components for.
  ///
  /// @throws IllegalArgumentException if `json` is no such state
  public static <T extends Record> T part(String json, Class<T> kind) {
    return RecordReader.part(json, kind);
  }
}

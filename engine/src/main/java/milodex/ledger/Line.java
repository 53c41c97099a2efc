package milodex.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// An event as one canonical JSON object, whose hash has its place after the cause.
///
/// @param upToHash its text before the hash
/// @param upToPayload its text from there to the payload
/// @param payload the fact's canonical JSON in UTF-8, never changed
/// @param rest its text after the payload
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
record Line(String upToHash, String upToPayload, byte[] payload, String rest) {

  static Line of(Event event) {
    FactType type = FactType.of(event.fact());
    return of(
        event.at().toString(),
        event.cause(),
        event.key(),
        FactCodec.bytes(event.fact()),
        event.seq(),
        type.label(),
        type.version());
  }

  static Line of(Entry entry) {
    return of(
        entry.at(),
        entry.cause(),
        entry.key(),
        entry.payload().getBytes(UTF_8),
        entry.seq(),
        entry.type(),
        entry.version());
  }

  private static Line of(
      String at, long cause, String key, byte[] payload, long seq, String type, int version) {
    StringBuilder upToHash = new StringBuilder("{\"at\":");
    CanonicalJson.text(upToHash, at);
    upToHash.append(",\"cause\":").append(cause);
    StringBuilder upToPayload = new StringBuilder(",\"key\":");
    CanonicalJson.text(upToPayload, key);
    upToPayload.append(",\"payload\":");
    StringBuilder rest = new StringBuilder(",\"seq\":").append(seq).append(",\"type\":");
    CanonicalJson.text(rest, type);
    rest.append(",\"version\":").append(version).append('}');
    return new Line(upToHash.toString(), upToPayload.toString(), payload, rest.toString());
  }

  /// SHA-256 of the hash before it and the line without a hash.
  String hashAfter(String previous) {
    return Sha256.of(
        List.of(
            previous.getBytes(UTF_8),
            upToHash.getBytes(UTF_8),
            upToPayload.getBytes(UTF_8),
            payload,
            rest.getBytes(UTF_8)));
  }

  /// The line with its hash.
  String with(String hash) {
    return upToHash + hashField(hash) + upToPayload + new String(payload, UTF_8) + rest;
  }

  /// Writes the line with its hash, and its end.
  void write(String hash, OutputStream out) throws IOException {
    out.write((upToHash + hashField(hash) + upToPayload).getBytes(UTF_8));
    out.write(payload);
    out.write((rest + '\n').getBytes(UTF_8));
  }

  private static String hashField(String hash) {
    return ",\"hash\":\"" + hash + '"';
  }
}

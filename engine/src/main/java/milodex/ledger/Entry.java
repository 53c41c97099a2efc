package milodex.ledger;

import java.time.DateTimeException;
import java.time.Instant;

/// An event as a ledger stores it: the texts its hash was made of, and the hash.
///
/// @param seq from 1, without gaps
/// @param type the label of the fact's type
/// @param version the version of that type in which `payload` was written
/// @param cause seq of the event that led to it, or 0
/// @param at ISO-8601 instant
/// @param payload the fact's canonical JSON
/// @param hash SHA-256 of the hash before it followed by the canonical JSON of all the rest
public record Entry(
    long seq,
    String type,
    int version,
    String key,
    long cause,
    String at,
    String payload,
    String hash) {

  /// The entry of `event` after the entry whose hash is `previous`.
  static Entry of(Event event, String previous) {
    FactType type = FactType.of(event.fact());
    Entry open =
        new Entry(
            event.seq(),
            type.label(),
            type.version(),
            event.key(),
            event.cause(),
            event.at().toString(),
            FactCodec.write(event.fact()),
            "");
    return open.sealed(open.hashAfter(previous));
  }

  /// The event that was stored.
  ///
  /// @throws LedgerUnavailableException if a newer Milodex wrote it
  /// @throws LedgerCorruptException if the texts are not those of an event
  public Event event() {
    try {
      Fact fact = FactCodec.read(FactType.labelled(type), version, payload);
      return new Event(seq, key, cause, Instant.parse(at), fact);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new LedgerCorruptException(seq, "Event " + seq + " cannot be read: " + e.getMessage());
    }
  }

  /// The hash it must have after the entry whose hash is `previous`.
  String hashAfter(String previous) {
    return Line.of(this).hashAfter(previous);
  }

  /// One canonical JSON object with its hash.
  String line() {
    return Line.of(this).with(hash);
  }

  private Entry sealed(String hash) {
    return new Entry(seq, type, version, key, cause, at, payload, hash);
  }
}

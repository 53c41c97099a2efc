package milodex.ledger;

import java.time.Instant;

/// A fact in its place in the ledger.
///
/// @param seq from 1, without gaps
/// @param cause seq of the event that led to it, or 0
/// @param at when it was appended
public record Event(long seq, String key, long cause, Instant at, Fact fact) {}

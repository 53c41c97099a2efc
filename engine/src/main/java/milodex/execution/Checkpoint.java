package milodex.execution;

import milodex.ledger.Head;

/// What a ledger had added up to at one of its events, so that not all of it has to be read again.
///
/// It is a copy of what the ledger says, to be thrown away at any time.
///
/// @param head the newest event that was folded
/// @param state the books as JSON, as [Books] writes them
public record Checkpoint(Head head, String state) {}

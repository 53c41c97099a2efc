package milodex.ledger;

import java.util.Optional;

/// The hash chain of a ledger, followed from one entry to the next.
public final class Chain {

  private final Optional<Head> known;
  private Head head;

  /// A chain that goes on after `start`.
  ///
  /// @param known a head quoted from this ledger before, which the chain must pass through
  public Chain(Head start, Optional<Head> known) {
    this.head = start;
    this.known = known;
    requireKnown();
  }

  public Head head() {
    return head;
  }

  /// Links a new event to the end of the chain.
  public Entry append(Event event) {
    Entry entry = Entry.of(event, head.hash());
    head = new Head(entry.seq(), entry.hash());
    return entry;
  }

  /// The same where only its line is wanted; its hash is that of the new head.
  Line link(Event event) {
    Line line = Line.of(event);
    head = new Head(event.seq(), line.hashAfter(head.hash()));
    return line;
  }

  /// Checks that a stored entry is the next one, as it was written.
  ///
  /// @throws LedgerCorruptException if entries are missing before it, or it was changed, or it is
  ///     not the one that the known head names
  public void follow(Entry entry) {
    long seq = head.seq() + 1;
    if (entry.seq() != seq) {
      throw corrupt(seq, "event " + seq + " is missing, event " + entry.seq() + " is in its place");
    }
    if (!entry.hash().equals(entry.hashAfter(head.hash()))) {
      throw corrupt(seq, "event " + seq + " or its hash was changed after it was written");
    }
    head = new Head(seq, entry.hash());
    requireKnown();
  }

  /// Checks that nothing was cut off after the last entry.
  ///
  /// @return the newest head
  /// @throws LedgerCorruptException if the known head lies beyond it
  public Head end() {
    if (known.isPresent() && known.get().seq() > head.seq()) {
      long seq = head.seq() + 1;
      throw corrupt(
          seq,
          "it ends before event " + seq + ", but the head " + known.get() + " was quoted from it");
    }
    return head;
  }

  /// The report of a ledger that cannot be trusted from event `seq` on.
  public static LedgerCorruptException corrupt(long seq, String why) {
    return new LedgerCorruptException(
        seq,
        "The ledger cannot be trusted from event "
            + seq
            + " on: "
            + why
            + ". Milodex changed nothing and appends nothing. Keep the file as evidence and go on"
            + " from a copy taken before event "
            + seq
            + ".");
  }

  private void requireKnown() {
    if (known.isPresent() && known.get().seq() == head.seq() && !known.get().equals(head)) {
      throw corrupt(
          head.seq(),
          "the head "
              + known.get()
              + " was quoted from another ledger, its hash here is "
              + head.hash());
    }
  }
}

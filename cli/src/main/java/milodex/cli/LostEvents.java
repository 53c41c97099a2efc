package milodex.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Head;
import milodex.ledger.LedgerCorruptException;
import milodex.ledger.LedgerUnavailableException;
import milodex.sqlite.SqliteLedger;

/// What a ledger tells that its backup does not: what a restore takes out of the books.
final class LostEvents {

  private final String says;
  private final boolean known;
  private final Optional<Head> head;
  private final Counted counted;

  private LostEvents(String says, boolean known, Optional<Head> head, Counted counted) {
    this.says = says;
    this.known = known;
    this.head = head;
    this.counted = counted;
  }

  /// So many events after the backup, and among them.
  private static final class Counted {
    private int events;
    private int orders;
    private int fills;

    void add(Event event) {
      events++;
      orders += event.fact() instanceof Fact.OrderSubmitted ? 1 : 0;
      fills += event.fact() instanceof Fact.FillRecorded ? 1 : 0;
    }

    String says() {
      return "%s after the backup, with %s and %s"
          .formatted(
              FactLine.counted(events, "event", "events"),
              FactLine.counted(orders, "order", "orders"),
              FactLine.counted(fills, "fill", "fills"));
    }
  }

  /// What the ledger in `file` tells beyond `backup`, as far as it can be read.
  static LostEvents of(Path file, Head backup) {
    Counted counted = new Counted();
    if (!Files.exists(file)) {
      return unknown("there is no ledger now, so that it cannot be told", counted);
    }
    try (SqliteLedger ledger = SqliteLedger.openReadOnly(file)) {
      boolean goesOn = ledger.wasAt(backup);
      ledger.replay(goesOn ? backup.seq() : 0, counted::add);
      String says =
          goesOn
              ? counted.says()
              : "the ledger does not go on from the backup: all of its %s"
                  .formatted(FactLine.counted(counted.events, "event", "events"));
      return new LostEvents(says, true, Optional.of(ledger.head()), counted);
    } catch (LedgerCorruptException | LedgerUnavailableException e) {
      return unknown(
          "at least %s; the ledger cannot be read to its end, so that it cannot be told (%s)"
              .formatted(counted.says(), e.getMessage()),
          counted);
    }
  }

  private static LostEvents unknown(String says, Counted counted) {
    return new LostEvents(says, false, Optional.empty(), counted);
  }

  /// In plain words.
  String says() {
    return says;
  }

  /// The newest event of that ledger; empty if there is none, or it cannot be read.
  Optional<Head> head() {
    return head;
  }

  /// For programs.
  Data data() {
    return Data.of()
        .flag("known", known)
        .count("events", counted.events)
        .count("orders", counted.orders)
        .count("fills", counted.fills)
        .text("says", says);
  }
}

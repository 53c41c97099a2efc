package milodex.cli;

import milodex.ledger.CanonicalJson;
import milodex.ledger.Event;
import milodex.ledger.FactCodec;
import milodex.ledger.FactType;

/// An event of a ledger as the data of a JSON reply: all that is stored, and a sentence.
final class EventData {

  private EventData() {}

  static Data of(Event event) {
    return Data.of()
        .count("seq", event.seq())
        .text("at", event.at().toString())
        .text("type", FactType.of(event.fact()).label())
        .text("key", event.key())
        .count("cause", event.cause())
        .text("says", FactLine.of(event.fact()))
        .object("fact", SummaryData.of(CanonicalJson.parse(FactCodec.write(event.fact()))));
  }
}

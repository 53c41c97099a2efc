package milodex.cli;

import java.util.List;
import java.util.Optional;
import milodex.data.BarStore;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Intent;

/// A chain of causes told oldest first, beginning with the bars that were seen.
///
/// @param events from the root to the event that is explained
record Story(List<Event> events, BarStore bars) {

  /// Adds a section for the bars, if a rule saw some, and one for each event.
  void tell(Reply reply) {
    intent().ifPresent(intent -> SeenBars.of(intent, bars).tell(reply));
    for (Event event : events) {
      reply.block(Chapter.of(event));
    }
  }

  Data data() {
    Data data = Data.of().objects("events", events.stream().map(EventData::of).toList());
    intent().ifPresent(intent -> data.object("bars", SeenBars.of(intent, bars).data()));
    return data;
  }

  /// The wish in the chain, if it has one; it names the symbol and the session that was seen.
  private Optional<Intent> intent() {
    return events.stream()
        .map(Event::fact)
        .filter(Fact.IntentRecorded.class::isInstance)
        .map(fact -> ((Fact.IntentRecorded) fact).intent())
        .findFirst();
  }
}

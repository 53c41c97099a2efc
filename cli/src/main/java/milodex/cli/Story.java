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
    intent().ifPresent(intent -> SeenBars.of(intent, bar(), bars).tell(reply));
    for (Event event : events) {
      reply.block(Chapter.of(event));
    }
  }

  Data data() {
    Data data = Data.of().objects("events", events.stream().map(EventData::of).toList());
    intent().ifPresent(intent -> data.object("bars", SeenBars.of(intent, bar(), bars).data()));
    return data;
  }

  /// The bar within a session on whose close the wish was decided, if it was on one.
  private Optional<Fact.BarEvaluated> bar() {
    return events.stream()
        .map(Event::fact)
        .filter(Fact.BarEvaluated.class::isInstance)
        .map(Fact.BarEvaluated.class::cast)
        .findFirst();
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

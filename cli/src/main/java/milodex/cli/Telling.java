package milodex.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.data.ActionsImport;
import milodex.data.FetchLog;
import milodex.data.SeriesImport;
import milodex.data.StoredBars;
import milodex.ledger.DataFact;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.ledger.LedgerUnavailableException;

/// Tells the ledger what a store took in.
final class Telling {

  private final Ledger ledger;
  private final StoredBars store;
  private final RecordedBars bars = new RecordedBars();
  private final RecordedActions actions = new RecordedActions();
  private final FetchLog fetches = new FetchLog();
  private long seen;

  /// Reads what `ledger` says so far.
  Telling(Ledger ledger, StoredBars store) {
    this.ledger = ledger;
    this.store = store;
    catchUp();
  }

  /// What a command took in.
  ///
  /// @param reason why stored bars or actions were replaced, if they were
  /// @param request the request that brought it; empty for files
  record Taken(
      List<SeriesImport> series,
      List<ActionsImport> actions,
      Optional<String> reason,
      Optional<DataFact.BarsFetched> request) {}

  /// What providers were asked for.
  FetchLog fetches() {
    return fetches;
  }

  /// Appends what the ledger lacks; another import may tell of the same bars meanwhile.
  ///
  /// @return how many facts that were
  int tell(Instant at, Taken taken) {
    List<Draft> facts = new ArrayList<>();
    facts.addAll(bars.missing(taken.series, taken.reason, store));
    facts.addAll(actions.missing(taken.actions, taken.reason));
    taken.request.ifPresent(request -> facts.add(draft(request)));
    if (facts.isEmpty()) {
      return 0;
    }
    try {
      ledger.append(at, facts);
      catchUp();
      return facts.size();
    } catch (DuplicateKeyException e) {
      catchUp();
      return tell(at, taken);
    } catch (LedgerUnavailableException e) {
      throw new LedgerUnavailableException(
          "The bars are stored, but the ledger does not tell of them yet; the same command again"
              + " makes up for it. "
              + e.getMessage(),
          e.getCause() == null ? e : e.getCause());
    }
  }

  private Draft draft(DataFact.BarsFetched request) {
    int before = fetches.requests(request.provider(), request.symbol(), request.timeframe());
    return Draft.of(
        "fetched/%s/%s/%s/%d"
            .formatted(request.provider(), request.symbol(), request.timeframe(), before + 1),
        request);
  }

  private void catchUp() {
    ledger.replay(seen, this::accept);
  }

  private void accept(Event event) {
    bars.accept(event);
    actions.accept(event);
    fetches.accept(event);
    seen = event.seq();
  }
}

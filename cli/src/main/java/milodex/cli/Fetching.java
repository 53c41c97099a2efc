package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milodex.data.BarProvider;
import milodex.data.BarStore;
import milodex.data.Fetch;
import milodex.data.Intake.Outcome;
import milodex.data.Period;
import milodex.data.SeriesImport;
import milodex.ledger.Ledger;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.terminal.Progress;

/// A fetch of several symbols: each is stored and told before the next is asked for, so that a
/// fetch that was cut short goes on where it stopped.
record Fetching(Invocation invocation, FetchOptions options) {

  /// What became of one symbol.
  ///
  /// @param asked the period requested; empty if all of it was asked for before
  /// @param coverage what is stored of the period now
  /// @param isShort whether what was requested now did not all come
  record Fetched(
      Symbol symbol, Optional<Period> asked, String outcome, Coverage coverage, boolean isShort) {}

  Reply fetch(List<Symbol> symbols) throws IOException {
    Instant now = invocation.environment().clock().instant();
    Wiring wiring = new Wiring(invocation.workspace());
    Period period = options.period(now);
    BarProvider provider = options.provider(wiring.providers());
    BarStore store = wiring.bars();
    List<Fetched> fetched = new ArrayList<>();
    try (Ledger ledger = wiring.ledger();
        Progress progress = invocation.console().progress("Fetch", symbols.size())) {
      Telling telling = new Telling(ledger, store);
      for (Symbol symbol : symbols) {
        fetched.add(fetch(symbol, period, provider, store, telling));
        progress.advance(1);
      }
      return new FetchReport(provider, period, fetched)
          .reply()
          .ref("ledger_head", ledger.head().toString());
    }
  }

  private Fetched fetch(
      Symbol symbol, Period period, BarProvider provider, BarStore store, Telling telling) {
    Optional<Period> lacking =
        options.again
            ? Optional.of(period)
            : telling.fetches().missing(provider.name(), symbol, options.timeframe, period);
    String outcome =
        lacking.map(asked -> ask(symbol, asked, provider, store, telling)).orElse("asked before");
    Optional<BarSeries> stored = store.load(symbol, options.timeframe, provider.adjustment());
    List<CorporateAction> actions = store.actions(symbol);
    boolean isShort =
        lacking.filter(asked -> !Coverage.of(stored, actions, asked).gaps().isEmpty()).isPresent();
    return new Fetched(symbol, lacking, outcome, Coverage.of(stored, actions, period), isShort);
  }

  private String ask(
      Symbol symbol, Period asked, BarProvider provider, BarStore store, Telling telling) {
    Fetch.Fetched fetched = new Fetch(store, provider).fetch(symbol, options.timeframe, asked);
    telling.tell(
        invocation.environment().clock().instant(),
        new Telling.Taken(
            fetched.bars().stream().toList(),
            fetched.actions().stream().toList(),
            Optional.of("fetched again from " + provider.name() + ", which now delivers others"),
            Optional.of(fetched.request())));
    return fetched
        .bars()
        .map(SeriesImport::outcome)
        .map(Outcome::name)
        .orElse("nothing")
        .toLowerCase(Locale.ROOT);
  }
}

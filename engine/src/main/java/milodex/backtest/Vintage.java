package milodex.backtest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.data.Lineage;
import milodex.data.StoredBars;
import milodex.ledger.CanonicalJson;
import milodex.ledger.ResearchFact;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Whether what runs have read is still what is stored.
///
/// A run names the hash of the bars and corporate actions it read of each symbol; the same hash is
/// computed anew from the store.
public final class Vintage {

  private final StoredBars store;
  private final Map<Read, SortedMap<Symbol, String>> known = new HashMap<>();

  public Vintage(StoredBars store) {
    this.store = store;
  }

  /// What a run read.
  ///
  /// @param named the symbols it names a hash of
  /// @param symbols the symbols its rule reads
  /// @param warmUp the first day it read daily bars of
  private record Read(
      SortedSet<Symbol> named,
      SortedSet<Symbol> symbols,
      Timeframe size,
      int lookback,
      LocalDate warmUp,
      LocalDate from,
      LocalDate to) {}

  /// The symbols whose bars or actions differ from what a finished run has read, those no longer
  /// stored among them; empty if the run did not keep how far back it read.
  public Optional<SortedSet<Symbol>> revised(
      ResearchFact.TrialRegistered registration, RunSummary summary) {
    SortedMap<Symbol, String> then = barsOf(registration);
    return stored(registration, summary)
        .map(
            now -> {
              SortedSet<Symbol> revised = new TreeSet<>(then.keySet());
              revised.removeIf(symbol -> Objects.equals(now.get(symbol), then.get(symbol)));
              return revised;
            });
  }

  /// The hashes of what a finished run has read, made anew from the store; a symbol that is not
  /// stored any more has none. Empty if the run did not keep how far back it read.
  public Optional<SortedMap<Symbol, String>> stored(
      ResearchFact.TrialRegistered registration, RunSummary summary) {
    return summary
        .find("data", "read")
        .map(read -> stored(registration, barsOf(registration), read));
  }

  private SortedMap<Symbol, String> stored(
      ResearchFact.TrialRegistered registration, SortedMap<Symbol, String> then, RunSummary read) {
    SortedSet<Symbol> symbols = new TreeSet<>();
    read.at("symbols").items().forEach(item -> symbols.add(Symbol.of(item.tree().toString())));
    return known.computeIfAbsent(
        new Read(
            new TreeSet<>(then.keySet()),
            symbols,
            Timeframe.parse(read.text("bar_size")),
            read.whole("lookback"),
            LocalDate.parse(read.text("from")),
            registration.from(),
            registration.to()),
        this::hashes);
  }

  private SortedMap<Symbol, String> hashes(Read read) {
    Optional<IntradayMaterial> within =
        read.size.isIntraday()
            ? Optional.of(
                IntradayMaterial.read(
                    store, read.size, read.symbols, read.lookback, read.warmUp, read.from, read.to))
            : Optional.empty();
    SortedMap<Symbol, String> hashes = new TreeMap<>();
    Lineage.read(store, read.named, Timeframe.DAY_1, read.from, read.to)
        .forEach(
            (symbol, company) ->
                hashes.put(
                    symbol,
                    DailyMaterial.hash(
                        company.bars().between(read.warmUp, read.to),
                        company.actions(),
                        read.warmUp,
                        read.to,
                        Material.within(within, symbol))));
    return hashes;
  }

  private static SortedMap<Symbol, String> barsOf(ResearchFact.TrialRegistered registration) {
    SortedMap<Symbol, String> bars = new TreeMap<>();
    if (CanonicalJson.parse(registration.inputs()) instanceof Map<?, ?> inputs
        && inputs.get("bars") instanceof Map<?, ?> hashes) {
      hashes.forEach(
          (symbol, hash) -> bars.put(Symbol.of(symbol.toString()), String.valueOf(hash)));
    }
    return bars;
  }
}

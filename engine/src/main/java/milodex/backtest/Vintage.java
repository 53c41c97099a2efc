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
import milodex.ledger.Fact;
import milodex.market.BarSeries;
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

  /// What a run read: the symbols, the days of the warm-up from, and the period.
  private record Read(SortedSet<Symbol> symbols, LocalDate warmUp, LocalDate from, LocalDate to) {}

  /// The symbols whose bars or actions differ from what a finished run has read, those no longer
  /// stored among them; empty if the run did not keep where its reading began.
  public Optional<SortedSet<Symbol>> revised(
      Fact.TrialRegistered registration, RunSummary summary) {
    return summary
        .find("data", "read_from")
        .map(from -> revised(registration, LocalDate.parse(from.text())));
  }

  private SortedSet<Symbol> revised(Fact.TrialRegistered registration, LocalDate warmUp) {
    SortedMap<Symbol, String> then = barsOf(registration);
    SortedSet<Symbol> symbols = new TreeSet<>(then.keySet());
    SortedMap<Symbol, String> now =
        known.computeIfAbsent(
            new Read(symbols, warmUp, registration.from(), registration.to()), this::hashes);
    symbols.removeIf(symbol -> Objects.equals(now.get(symbol), then.get(symbol)));
    return symbols;
  }

  private SortedMap<Symbol, String> hashes(Read read) {
    SortedMap<Symbol, String> hashes = new TreeMap<>();
    Lineage.read(store, read.symbols, Timeframe.DAY_1, read.from, read.to)
        .forEach(
            (symbol, company) -> {
              BarSeries bars = company.bars().between(read.warmUp, read.to);
              hashes.put(symbol, Material.hash(bars, company.actions(), read.warmUp, read.to));
            });
    return hashes;
  }

  private static SortedMap<Symbol, String> barsOf(Fact.TrialRegistered registration) {
    SortedMap<Symbol, String> bars = new TreeMap<>();
    if (CanonicalJson.parse(registration.inputs()) instanceof Map<?, ?> inputs
        && inputs.get("bars") instanceof Map<?, ?> hashes) {
      hashes.forEach(
          (symbol, hash) -> bars.put(Symbol.of(symbol.toString()), String.valueOf(hash)));
    }
    return bars;
  }
}

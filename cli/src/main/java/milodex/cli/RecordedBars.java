package milodex.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import milodex.data.BarFingerprint;
import milodex.data.Intake.Outcome;
import milodex.data.SeriesImport;
import milodex.data.StoredBars;
import milodex.data.StoredSeries;
import milodex.ledger.DataFact;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Ledger;
import milodex.market.Adjustment;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// What the operator's ledger says of the stored bars, and what it still lacks.
///
/// Whatever an import found, the facts to append follow from what is stored and what the ledger
/// last said of it, so that an import that was cut short between the two is finished by the next.
final class RecordedBars implements Consumer<Event> {

  static final String REASON_LOST = "unknown: an earlier import ended before the ledger was told";

  private final Map<Series, Said> said = new HashMap<>();

  private record Series(Symbol symbol, Timeframe timeframe, Adjustment adjustment) {

    static Series of(StoredSeries stored) {
      return new Series(stored.symbol(), stored.timeframe(), stored.adjustment());
    }
  }

  /// The newest fact about a series.
  ///
  /// @param whole the newest fact that named its range
  private record Said(long seq, String fingerprint, DataFact.BarsImported whole) {}

  /// Reads all that `ledger` says.
  static RecordedBars of(Ledger ledger) {
    RecordedBars recorded = new RecordedBars();
    ledger.replay(recorded);
    return recorded;
  }

  @Override
  public void accept(Event event) {
    if (event.fact() instanceof DataFact.BarsImported fact) {
      said.put(
          new Series(fact.symbol(), fact.timeframe(), fact.adjustment()),
          new Said(event.seq(), fact.fingerprint(), fact));
    } else if (event.fact() instanceof DataFact.BarsRevised fact) {
      said.replaceAll(
          (series, known) ->
              isOf(fact, series) && known.fingerprint.equals(fact.fromFingerprint())
                  ? new Said(event.seq(), fact.toFingerprint(), known.whole)
                  : known);
    }
  }

  private static boolean isOf(DataFact.BarsRevised fact, Series series) {
    return fact.symbol().equals(series.symbol)
        && fact.timeframe() == series.timeframe
        && fact.adjustment().map(one -> one == series.adjustment).orElse(true);
  }

  /// Whether the ledger says anything of this series.
  boolean knows(StoredSeries stored) {
    return said.containsKey(Series.of(stored));
  }

  /// Every series the ledger speaks of that is not among `stored`, by its name.
  List<String> lost(List<StoredSeries> stored) {
    Set<Series> there = stored.stream().map(Series::of).collect(Collectors.toSet());
    return said.keySet().stream()
        .filter(series -> !there.contains(series))
        .map(series -> series.symbol + " " + series.timeframe + " " + series.adjustment)
        .sorted()
        .toList();
  }

  /// Whether the newest that the ledger says of this series is what is stored.
  boolean agrees(StoredSeries stored) {
    return Optional.ofNullable(said.get(Series.of(stored)))
        .filter(known -> known.fingerprint.equals(stored.fingerprint().hex()))
        .isPresent();
  }

  /// The facts the ledger lacks about what an import took.
  ///
  /// @param reason why stored bars were replaced, if they were
  List<Draft> missing(List<SeriesImport> taken, Optional<String> reason, StoredBars store) {
    return taken.stream()
        .filter(one -> !agrees(one.stored()))
        .map(one -> missing(one, reason, store))
        .toList();
  }

  /// The key names the fact it follows: two processes cannot both tell of one change, and bars that
  /// come back after a revision are told of again.
  private Draft missing(SeriesImport taken, Optional<String> reason, StoredBars store) {
    StoredSeries now = taken.stored();
    Said known = said.get(Series.of(now));
    String key =
        "bars/%s/%s/%s/%s/after/%d"
            .formatted(
                now.symbol(),
                now.timeframe(),
                now.adjustment(),
                now.fingerprint(),
                known == null ? 0 : known.seq);
    if (known == null || isLonger(taken, known, store)) {
      return Draft.of(key, imported(now));
    }
    return Draft.because(
        known.seq,
        key,
        new DataFact.BarsRevised(
            now.symbol(),
            now.timeframe(),
            Optional.of(now.adjustment()),
            known.fingerprint,
            now.fingerprint().hex(),
            taken.outcome() == Outcome.REVISED ? reason.orElse(REASON_LOST) : REASON_LOST));
  }

  /// Whether every bar the ledger knew of is still stored just so.
  private static boolean isLonger(SeriesImport taken, Said known, StoredBars store) {
    boolean extended =
        taken.outcome() == Outcome.EXTENDED
            && taken.replaced().map(BarFingerprint::hex).equals(Optional.of(known.fingerprint));
    return extended || isPrefix(known, taken.stored(), store);
  }

  private static boolean isPrefix(Said known, StoredSeries now, StoredBars store) {
    return store
        .load(now.symbol(), now.timeframe(), now.adjustment())
        .map(bars -> bars.between(known.whole.first(), known.whole.last()))
        .filter(bars -> !bars.isEmpty())
        .map(BarFingerprint::of)
        .filter(fingerprint -> fingerprint.hex().equals(known.fingerprint))
        .isPresent();
  }

  private static Fact imported(StoredSeries now) {
    return new DataFact.BarsImported(
        now.symbol(),
        now.timeframe(),
        now.adjustment(),
        now.source(),
        now.first(),
        now.last(),
        now.bars(),
        now.fingerprint().hex());
  }
}

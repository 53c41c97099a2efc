package milodex.cli;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import milodex.data.ActionsImport;
import milodex.data.BarFingerprint;
import milodex.data.Intake.Outcome;
import milodex.ledger.DataFact;
import milodex.ledger.Draft;
import milodex.ledger.Event;
import milodex.ledger.Ledger;
import milodex.market.CorporateAction;
import milodex.market.Symbol;

/// What the operator's ledger says of the stored corporate actions, and what it still lacks.
final class RecordedActions implements Consumer<Event> {

  private final SortedMap<Symbol, Said> said = new TreeMap<>();

  /// The newest fact about the actions of a symbol.
  private record Said(long seq, String fingerprint) {}

  /// Reads all that `ledger` says.
  static RecordedActions of(Ledger ledger) {
    RecordedActions recorded = new RecordedActions();
    ledger.replay(recorded);
    return recorded;
  }

  @Override
  public void accept(Event event) {
    if (event.fact() instanceof DataFact.ActionsImported fact) {
      said.put(fact.symbol(), new Said(event.seq(), fact.fingerprint()));
    } else if (event.fact() instanceof DataFact.ActionsRevised fact) {
      said.put(fact.symbol(), new Said(event.seq(), fact.toFingerprint()));
    }
  }

  /// The symbols whose actions it tells of.
  SortedSet<Symbol> symbols() {
    return new TreeSet<>(said.keySet());
  }

  /// Whether the newest that the ledger says is what is stored; of no actions it says nothing.
  boolean agrees(Symbol symbol, List<CorporateAction> stored) {
    return stored.isEmpty()
        ? !said.containsKey(symbol)
        : isSaid(symbol, BarFingerprint.ofActions(stored));
  }

  /// The facts the ledger lacks about what an import took.
  ///
  /// @param reason why stored actions were replaced, if they were
  List<Draft> missing(List<ActionsImport> taken, Optional<String> reason) {
    return taken.stream()
        .filter(one -> one.stored() > 0 && !isSaid(one.symbol(), one.fingerprint()))
        .map(one -> missing(one, reason))
        .toList();
  }

  private boolean isSaid(Symbol symbol, BarFingerprint fingerprint) {
    return Optional.ofNullable(said.get(symbol))
        .filter(known -> known.fingerprint.equals(fingerprint.hex()))
        .isPresent();
  }

  private Draft missing(ActionsImport taken, Optional<String> reason) {
    Said known = said.get(taken.symbol());
    String key =
        "actions/%s/%s/after/%d"
            .formatted(taken.symbol(), taken.fingerprint(), known == null ? 0 : known.seq);
    if (known == null || isLonger(taken, known)) {
      return Draft.of(
          key,
          new DataFact.ActionsImported(taken.symbol(), taken.stored(), taken.fingerprint().hex()));
    }
    return Draft.because(
        known.seq,
        key,
        new DataFact.ActionsRevised(
            taken.symbol(),
            known.fingerprint,
            taken.fingerprint().hex(),
            taken.outcome() == Outcome.REVISED
                ? reason.orElse(RecordedBars.REASON_LOST)
                : RecordedBars.REASON_LOST));
  }

  /// Whether every action the ledger knew of is still stored just so.
  private static boolean isLonger(ActionsImport taken, Said known) {
    return taken.outcome() == Outcome.EXTENDED
        && taken.replaced().map(BarFingerprint::hex).equals(Optional.of(known.fingerprint));
  }
}

package milodex.strategy.templates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.Reading;
import milodex.strategy.Signal;

/// The common flow of the templates that fill slots: exits first, then the best candidates.
///
/// Every symbol that is held or in the universe is accounted for exactly once: by a signal, or by
/// an alternative with the reason it was passed over.
///
/// @param entry whether a symbol may be bought, and how it ranks
/// @param exits the exit rules of a position; the first that holds names its exit
record SlotFlow(
    EntryTerms terms, EntryRule entry, BiFunction<BarWindow, Holding, List<ExitRule>> exits) {

  Decision decide(Observation seen) {
    Exits leaving = Exits.of(seen, exits);
    List<Signal> signals = new ArrayList<>(leaving.signals());
    List<Alternative> passedOver = new ArrayList<>(leaving.kept());
    Optional<Entry.Rejected> block = block(seen, !signals.isEmpty());
    List<Ranked> candidates = new ArrayList<>();
    for (Symbol symbol : seen.universe()) {
      if (!seen.holdings().containsKey(symbol)) {
        switch (judge(seen, symbol, block)) {
          case Entry.Candidate candidate -> candidates.add(new Ranked(symbol, candidate));
          case Entry.Rejected(String reason, List<Reading> readings) ->
              passedOver.add(new Alternative(symbol, reason, 0, readings));
        }
      }
    }
    fill(terms.slots() - seen.holdings().size(), candidates, signals, passedOver);
    return Decision.of(signals, passedOver);
  }

  /// Why this session has no entries at all.
  private Optional<Entry.Rejected> block(Observation seen, boolean exiting) {
    if (exiting) {
      return Optional.of(Entry.rejected("exits_first"));
    }
    if (seen.holdings().size() >= terms.slots()) {
      return Optional.of(Entry.rejected("no_free_slot"));
    }
    return terms.marketFilter().flatMap(filter -> filter.blocks(seen));
  }

  private Entry judge(Observation seen, Symbol symbol, Optional<Entry.Rejected> block) {
    Optional<String> barred = seen.whyBarred(symbol);
    if (barred.isPresent()) {
      return Entry.rejected(barred.get());
    }
    return block.isPresent() ? block.get() : entry.judge(seen.window(symbol).orElseThrow());
  }

  private void fill(
      int free, List<Ranked> candidates, List<Signal> signals, List<Alternative> passedOver) {
    candidates.sort(Ranked.BEST_FIRST);
    for (int i = 0; i < candidates.size(); i++) {
      Symbol symbol = candidates.get(i).symbol();
      Entry.Candidate candidate = candidates.get(i).candidate();
      int rank = i + 1;
      if (rank <= free) {
        signals.add(
            terms
                .sizing()
                .enter(symbol, candidate.rule(), rank, candidate.readings())
                .carrying(candidate.facts()));
      } else {
        passedOver.add(new Alternative(symbol, "no_free_slot", rank, candidate.readings()));
      }
    }
  }

  private record Ranked(Symbol symbol, Entry.Candidate candidate) {

    static final Comparator<Ranked> BEST_FIRST =
        Comparator.comparing((Ranked ranked) -> ranked.candidate().scores(), Ranked::compare)
            .thenComparing(Ranked::symbol);

    private static int compare(List<Double> one, List<Double> other) {
      for (int i = 0; i < one.size(); i++) {
        int order = Double.compare(one.get(i), other.get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }
  }
}

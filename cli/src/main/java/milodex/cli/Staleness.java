package milodex.cli;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.backtest.Vintage;
import milodex.data.DataUnavailableException;
import milodex.market.Symbol;

/// Whether the bars a run has read were revised since.
///
/// @param revised the symbols whose bars or actions differ now; empty if that cannot be known
record Staleness(Optional<SortedSet<Symbol>> revised) {

  /// That of a run whose bars have just been read.
  static final Staleness NONE = new Staleness(Optional.of(Collections.emptySortedSet()));

  /// That of any run; of bars that cannot be read now it is not known.
  static Staleness of(Runs.Run run, Vintage vintage) {
    try {
      return new Staleness(
          run.completed()
              .flatMap(
                  done -> vintage.revised(run.registration(), RunSummary.parse(done.summary()))));
    } catch (DataUnavailableException e) {
      return new Staleness(Optional.empty());
    }
  }

  boolean isStale() {
    return revised.filter(symbols -> !symbols.isEmpty()).isPresent();
  }

  /// Puts `as_read`, `revised` or `unknown`, and the symbols.
  Data put(Data data) {
    return data.text(
            "bars",
            revised.map(symbols -> symbols.isEmpty() ? "as_read" : "revised").orElse("unknown"))
        .texts("revised", symbols());
  }

  /// Adds to the report of a finished run what became of its bars.
  Reply tell(Reply reply) {
    if (isStale()) {
      reply.warn(
          "stale_evidence",
          "the bars or corporate actions of %s were revised since this run, and its numbers are those of the old ones. Run it again."
              .formatted(String.join(", ", symbols())));
    }
    Data _ = put(reply.data());
    return reply;
  }

  private List<String> symbols() {
    return revised.stream().flatMap(SortedSet::stream).map(Symbol::ticker).toList();
  }
}

package milodex.strategy;

import java.util.List;
import milodex.market.Symbol;

/// A symbol the rule looked at and did not act on.
///
/// @param reason a code in snake case: `rsi_not_below_entry`, `no_free_slot`
/// @param rank place among the candidates, or 0 if it was no candidate
public record Alternative(Symbol symbol, String reason, int rank, List<Reading> readings) {

  public Alternative {
    readings = List.copyOf(readings);
  }

  public static Alternative of(Symbol symbol, String reason, Reading... readings) {
    return new Alternative(symbol, reason, 0, List.of(readings));
  }
}

package milodex.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.market.Symbol;
import milodex.market.Timeframe;

/// Which periods providers were asked for: a fold of the ledger.
public final class FetchLog implements Consumer<Event> {

  private final Map<Source, List<Period>> asked = new HashMap<>();

  private record Source(String provider, Symbol symbol, Timeframe timeframe) {}

  @Override
  public void accept(Event event) {
    if (event.fact() instanceof DataFact.BarsFetched fact) {
      asked
          .computeIfAbsent(
              new Source(fact.provider(), fact.symbol(), fact.timeframe()), _ -> new ArrayList<>())
          .add(new Period(fact.from(), fact.to()));
    }
  }

  /// How often a provider was asked for a symbol.
  public int requests(String provider, Symbol symbol, Timeframe timeframe) {
    return asked(provider, symbol, timeframe).size();
  }

  /// What of `wanted` a provider was not asked for yet, as one stretch; empty if nothing.
  public Optional<Period> missing(
      String provider, Symbol symbol, Timeframe timeframe, Period wanted) {
    List<Period> before = asked(provider, symbol, timeframe);
    LocalDate from = wanted.from();
    for (var one = holding(from, before); one.isPresent(); one = holding(from, before)) {
      from = one.get().to().plusDays(1);
    }
    LocalDate to = wanted.to();
    for (var one = holding(to, before); one.isPresent(); one = holding(to, before)) {
      to = one.get().from().minusDays(1);
    }
    return from.isAfter(to) ? Optional.empty() : Optional.of(new Period(from, to));
  }

  private static Optional<Period> holding(LocalDate day, List<Period> asked) {
    return asked.stream().filter(one -> one.contains(day)).findFirst();
  }

  private List<Period> asked(String provider, Symbol symbol, Timeframe timeframe) {
    return asked.getOrDefault(new Source(provider, symbol, timeframe), List.of());
  }
}

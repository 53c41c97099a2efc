package milodex.portfolio;

import java.util.ArrayList;
import java.util.List;
import milodex.ledger.Event;

/// All closed trades of a ledger, and the books they were closed in: a fold of its events.
///
/// Opening the books anew keeps the trades closed before; a position open then is no closed trade.
///
/// @param portfolio the books now; its positions are the trades still open
/// @param closed in the order they were closed
public record TradeLog(Portfolio portfolio, List<Trade> closed) {

  /// Before the first event.
  public static final TradeLog EMPTY = new TradeLog(Portfolio.EMPTY, List.of());

  public TradeLog {
    closed = List.copyOf(closed);
  }

  /// The log after `event`.
  ///
  /// @throws BooksContradictedException if `event` cannot follow from the ones before it
  public TradeLog apply(Event event) {
    List<Trade> added = new ArrayList<>(0);
    Portfolio after =
        portfolio.apply(
            event,
            (strategy, flat, exit) ->
                added.add(
                    new Trade(
                        closed.size() + added.size() + 1,
                        strategy,
                        flat.symbol(),
                        flat.entry(),
                        exit,
                        flat.bought(),
                        flat.spent(),
                        flat.proceeds(),
                        flat.fees(),
                        flat.dividends())));
    return new TradeLog(after, added.isEmpty() ? closed : joined(added));
  }

  private List<Trade> joined(List<Trade> added) {
    List<Trade> all = new ArrayList<>(closed);
    all.addAll(added);
    return all;
  }
}

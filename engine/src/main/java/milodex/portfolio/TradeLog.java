package milodex.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import milodex.ledger.Event;

/// Reads a ledger and collects its closed trades: `ledger.replay(log)`.
///
/// It grows in place, so that a long ledger costs the same for each event. Opening the books anew
/// keeps the trades closed before; a position open then is no closed trade.
public final class TradeLog implements Consumer<Event> {

  private final List<Trade> closed;
  private Portfolio portfolio;

  /// A log before the first event.
  public TradeLog() {
    this(Portfolio.EMPTY, List.of());
  }

  /// A log that goes on from where another one stood.
  public TradeLog(Portfolio portfolio, List<Trade> closed) {
    this.portfolio = portfolio;
    this.closed = new ArrayList<>(closed);
  }

  /// The books after the last event; their positions are the trades still open.
  public Portfolio portfolio() {
    return portfolio;
  }

  /// The closed trades so far, in the order they were closed.
  public List<Trade> closed() {
    return List.copyOf(closed);
  }

  /// Takes in the next event, or none of it.
  ///
  /// @throws BooksContradictedException if `event` cannot follow from the ones before it
  @Override
  public void accept(Event event) {
    List<Trade> added = new ArrayList<>(0);
    portfolio =
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
    closed.addAll(added);
  }
}

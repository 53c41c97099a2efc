package milodex.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.Fact.TradeMeasured;

/// Reads a ledger and collects its closed trades: `ledger.replay(log)`.
///
/// It grows in place, so that a long ledger costs the same for each event. Opening the books anew
/// keeps the trades closed before; a position open then is no closed trade.
public final class TradeLog implements Consumer<Event> {

  private final List<Trade> closed;
  private Portfolio portfolio;
  private int measured;

  /// A log before the first event.
  public TradeLog() {
    this(Portfolio.EMPTY, List.of());
  }

  /// A log that goes on from where another one stood.
  public TradeLog(Portfolio portfolio, List<Trade> closed) {
    this.portfolio = portfolio;
    this.closed = new ArrayList<>(closed);
    this.measured = (int) closed.stream().filter(one -> one.measured().isPresent()).count();
  }

  /// The books after the last event; their positions are the trades still open.
  public Portfolio portfolio() {
    return portfolio;
  }

  /// The closed trades so far, in the order they were closed.
  public List<Trade> closed() {
    return List.copyOf(closed);
  }

  /// The closed trades that nothing was measured of yet; trades are measured in their order.
  public List<Trade> unmeasured() {
    return measured == closed.size()
        ? List.of()
        : List.copyOf(closed.subList(measured, closed.size()));
  }

  /// Takes in the next event, or none of it.
  ///
  /// @throws BooksContradictedException if `event` cannot follow from the ones before it
  @Override
  public void accept(Event event) {
    if (event.fact() instanceof Fact.BookFact) {
      book(event);
    }
  }

  private void book(Event event) {
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
                        flat.dividends(),
                        Optional.empty())));
    closed.addAll(added);
    if (event.fact() instanceof TradeMeasured found) {
      measure(event.seq(), found);
    }
  }

  private void measure(long seq, TradeMeasured found) {
    if (found.trade() != measured + 1 || found.trade() > closed.size()) {
      throw new BooksContradictedException(
          seq,
          "trade %d of %d was measured after %d".formatted(found.trade(), closed.size(), measured));
    }
    closed.set(measured, closed.get(measured).with(found));
    measured++;
  }
}

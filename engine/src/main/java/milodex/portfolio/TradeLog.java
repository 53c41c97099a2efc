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

  private final int forgotten;
  private final List<Trade> closed;
  private Portfolio portfolio;
  private int measured;

  /// All that what comes next depends on, without the trades that are done with.
  ///
  /// @param count how many trades were closed
  /// @param unmeasured those of them that nothing was measured of yet, the last ones
  public record State(Portfolio portfolio, int count, List<Trade> unmeasured) {
    public State {
      unmeasured = List.copyOf(unmeasured);
    }
  }

  /// A log before the first event.
  public TradeLog() {
    this(Portfolio.EMPTY, List.of());
  }

  /// A log that goes on from where another one stood.
  public TradeLog(Portfolio portfolio, List<Trade> closed) {
    this.forgotten = 0;
    this.portfolio = portfolio;
    this.closed = new ArrayList<>(closed);
    this.measured = (int) closed.stream().filter(one -> one.measured().isPresent()).count();
  }

  /// A log that goes on from where another one stood, and does not know the trades done with.
  public TradeLog(State state) {
    this.forgotten = state.count() - state.unmeasured().size();
    this.portfolio = state.portfolio();
    this.closed = new ArrayList<>(state.unmeasured());
  }

  /// What a log needs to go on from here.
  public State state() {
    return new State(portfolio, count(), unmeasured());
  }

  /// How many trades were closed.
  public int count() {
    return forgotten + closed.size();
  }

  /// Whether it knows every trade that was closed.
  public boolean isWhole() {
    return forgotten == 0;
  }

  /// The books after the last event; their positions are the trades still open.
  public Portfolio portfolio() {
    return portfolio;
  }

  /// The closed trades so far, in the order they were closed.
  ///
  /// @throws IllegalStateException if it does not know them all
  public List<Trade> closed() {
    if (!isWhole()) {
      throw new IllegalStateException(forgotten + " closed trades are not known here");
    }
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
                        count() + added.size() + 1,
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
    int before = forgotten + measured;
    if (found.trade() != before + 1 || found.trade() > count()) {
      throw new BooksContradictedException(
          seq, "trade %d of %d was measured after %d".formatted(found.trade(), count(), before));
    }
    closed.set(measured, closed.get(measured).with(found));
    measured++;
  }
}

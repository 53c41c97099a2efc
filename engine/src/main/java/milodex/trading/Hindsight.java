package milodex.trading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milodex.data.Market;
import milodex.data.PriceRange;
import milodex.execution.Books;
import milodex.ledger.Draft;
import milodex.ledger.Excursion;
import milodex.ledger.Fact;
import milodex.money.Fraction;
import milodex.portfolio.Trade;

/// Looks back on each trade that has been closed: how far it ran for and against its entry price.
///
/// The bars it was held through count whole, and so does the price it was left at.
final class Hindsight {

  private static final String UNKNOWN = "a bar it was held through is missing";

  private final Books books;
  private final Market market;

  Hindsight(Books books, Market market) {
    this.books = books;
    this.market = market;
  }

  /// Records what it finds of each trade that nothing was measured of yet.
  void look(Instant now) {
    for (Trade trade : books.unmeasured()) {
      Optional<Excursion> excursion = excursion(trade);
      books.recordOnce(
          now,
          List.of(
              Draft.because(
                  trade.exit().seq(),
                  "trade/measured/" + trade.number(),
                  new Fact.TradeMeasured(
                      trade.strategy(),
                      trade.symbol(),
                      trade.number(),
                      excursion,
                      excursion.isPresent() ? "" : UNKNOWN))));
    }
  }

  private Optional<Excursion> excursion(Trade trade) {
    Instant entered = books.recordedAt(trade.entry().seq());
    Instant left = books.recordedAt(trade.exit().seq());
    return market.range(trade.symbol(), entered, left).map(range -> excursion(trade, range));
  }

  private static Excursion excursion(Trade trade, PriceRange held) {
    double entry = trade.entryPrice();
    double exit = trade.exitPrice();
    return new Excursion(
        Fraction.of(Math.min(held.low(), exit) / entry - 1),
        Fraction.of(Math.max(held.high(), exit) / entry - 1));
  }
}

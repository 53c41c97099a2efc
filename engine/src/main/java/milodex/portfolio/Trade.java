package milodex.portfolio;

import java.util.Optional;
import milodex.ledger.Excursion;
import milodex.ledger.Fact.TradeMeasured;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// A closed round trip: one symbol of one strategy from flat to flat, however many fills it took.
/// The only definition of a trade; whatever counts trades counts these.
///
/// @param number its place among the closed trades of its ledger, from 1
/// @param entry the first purchase
/// @param exit the event that made it flat
/// @param bought shares bought, in shares of the exit
/// @param spent dollars paid for them, without fees
/// @param proceeds dollars received for them, without fees, fractions paid out included
/// @param fees dollars of commission, both ways
/// @param dividends dollars credited between entry and exit; one paid later is the book's alone
/// @param measured what looking back on it found; empty until then
public record Trade(
    int number,
    StrategyId strategy,
    Symbol symbol,
    Entry entry,
    Exit exit,
    Quantity bought,
    Money spent,
    Money proceeds,
    Money fees,
    Money dividends,
    Optional<TradeMeasured> measured) {

  /// Profit of the price alone, in dollars.
  public Money gross() {
    return proceeds.minus(spent);
  }

  /// Profit with dividends and after fees, in dollars.
  public Money net() {
    return gross().plus(dividends).minus(fees);
  }

  /// Sessions from the entry's to the exit's; both in one session is 0.
  public int sessionsHeld() {
    return ExchangeCalendar.nyse().sessionsBetween(entry.session(), exit.session());
  }

  /// How far it ran while it was held; empty if that is not known.
  public Optional<Excursion> excursion() {
    return measured.flatMap(TradeMeasured::excursion);
  }

  /// Mean price paid, in shares of the exit; for people, never for sums.
  public double entryPrice() {
    return Position.perShare(spent, bought);
  }

  /// Mean price received, in shares of the exit; zero if nothing was; for people, never for sums.
  public double exitPrice() {
    return Position.perShare(proceeds, bought);
  }

  Trade with(TradeMeasured found) {
    return new Trade(
        number,
        strategy,
        symbol,
        entry,
        exit,
        bought,
        spent,
        proceeds,
        fees,
        dividends,
        Optional.of(found));
  }
}

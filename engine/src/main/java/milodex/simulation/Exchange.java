package milodex.simulation;

import java.util.List;
import milodex.broker.FillRule;
import milodex.broker.SimulatedBroker;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Quantity;
import milodex.trading.Moment;

/// The broker's side of the world: it lives on whether or not anybody asks.
record Exchange(SimulatedBroker broker, boolean hasStrangers) {

  /// Whether strangers trade on the account: in a quarter of the seeds, so that in the others
  /// nothing is ever adopted, and no mistake of ours can be taken for theirs.
  static boolean hasStrangers(long seed) {
    return Math.floorMod(seed, 4L) == 0;
  }

  /// How orders are filled: in turn at once, after a rest, and bit by bit.
  static FillRule rule(long seed) {
    return switch ((int) Math.floorMod(seed, 3L)) {
      case 0 -> FillRule.WHOLE;
      case 1 -> FillRule.WHOLE.resting();
      default -> FillRule.WHOLE.resting().ofVolume(Fraction.parse("0.0002"));
    };
  }

  /// Lets a moment pass, in which somebody may trade on the account without us.
  void live(Moment now, Adversary adversary) {
    if (hasStrangers
        && now instanceof Moment.Pulse
        && adversary.strikes(Fault.TRADED_OUTSIDE, "")) {
      List<String> symbols = HostileMarket.SYMBOLS;
      Symbol symbol = Symbol.of(symbols.get(adversary.draw(0, symbols.size())));
      Side side = adversary.draw(0, 2) == 0 ? Side.BUY : Side.SELL;
      broker.tradeOutside(side, symbol, Quantity.of(adversary.draw(1, 40)));
    }
    switch (now) {
      case Moment.SessionBegins _ -> broker.account();
      case Moment.SessionCloses _ -> broker.closeSession();
      case Moment.SessionOpens _, Moment.BarsOpen _, Moment.BarsClose _, Moment.Pulse _ ->
          broker.meetMarket();
    }
  }
}

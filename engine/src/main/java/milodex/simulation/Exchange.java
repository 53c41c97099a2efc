package milodex.simulation;

import milodex.broker.FillRule;
import milodex.broker.SimulatedBroker;
import milodex.money.Fraction;
import milodex.trading.Moment;

/// The broker's side of the world: it lives on whether or not anybody asks.
record Exchange(SimulatedBroker broker) {

  /// How orders are filled: in turn at once, after a rest, and bit by bit.
  static FillRule rule(long seed) {
    return switch ((int) Math.floorMod(seed, 3L)) {
      case 0 -> FillRule.WHOLE;
      case 1 -> FillRule.WHOLE.resting();
      default -> FillRule.WHOLE.resting().ofVolume(Fraction.parse("0.0002"));
    };
  }

  void live(Moment now) {
    switch (now) {
      case Moment.SessionBegins _ -> broker.account();
      case Moment.SessionCloses _ -> broker.closeSession();
      case Moment.SessionOpens _, Moment.BarsOpen _, Moment.BarsClose _, Moment.Pulse _ ->
          broker.meetMarket();
    }
  }
}

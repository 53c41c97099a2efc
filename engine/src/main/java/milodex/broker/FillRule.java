package milodex.broker;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.data.Market;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Quantity;

/// How a simulated broker treats the orders it takes.
///
/// @param atOnce whether an order meets the market as it is taken, and expires if it shows no
///     price; otherwise it rests and meets the market of later moments
/// @param volumeShare how much of one moment's fill there is, as a share of the mean volume of a
///     session, in whole shares, at least one; empty: all of it
/// @param rejected symbols whose orders are rejected
public record FillRule(boolean atOnce, Optional<Fraction> volumeShare, SortedSet<Symbol> rejected) {

  /// Every order is filled whole as it is taken.
  public static final FillRule WHOLE = new FillRule(true, Optional.empty(), new TreeSet<>());

  private static final int VOLUME_SESSIONS = 20;

  /// @throws IllegalArgumentException if `volumeShare` is not above 0
  public FillRule {
    if (volumeShare.isPresent() && volumeShare.get().compareTo(Fraction.ZERO) <= 0) {
      throw new IllegalArgumentException("volumeShare is above 0, not " + volumeShare.get());
    }
    rejected = Collections.unmodifiableSortedSet(new TreeSet<>(rejected));
  }

  /// The same, but that orders rest first.
  public FillRule resting() {
    return new FillRule(false, volumeShare, rejected);
  }

  /// The same, but that a moment fills at most `share` of the mean volume of a session.
  public FillRule ofVolume(Fraction share) {
    return new FillRule(atOnce, Optional.of(share), rejected);
  }

  /// The same, but that orders in `symbol` are rejected.
  public FillRule rejecting(Symbol symbol) {
    SortedSet<Symbol> more = new TreeSet<>(rejected);
    more.add(symbol);
    return new FillRule(atOnce, volumeShare, more);
  }

  /// How much of `remaining` is filled at one moment; nothing where a volume is needed and none is
  /// known.
  Quantity fills(Quantity remaining, Symbol symbol, Market market) {
    if (volumeShare.isEmpty()) {
      return remaining;
    }
    OptionalDouble volume = market.meanVolume(symbol, VOLUME_SESSIONS);
    if (volume.isEmpty()) {
      return Quantity.ZERO;
    }
    long shares = (long) (volume.getAsDouble() * volumeShare.get().toDouble());
    return remaining.min(Quantity.of(Math.max(1, shares)));
  }
}

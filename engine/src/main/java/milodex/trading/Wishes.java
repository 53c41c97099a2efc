package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Intent;
import milodex.ledger.ManifestHash;
import milodex.ledger.Side;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.strategy.Signal;

/// Makes an intent of a wish: when it is to be worked, and when given up.
///
/// A wish on the close of a session is for the next open, an entry for its first half hour. A wish
/// within a session is for the bars that open next, an entry for five minutes and no longer than
/// the session.
final class Wishes {

  private static final Duration ENTRY_LASTS = Duration.ofMinutes(30);
  private static final Duration ENTRY_WITHIN_SESSION_LASTS = Duration.ofMinutes(5);

  private final Market market;
  private final ExchangeCalendar calendar = ExchangeCalendar.nyse();

  Wishes(Market market) {
    this.market = market;
  }

  /// @param session the one that was seen, whole or up to `now`
  Intent intent(ActiveStrategy strategy, Signal signal, Session session, Instant now) {
    Side side =
        switch (signal) {
          case Signal.Enter _ -> Side.BUY;
          case Signal.Exit _ -> Side.SELL;
        };
    String manifest = strategy.standing().running().map(ManifestHash::brief).orElse("draft");
    Object decided = strategy.barSize().isIntraday() ? now : session.date();
    Session works = now.isBefore(session.closesAt()) ? session : calendar.next(session.date());
    return new Intent(
        strategy.id() + "/" + manifest + "/" + signal.symbol() + "/" + side + "/" + decided,
        strategy.id(),
        signal.symbol(),
        side,
        weight(signal),
        amount(signal),
        signal.rule(),
        session.date(),
        works.date(),
        side == Side.BUY ? Optional.of(expiry(strategy, session, works, now)) : Optional.empty(),
        seen(strategy, signal),
        entryFacts(signal));
  }

  private static Instant expiry(
      ActiveStrategy strategy, Session session, Session works, Instant now) {
    if (!strategy.barSize().isIntraday()) {
      return works.opensAt().plus(ENTRY_LASTS);
    }
    Instant soon = now.plus(ENTRY_WITHIN_SESSION_LASTS);
    return soon.isBefore(session.closesAt()) ? soon : session.closesAt();
  }

  private Price seen(ActiveStrategy strategy, Signal signal) {
    return market
        .lastPrice(signal.symbol())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    strategy.id() + " wishes for " + signal.symbol() + ", which has no price"));
  }

  private static Fraction weight(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> Fraction.of(enter.weight());
      case Signal.Exit _ -> Fraction.ZERO;
    };
  }

  private static Optional<Money> amount(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> enter.dollars().map(Money::new);
      case Signal.Exit _ -> Optional.empty();
    };
  }

  private static SortedMap<String, Double> entryFacts(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> enter.entryFacts();
      case Signal.Exit _ -> new TreeMap<>();
    };
  }
}

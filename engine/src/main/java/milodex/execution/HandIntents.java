package milodex.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import milodex.data.Market;
import milodex.ledger.ByHand;
import milodex.ledger.Intent;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.money.Fraction;
import milodex.money.Price;

/// Makes wishes of what the operator asks for.
///
/// A wish for now belongs to the session that is open, one for the next open to the session after
/// it; both are over with that session, a purchase and a sale alike.
final class HandIntents {

  /// What stands in the place of a rule.
  static final String RULE = "operator";

  private final Market market;
  private final ExchangeCalendar calendar = ExchangeCalendar.nyse();

  HandIntents(Market market) {
    this.market = market;
  }

  /// A wish to be worked at once.
  ///
  /// @param number its number among the wishes of the operator
  /// @throws IllegalArgumentException if the symbol has never traded
  Intent now(HandRequest request, ActiveStrategy strategy, int number, Instant now) {
    Session session = market.session();
    boolean isSeen = !now.isBefore(session.closesAt()) || strategy.barSize().isIntraday();
    LocalDate seen = isSeen ? session.date() : calendar.previous(session.date()).date();
    return intent(request, number, session, seen);
  }

  /// A wish to be worked at the next open, which is the next of now: a session that has opened
  /// since the market was last seen is not that.
  ///
  /// @throws IllegalArgumentException if the symbol has never traded
  Intent nextOpen(HandRequest request, int number, Instant now) {
    Session session = market.session();
    Session works = now.isBefore(session.opensAt()) ? session : calendar.next(session.date());
    while (works.opensAt().isBefore(now)) {
      works = calendar.next(works.date());
    }
    return intent(request, number, works, calendar.previous(works.date()).date());
  }

  /// @param seen the session whose close, or a bar of which, is the newest when it is worked
  private Intent intent(HandRequest request, int number, Session works, LocalDate seen) {
    return new Intent(
        "%s/%s/%s/%s/%s/%d"
            .formatted(
                request.strategy(), RULE, request.symbol(), request.side(), works.date(), number),
        request.strategy(),
        request.symbol(),
        request.side(),
        Fraction.ZERO,
        Optional.empty(),
        RULE,
        seen,
        works.date(),
        Optional.of(works.closesAt()),
        price(request, seen),
        Collections.emptySortedMap(),
        Optional.of(new ByHand(request.shares(), request.reason())));
  }

  /// In the shares of the session `seen`, as every wish has it.
  private Price price(HandRequest request, LocalDate seen) {
    Price last =
        market
            .lastPrice(request.symbol())
            .orElseThrow(
                () -> new IllegalArgumentException(request.symbol() + " has never traded"));
    BigDecimal ratio = BigDecimal.ONE;
    if (seen.isBefore(market.session().date())) {
      for (CorporateAction action : market.actions()) {
        if (action instanceof CorporateAction.Split split
            && split.symbol().equals(request.symbol())) {
          ratio = ratio.multiply(split.ratio());
        }
      }
    }
    return ratio.compareTo(BigDecimal.ONE) == 0
        ? last
        : Price.of(last.toDouble() * ratio.doubleValue());
  }
}

package milodex.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.ledger.DataFact;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact;
import milodex.ledger.ResearchFact;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.market.NewYork;

/// Whether two ledgers tell the same story, fact by fact: what was decided, wished, judged, sent,
/// filled and booked, and when. Closing the books is the end of a backtest alone.
///
/// A backtest has no operator. From the first thing on that one did by hand there is nothing to
/// compare with, and what comes after it is neither equal nor different.
///
/// @param compared how many facts are the same, from the first on
/// @param difference the first that is not; empty if there is none
/// @param byHand how many orders an operator wished for or cancelled in the rehearsal
public record Parity(int compared, Optional<String> difference, int byHand) {

  /// Compares a rehearsal with a backtest of the same sessions.
  static Parity of(Ledger rehearsal, Ledger backtest) {
    List<Event> all = trading(rehearsal);
    List<Event> ours = all.stream().takeWhile(event -> !isByHand(event)).toList();
    List<Event> theirs = trading(backtest);
    int byHand = (int) all.stream().filter(Parity::isByHand).count();
    int same = 0;
    while (same < ours.size() && same < theirs.size() && equal(ours.get(same), theirs.get(same))) {
      same++;
    }
    boolean isCut = ours.size() < all.size() && same == ours.size();
    return new Parity(same, isCut ? Optional.empty() : difference(same, ours, theirs), byHand);
  }

  private static boolean isByHand(Event event) {
    return event.fact() instanceof Fact.CancelRequested
        || (event.fact() instanceof Fact.IntentRecorded wish && wish.intent().byHand().isPresent());
  }

  private static Optional<String> difference(int at, List<Event> ours, List<Event> theirs) {
    if (at < ours.size() && at < theirs.size()) {
      return Optional.of(tell(ours.get(at), theirs.get(at)));
    }
    if (at < ours.size()) {
      return Optional.of("only the rehearsal has " + name(ours.get(at)));
    }
    if (at < theirs.size()) {
      return Optional.of("only the backtest has " + name(theirs.get(at)));
    }
    return Optional.empty();
  }

  private static String tell(Event ours, Event theirs) {
    return FactType.of(ours.fact()) == FactType.of(theirs.fact()) && ours.at().equals(theirs.at())
        ? name(ours)
            + ": "
            + FirstDifference.between(theirs.fact(), ours.fact()).orElse("differs unseen")
        : "the rehearsal has " + name(ours) + ", the backtest " + name(theirs);
  }

  private static String name(Event event) {
    return FactType.of(event.fact()).label() + " of " + NewYork.second(event.at()) + " New York";
  }

  private static boolean equal(Event one, Event other) {
    return one.at().equals(other.at()) && one.fact().equals(other.fact());
  }

  private static List<Event> trading(Ledger ledger) {
    List<Event> events = new ArrayList<>();
    ledger.replay(
        event -> {
          if (isTrading(event.fact())) {
            events.add(event);
          }
        });
    return events;
  }

  private static boolean isTrading(Fact fact) {
    return switch (fact) {
      case Fact.BooksClosed _ -> false;
      case Fact.DecisionFact _, Fact.OrderFact _, Fact.BookFact _ -> true;
      case DataFact _, ResearchFact _, PromotionFact _, RiskFact _, RunnerFact _ -> false;
    };
  }
}

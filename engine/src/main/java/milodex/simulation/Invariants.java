package milodex.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.execution.ActiveStrategy;
import milodex.execution.Books;
import milodex.execution.Difference;
import milodex.execution.IntentLog.Pending;
import milodex.execution.Reconciliation;
import milodex.ledger.Chain;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.ledger.FactCodec;
import milodex.ledger.FactType;
import milodex.ledger.HaltMode;
import milodex.ledger.Head;
import milodex.ledger.Ledger;
import milodex.ledger.OrderStatus;
import milodex.ledger.RiskFact;
import milodex.ledger.RunnerFact;
import milodex.ledger.Side;
import milodex.market.Session;
import milodex.risk.Circumstances.SentOrder;

/// What must hold at the end of a life, whatever went wrong in it.
final class Invariants {

  private final List<Event> events;
  private final Books books;
  private final Set<String> byHand;
  private final List<String> broken = new ArrayList<>();

  private Invariants(Ledger ledger) {
    this.events = events(ledger);
    this.books = new Books(ledger);
    this.byHand = byHand(events);
  }

  /// Those that do not hold, in words.
  ///
  /// @param faults that happened
  /// @param market after the last close
  /// @param sessions those lived through
  static List<String> broken(
      Ledger ledger,
      Witness broker,
      List<Struck> faults,
      Market market,
      List<Session> sessions,
      List<ActiveStrategy> strategies) {
    Invariants all = new Invariants(ledger);
    all.theChainIsWhole(ledger.head());
    all.everyFactIsReadBack();
    all.everySubmissionWasApproved();
    all.theBrokerGotNothingUnannounced(broker);
    all.noWishWasOrderedTwice(broker);
    all.nothingLeftAfterItsWishWasOver();
    all.nothingLeftInAHalt();
    all.broken.addAll(CoveredByHand.broken(all.events, all.byHand));
    if (faults.stream().noneMatch(one -> one.fault() == Fault.TRADED_OUTSIDE)) {
      all.nothingWasSoldThatWasNotHeld(broker);
    }
    all.everyOrderCameToAnEnd();
    all.booksEqualTheBroker(broker, sessions.getLast().date());
    all.everyCloseWasDecidedOnOrMissed(sessions, strategies);
    all.noExitIsStranded(market);
    return List.copyOf(all.broken);
  }

  /// How many fills a ledger holds.
  static int fills(Ledger ledger) {
    return (int)
        events(ledger).stream().filter(one -> one.fact() instanceof Fact.FillRecorded).count();
  }

  private void theChainIsWhole(Head head) {
    Chain chain = new Chain(Head.EMPTY, Optional.empty());
    events.forEach(chain::append);
    if (!chain.head().equals(head)) {
      broken.add("the chain ends at %s and not at %s".formatted(chain.head(), head));
    }
  }

  private void everyFactIsReadBack() {
    for (Event event : events) {
      FactType type = FactType.of(event.fact());
      Fact read = FactCodec.read(type, type.version(), FactCodec.write(event.fact()));
      if (!read.equals(event.fact())) {
        broken.add("event %s is read back as another fact".formatted(event.seq()));
      }
    }
  }

  private void everySubmissionWasApproved() {
    for (Event event : events) {
      if (event.fact() instanceof Fact.OrderSubmitted order) {
        boolean approved =
            event.cause() > 0
                && events.get((int) event.cause() - 1).fact() instanceof Fact.ProposalJudged judged
                && judged.approved()
                && judged.intent().equals(order.intent())
                && judged.quantity().equals(order.quantity());
        if (!approved) {
          broken.add("order %s left without a verdict".formatted(order.order()));
        }
      }
    }
  }

  private void theBrokerGotNothingUnannounced(Witness broker) {
    Set<ClientOrderId> submitted = new HashSet<>();
    events.forEach(
        event -> {
          if (event.fact() instanceof Fact.OrderSubmitted order) {
            submitted.add(order.order());
          }
        });
    for (Witness.Seen seen : broker.seen()) {
      if (!submitted.contains(seen.report().order())) {
        broken.add(
            "the broker got %s, which is not in the ledger".formatted(seen.report().order()));
      }
    }
  }

  private void noWishWasOrderedTwice(Witness broker) {
    Map<String, Integer> filled = new HashMap<>();
    Map<String, Integer> bought = new HashMap<>();
    for (Witness.Seen seen : broker.seen()) {
      if (seen.report().side() == Side.BUY) {
        bought.merge(seen.intent(), 1, Integer::sum);
      } else if (seen.report().status() == OrderStatus.FILLED) {
        filled.merge(seen.intent(), 1, Integer::sum);
      }
    }
    bought.forEach(
        (wish, orders) -> {
          if (orders != 1) {
            broken.add("%s was bought %s times".formatted(wish, orders));
          }
        });
    filled.forEach(
        (wish, orders) -> {
          if (orders != 1) {
            broken.add("%s was sold %s times".formatted(wish, orders));
          }
        });
  }

  private void nothingLeftAfterItsWishWasOver() {
    Set<String> over = new HashSet<>();
    for (Event event : events) {
      if (event.fact() instanceof Fact.IntentClosed end) {
        over.add(end.intent());
      } else if (event.fact() instanceof Fact.OrderSubmitted order
          && over.contains(order.intent())) {
        broken.add("order %s left after its wish was over".formatted(order.order()));
      }
    }
  }

  private void nothingLeftInAHalt() {
    Map<String, RiskFact.HaltTripped> open = new HashMap<>();
    for (Event event : events) {
      if (event.fact() instanceof RiskFact.HaltTripped trip) {
        open.put(trip.incident(), trip);
      } else if (event.fact() instanceof RiskFact.HaltReset reset) {
        open.remove(reset.incident());
      } else if (event.fact() instanceof Fact.OrderSubmitted order) {
        for (RiskFact.HaltTripped trip : open.values()) {
          if (stops(trip, order) && !isSaleByHand(order)) {
            broken.add("order %s left in the halt %s".formatted(order.order(), trip.incident()));
          }
        }
      }
    }
  }

  /// The operator's own covered sales go on.
  private boolean isSaleByHand(Fact.OrderSubmitted order) {
    return order.side() == Side.SELL && byHand.contains(order.intent());
  }

  private static boolean stops(RiskFact.HaltTripped trip, Fact.OrderSubmitted order) {
    boolean isItsOwn = trip.scope().strategy().map(order.strategy()::equals).orElse(true);
    return isItsOwn && (trip.mode() == HaltMode.HALT || order.side() == Side.BUY);
  }

  private void nothingWasSoldThatWasNotHeld(Witness broker) {
    for (Witness.Seen seen : broker.seen()) {
      if (seen.report().status() == OrderStatus.REJECTED) {
        broken.add(
            "the broker rejected %s: %s".formatted(seen.report().order(), seen.report().says()));
      }
    }
  }

  private void everyOrderCameToAnEnd() {
    for (SentOrder order : books.orders().working()) {
      broken.add("order %s is still %s".formatted(order.id(), order.status()));
    }
  }

  private void booksEqualTheBroker(Brokerage broker, LocalDate session) {
    Reconciliation reconciliation = new Reconciliation();
    reconciliation.compare(session, books, broker);
    for (Difference difference : reconciliation.differences()) {
      broken.add("books and broker differ: %s".formatted(difference.says()));
    }
  }

  private void everyCloseWasDecidedOnOrMissed(
      List<Session> sessions, List<ActiveStrategy> strategies) {
    Set<String> done = new HashSet<>();
    for (Event event : events) {
      if (event.fact() instanceof Fact.StrategyEvaluated fact) {
        done.add(fact.strategy() + " " + fact.session());
      } else if (event.fact() instanceof RunnerFact.MomentMissed fact
          && fact.moment().endsWith(" closes")) {
        fact.strategies().forEach(strategy -> done.add(strategy + " " + fact.session()));
      }
    }
    for (Session session : sessions) {
      for (ActiveStrategy strategy : strategies) {
        if (!done.contains(strategy.id() + " " + session.date())) {
          broken.add(
              "%s neither decided on the close of %s nor missed it"
                  .formatted(strategy.id(), session.date()));
        }
      }
    }
  }

  /// An exit whose symbol has traded in the last session should have been worked in it, even if not
  /// all of it was filled.
  private void noExitIsStranded(Market market) {
    LocalDate last = market.session().date();
    Set<String> worked = new HashSet<>();
    for (Event event : events) {
      if (event.fact() instanceof Fact.OrderSubmitted order
          && !event.at().isBefore(market.session().opensAt())) {
        worked.add(order.intent());
      }
    }
    for (Pending waiting : books.intents().pending()) {
      boolean overdue =
          waiting.intent().side() == Side.SELL
              && !byHand.contains(waiting.intent().id())
              && !waiting.intent().worksOn().isAfter(last);
      if (overdue
          && !worked.contains(waiting.intent().id())
          && market.price(waiting.intent().symbol()).isPresent()) {
        broken.add("the exit %s still waits".formatted(waiting.intent().id()));
      }
    }
  }

  private static Set<String> byHand(List<Event> events) {
    Set<String> wishes = new HashSet<>();
    for (Event event : events) {
      if (event.fact() instanceof Fact.IntentRecorded wish && wish.intent().byHand().isPresent()) {
        wishes.add(wish.intent().id());
      }
    }
    return wishes;
  }

  private static List<Event> events(Ledger ledger) {
    List<Event> events = new ArrayList<>();
    ledger.replay(events::add);
    return events;
  }
}

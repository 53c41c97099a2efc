package milodex.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.HaltMode;
import milodex.ledger.HaltScope;
import milodex.ledger.OrderStatus;
import milodex.ledger.RiskFact;
import milodex.risk.Circumstances.SentOrder;

/// Stops orders: latch first, then wait for what is on its way, cancel, and verify at the broker.
///
/// Once the latch is in the ledger no verdict made before it can be submitted, since it moves the
/// risk head, and none made after it approves. What was submitted before holds the send lock until
/// it is answered. So after [#trip] has come back with its turn taken, no submission that the halt
/// stops can start or be on its way, in any process. One instance belongs to one thread.
public final class KillSwitch {

  private final Books books;
  private final Optional<Brokerage> brokerage;
  private final SendLock sendLock;

  /// @param brokerage where orders are cancelled; empty if none is attached
  public KillSwitch(Books books, Optional<Brokerage> brokerage, SendLock sendLock) {
    this.books = books;
    this.brokerage = brokerage;
    this.sendLock = sendLock;
  }

  /// Halts `scope`. What is halted there as much or more stays one incident, and is cancelled and
  /// verified again only as long as it was never found that nothing is left.
  ///
  /// @param trigger reason code of what trips it, `operator` for a person
  /// @param says why, with its values
  /// @throws IllegalArgumentException if `trigger` or `says` is blank
  public TripOutcome trip(
      HaltScope scope, HaltMode mode, String trigger, String says, Instant now) {
    HaltLatch.require("trigger", trigger);
    HaltLatch.require("says", says);
    while (true) {
      books.catchUp();
      Optional<Incident> open = books.halts().open(scope, mode);
      if (open.isPresent()) {
        return open.get().isVerified()
            ? new TripOutcome.Verified(open.get(), false, lastSaid(open.get()))
            : pursue(open.get(), false, now);
      }
      Optional<Incident> latched = latch(scope, mode, trigger, says, now);
      if (latched.isPresent()) {
        return pursue(latched.get(), true, now);
      }
    }
  }

  /// Goes on with the halt that a [HaltLatch] has latched: waits, cancels and verifies.
  ///
  /// @throws NoSuchElementException if no incident has this name
  public TripOutcome goOn(String incident, Instant now) {
    books.catchUp();
    return pursue(books.halts().find(incident).orElseThrow(), true, now);
  }

  /// Cancels and verifies again for every open incident that was never found with nothing left.
  public List<TripOutcome> pursue(Instant now) {
    books.catchUp();
    List<TripOutcome> outcomes = new ArrayList<>();
    for (Incident incident : books.halts().open()) {
      if (!incident.isVerified()) {
        outcomes.add(pursue(incident, false, now));
      }
    }
    return outcomes;
  }

  /// Ends the halt of an open incident.
  ///
  /// @throws IllegalArgumentException if `reason` is blank
  public ResetOutcome reset(String incident, String reason, Instant now) {
    HaltLatch.require("reason", reason);
    books.catchUp();
    Optional<Incident> found = books.halts().find(incident);
    if (found.isEmpty()) {
      return new ResetOutcome.Unknown(
          incident, books.halts().open().stream().map(Incident::id).toList());
    }
    if (!found.get().isOpen()) {
      return new ResetOutcome.DoneBefore(found.get());
    }
    boolean done =
        recorded(
            now,
            Draft.because(
                found.get().seq(),
                "halt/reset/" + incident,
                new RiskFact.HaltReset(incident, reason)));
    Incident ended = books.halts().find(incident).orElseThrow();
    return done ? new ResetOutcome.Done(ended) : new ResetOutcome.DoneBefore(ended);
  }

  /// @return empty if another process took the name first
  private Optional<Incident> latch(
      HaltScope scope, HaltMode mode, String trigger, String says, Instant now) {
    String incident = books.halts().nextIncident(now);
    return recorded(
            now, HaltLatch.trip(incident, scope, mode, trigger, says, HaltSnapshot.of(books)))
        ? books.halts().find(incident)
        : Optional.empty();
  }

  private TripOutcome pursue(Incident incident, boolean isNew, Instant now) {
    Stopped stopped = new Stopped(incident.tripped().scope(), incident.tripped().mode());
    List<ClientOrderId> inFlight =
        stopped.ofBooks(books).stream()
            .filter(order -> order.status() == OrderStatus.UNKNOWN)
            .map(SentOrder::id)
            .toList();
    try (SendLock.Turn turn = sendLock.take()) {
      books.catchUp();
      return switch (turn) {
        case SendLock.Turn.Held _ -> verify(incident, isNew, stopped, inFlight, now);
        case SendLock.Turn.Missed missed ->
            new TripOutcome.OnItsWay(
                incident, isNew, missed.says() + recalled(stopped) + flying(inFlight));
      };
    }
  }

  /// Nothing is on its way any more; what works can be called back and counted.
  private TripOutcome verify(
      Incident incident,
      boolean isNew,
      Stopped stopped,
      List<ClientOrderId> inFlight,
      Instant now) {
    if (brokerage.isEmpty()) {
      return new TripOutcome.NoBroker(
          incident, isNew, stopped.ofBooks(books).stream().map(SentOrder::id).toList());
    }
    Recall recall;
    try {
      recall = Recall.of(brokerage.get(), books, stopped);
    } catch (BrokerUnavailableException e) {
      return new TripOutcome.Unanswered(
          incident,
          isNew,
          "The broker did not answer (" + e.getMessage() + ")." + flying(inFlight));
    }
    String says = recall.says() + flying(inFlight);
    RiskFact.HaltVerified fact =
        new RiskFact.HaltVerified(
            incident.id(), recall.cancelled(), recall.left(), says, recall.account());
    recorded(
        now,
        Draft.because(
            incident.seq(),
            "halt/verified/" + incident.id() + "/" + (incident.verified().size() + 1),
            fact));
    Incident looked = books.halts().find(incident.id()).orElseThrow();
    return recall.left().isEmpty()
        ? new TripOutcome.Verified(looked, isNew, says)
        : new TripOutcome.StillWorking(looked, isNew, recall.left(), says);
  }

  /// What works is called back even while something else is on its way.
  private String recalled(Stopped stopped) {
    if (brokerage.isEmpty()) {
      return "";
    }
    try {
      return " " + Recall.of(brokerage.get(), books, stopped).says();
    } catch (BrokerUnavailableException e) {
      return " The broker did not answer (" + e.getMessage() + ").";
    }
  }

  /// ` In flight when it began: mx-1, now FILLED.`, or nothing.
  private String flying(List<ClientOrderId> inFlight) {
    return inFlight.isEmpty()
        ? ""
        : books.orders().sentSince(Instant.MIN).stream()
            .filter(order -> inFlight.contains(order.id()))
            .map(order -> order.id() + ", now " + order.status())
            .collect(Collectors.joining("; ", " In flight when it began: ", "."));
  }

  /// @return false if the ledger holds a fact of this key already
  private boolean recorded(Instant now, Draft draft) {
    try {
      books.record(now, draft);
      return true;
    } catch (DuplicateKeyException _) {
      books.catchUp();
      return false;
    }
  }

  private static String lastSaid(Incident incident) {
    return incident.verified().getLast().fact().says();
  }
}

package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import milodex.broker.HeardBroker;
import milodex.ledger.HaltScope;
import milodex.market.NewYork;
import milodex.market.Session;
import milodex.risk.Threshold;
import milodex.risk.Trigger;
import milodex.risk.Triggers;

/// Looks whether the broker still answers. A pause outside of a session is none of its business.
final class BrokerWatch {

  private final HeardBroker broker;
  private final Trouble trouble;
  private final int tooOften;
  private final Duration tooLong;
  private Optional<Instant> silentSince = Optional.empty();

  BrokerWatch(HeardBroker broker, Trouble trouble, Triggers triggers) {
    this.broker = broker;
    this.trouble = trouble;
    this.tooOften = triggers.whole(Threshold.BROKER_LOST_SILENCES);
    this.tooLong = Duration.ofMinutes(triggers.whole(Threshold.BROKER_LOST_MINUTES));
  }

  void watch(Session session, Instant now) {
    if (broker.silences() == 0) {
      silentSince = Optional.empty();
      return;
    }
    Instant since = silentSince.orElse(now);
    silentSince = Optional.of(since);
    Duration silent = Duration.between(since, now);
    if (broker.silences() >= tooOften && silent.compareTo(tooLong) >= 0 && session.isOpenAt(now)) {
      trouble.found(
          Trigger.BROKER_LOST,
          HaltScope.ACCOUNT,
          session.date(),
          since,
          "no answer since %s New York, asked %d times: %s"
              .formatted(NewYork.minute(since), broker.silences(), broker.why()),
          now);
    }
  }
}

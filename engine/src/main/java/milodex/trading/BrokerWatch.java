package milodex.trading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import milodex.broker.HeardBroker;
import milodex.ledger.HaltScope;
import milodex.market.Session;
import milodex.risk.Trigger;

/// Looks whether the broker still answers. A pause outside of a session is none of its business.
final class BrokerWatch {

  private static final int TOO_OFTEN = 3;
  private static final Duration TOO_LONG = Duration.ofMinutes(5);

  private final HeardBroker broker;
  private final Trouble trouble;
  private Optional<Instant> silentSince = Optional.empty();

  BrokerWatch(HeardBroker broker, Trouble trouble) {
    this.broker = broker;
    this.trouble = trouble;
  }

  void watch(Session session, Instant now) {
    if (broker.silences() == 0) {
      silentSince = Optional.empty();
      return;
    }
    Instant since = silentSince.orElse(now);
    silentSince = Optional.of(since);
    Duration silent = Duration.between(since, now);
    if (broker.silences() >= TOO_OFTEN
        && silent.compareTo(TOO_LONG) >= 0
        && session.isOpenAt(now)) {
      trouble.found(
          Trigger.BROKER_LOST,
          HaltScope.ACCOUNT,
          session.date(),
          since,
          "no answer since %s, asked %d times: %s"
              .formatted(since, broker.silences(), broker.why()),
          now);
    }
  }
}

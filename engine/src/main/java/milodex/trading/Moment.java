package milodex.trading;

import java.time.Instant;
import milodex.market.Session;

/// All the loop reacts to.
public sealed interface Moment {

  /// When it is.
  Instant at();

  /// The exchange has opened: wishes are worked.
  record SessionOpens(Session session) implements Moment {
    @Override
    public Instant at() {
      return session.opensAt();
    }
  }

  /// The exchange has closed and the session's bars are final: rules decide.
  record SessionCloses(Session session) implements Moment {
    @Override
    public Instant at() {
      return session.closesAt();
    }
  }
}

package milodex.trading;

import java.time.Instant;
import milodex.market.Session;
import milodex.market.Timeframe;

/// All the loop reacts to. At equal times closes come before opens.
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

  /// Bars of `size` have closed within the session: rules that read them decide.
  record BarsClose(Session session, Timeframe size, Instant at) implements Moment {}

  /// The next bars open, and with them prices: wishes are worked.
  record BarsOpen(Session session, Instant at) implements Moment {}

  /// The exchange has closed and the session's bars are final: rules decide.
  record SessionCloses(Session session) implements Moment {
    @Override
    public Instant at() {
      return session.closesAt();
    }
  }
}

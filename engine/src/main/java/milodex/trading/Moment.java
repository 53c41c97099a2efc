package milodex.trading;

import java.time.Instant;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Timeframe;

/// All the loop reacts to. At equal times closes come before opens.
public sealed interface Moment {

  /// When it is.
  Instant at();

  /// The session it belongs to.
  Session session();

  /// What names it among all moments: `2024-03-08 closes`, `2024-03-08 bars-open 10:35`.
  default String name() {
    return switch (this) {
      case SessionBegins m -> m.session().date() + " begins";
      case SessionOpens m -> m.session().date() + " opens";
      case BarsClose m -> m.session().date() + " bars-close " + m.size() + " " + time(m.at());
      case BarsOpen m -> m.session().date() + " bars-open " + time(m.at());
      case Pulse m -> m.session().date() + " pulse " + time(m.at());
      case SessionCloses m -> m.session().date() + " closes";
    };
  }

  private static String time(Instant at) {
    return at.atZone(ExchangeCalendar.nyse().zone()).toLocalTime().toString();
  }

  /// The exchange is about to open: what companies did is booked, and books are compared with the
  /// broker's.
  record SessionBegins(Session session) implements Moment {
    @Override
    public Instant at() {
      return session.opensAt();
    }
  }

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

  /// Time has passed: orders are looked after, losses are watched, and while the exchange is open
  /// what waits is worked.
  record Pulse(Session session, Instant at) implements Moment {}

  /// The exchange has closed and the session's bars are final: rules decide.
  record SessionCloses(Session session) implements Moment {
    @Override
    public Instant at() {
      return session.closesAt();
    }
  }
}

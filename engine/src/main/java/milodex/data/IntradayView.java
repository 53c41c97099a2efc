package milodex.data;

import java.time.Instant;
import java.util.Optional;
import milodex.market.BarWindow;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Price;

/// The intraday bars of a session, seen from a moving now.
final class IntradayView {

  private final IntradayHistory history;
  private Session session;
  private Instant now;
  private Phase phase = Phase.BEFORE;

  /// What has just happened to the bars.
  private enum Phase {
    BEFORE,
    OPENED,
    CLOSED
  }

  IntradayView(IntradayHistory history, Session session) {
    this.history = history;
    this.session = session;
    this.now = session.opensAt();
  }

  void openSession(Session next) {
    session = next;
    now = next.opensAt();
    phase = Phase.BEFORE;
  }

  void openBars(Instant at) {
    now = at;
    phase = Phase.OPENED;
  }

  void closeBars(Instant at) {
    now = at;
    phase = Phase.CLOSED;
  }

  /// The price of the bar that opens or closes now.
  Optional<Price> price(Symbol symbol) {
    return switch (phase) {
      case BEFORE -> Optional.empty();
      case OPENED -> history.track(symbol).flatMap(track -> track.opening(now));
      case CLOSED -> history.track(symbol).flatMap(track -> track.closing(now));
    };
  }

  /// The newest close of this session.
  Optional<Price> lastPrice(Symbol symbol) {
    int today = Math.toIntExact(session.date().toEpochDay());
    return history.track(symbol).flatMap(track -> track.lastClose(now, today));
  }

  Optional<Instant> lastClose(Symbol symbol, Timeframe size) {
    return track(symbol, size).flatMap(track -> track.lastClosedAt(now));
  }

  Optional<BarWindow> window(Symbol symbol, Timeframe size, int length) {
    return track(symbol, size).flatMap(track -> track.window(now, length));
  }

  Optional<String> whyBarred(Symbol symbol, Timeframe size, int length) {
    return track(symbol, size)
        .map(track -> track.whyBarred(now, length))
        .orElse(Optional.of("no_bars_stored"));
  }

  private Optional<IntradayTrack> track(Symbol symbol, Timeframe size) {
    return history.size() == size ? history.track(symbol) : Optional.empty();
  }
}

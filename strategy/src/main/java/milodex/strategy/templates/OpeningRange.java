package milodex.strategy.templates;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import milodex.market.BarWindow;
import milodex.market.Session;

/// The highest and lowest price of the first minutes of a session, and the bars that followed.
///
/// @param high dollars per share
/// @param low dollars per share
/// @param after how many bars of the session have closed since
record OpeningRange(double high, double low, int after) {

  /// The range of the bars that opened within `minutes` of the open; empty if none has closed, or
  /// none after them yet.
  static Optional<OpeningRange> of(BarWindow bars, Session session, int minutes) {
    Instant end = session.opensAt().plus(Duration.ofMinutes(minutes));
    double high = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;
    int after = 0;
    for (int ago = 0; ago < bars.length(); ago++) {
      Instant opened = bars.openedAt(ago);
      if (opened.isBefore(session.opensAt())) {
        break;
      }
      if (opened.isBefore(end)) {
        high = Math.max(high, bars.high(ago));
        low = Math.min(low, bars.low(ago));
      } else {
        after++;
      }
    }
    return low <= high && after > 0
        ? Optional.of(new OpeningRange(high, low, after))
        : Optional.empty();
  }

  /// Whether a bar after the range, older than the newest one, had closed above `level` already.
  boolean wasAbove(double level, BarWindow bars) {
    for (int ago = 1; ago < after; ago++) {
      if (bars.close(ago) > level) {
        return true;
      }
    }
    return false;
  }
}

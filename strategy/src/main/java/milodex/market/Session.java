package milodex.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One exchange day with its opening and closing instants.
///
/// @param earlyClose whether the exchange closed before its regular hour
public record Session(LocalDate date, Instant opensAt, Instant closesAt, boolean earlyClose) {

  /// @throws IllegalArgumentException if the session does not close after it opens
  public Session {
    if (!closesAt.isAfter(opensAt)) {
      throw new IllegalArgumentException(date + ": a session closes after it opens");
    }
  }

  /// When its bars of `size` close, oldest first. Bars are aligned to the open; the last one ends
  /// with the session and may be shorter, and a daily bar is the session.
  public List<Instant> barCloses(Timeframe size) {
    List<Instant> closes = new ArrayList<>();
    Instant at = opensAt.plus(size.span());
    while (at.isBefore(closesAt)) {
      closes.add(at);
      at = at.plus(size.span());
    }
    closes.add(closesAt);
    return List.copyOf(closes);
  }

  /// Whether the exchange is open at `at`.
  public boolean isOpenAt(Instant at) {
    return !at.isBefore(opensAt) && at.isBefore(closesAt);
  }
}

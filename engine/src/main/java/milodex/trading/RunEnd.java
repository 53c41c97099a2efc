package milodex.trading;

import java.time.Instant;

/// How a run ended.
public sealed interface RunEnd {

  /// Every moment is over.
  record Complete() implements RunEnd {}

  /// The session that was asked for is over; `next` comes next.
  record SessionOver(Moment next) implements RunEnd {}

  /// The operator stopped it between two moments.
  ///
  /// @param at by the exchange's clock
  record Stopped(Instant at, Moment next) implements RunEnd {}

  /// The operator wants the kill switch.
  ///
  /// @param at by the exchange's clock
  record KillWanted(Instant at, Moment next) implements RunEnd {}
}

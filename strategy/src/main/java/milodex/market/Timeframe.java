package milodex.market;

import java.time.Duration;

/// The span of one bar.
public enum Timeframe {
  MINUTE_1("1Min", Duration.ofMinutes(1)),
  MINUTE_5("5Min", Duration.ofMinutes(5)),
  MINUTE_15("15Min", Duration.ofMinutes(15)),
  HOUR_1("1Hour", Duration.ofHours(1)),
  DAY_1("1Day", Duration.ofDays(1));

  private final String label;
  private final Duration span;

  Timeframe(String label, Duration span) {
    this.label = label;
    this.span = span;
  }

  /// The name used in files, commands and JSON: `1Min`, `1Day`.
  public String label() {
    return label;
  }

  /// The longest time a bar covers; a daily bar covers one session, however short.
  public Duration span() {
    return span;
  }

  /// Whether a session has several bars of it.
  public boolean isIntraday() {
    return this != DAY_1;
  }

  /// The timeframe with this label.
  ///
  /// @throws IllegalArgumentException if no timeframe has this label
  public static Timeframe parse(String label) {
    for (Timeframe timeframe : values()) {
      if (timeframe.label.equals(label)) {
        return timeframe;
      }
    }
    throw new IllegalArgumentException(
        "'" + label + "' is not a bar size; known: 1Min 5Min 15Min 1Hour 1Day");
  }

  @Override
  public String toString() {
    return label;
  }
}

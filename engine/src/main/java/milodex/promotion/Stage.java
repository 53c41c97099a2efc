package milodex.promotion;

import java.util.Locale;
import java.util.Optional;

/// How much a strategy may do.
public enum Stage {
  /// It is tried on the past, and nothing else.
  BACKTEST,
  /// It trades with money that is not real.
  PAPER,
  /// It would trade with the least real money; locked.
  MICRO_LIVE,
  /// It would trade with real money; locked.
  LIVE,
  /// It does nothing until it is put back to `backtest`.
  DISABLED;

  /// The stage called `word`.
  ///
  /// @throws IllegalArgumentException if none is
  public static Stage of(String word) {
    for (Stage stage : values()) {
      if (stage.word().equals(word)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("stage '" + word + "' is none that is known");
  }

  /// `backtest`, `paper`, `micro_live`, `live` or `disabled`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one stage that a promotion leads to from here; empty at the top, and while disabled.
  public Optional<Stage> next() {
    return switch (this) {
      case BACKTEST -> Optional.of(PAPER);
      case PAPER -> Optional.of(MICRO_LIVE);
      case MICRO_LIVE -> Optional.of(LIVE);
      case LIVE, DISABLED -> Optional.empty();
    };
  }

  /// Whether real money would be at stake.
  public boolean isLive() {
    return this == MICRO_LIVE || this == LIVE;
  }

  @Override
  public String toString() {
    return word();
  }
}

package milodex.backtest;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// How far one promise of a run was tried, and where it was broken.
///
/// @param covered how many decisions were made again, or sessions run again
/// @param of how many the run has
/// @param failure the first place in which the promise was broken; empty if it held
public record Proof(Kind kind, int covered, int of, Optional<Failure> failure) {

  /// What is promised.
  public enum Kind {
    /// A decision is the same with its future cut off, and with its future poisoned.
    LOOKAHEAD("decisions"),
    /// A decision is the same however many bars there are before those it may read.
    WARM_UP("decisions"),
    /// The same, done again, is the same.
    DETERMINISM("sessions");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    /// `lookahead`, `warm-up` or `determinism`.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind labelled(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// What is counted.
    public String unit() {
      return unit;
    }
  }

  /// Where a promise was broken, and how.
  ///
  /// @param session in which the run and its repetition differ first
  /// @param says what was done, and the first difference
  public record Failure(LocalDate session, String says) {}

  /// Whether the promise held wherever it was tried.
  public boolean holds() {
    return failure.isEmpty();
  }
}

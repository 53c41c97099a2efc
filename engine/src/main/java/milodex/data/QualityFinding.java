package milodex.data;

import java.time.LocalDate;
import java.util.Locale;
import milodex.market.Symbol;

/// One thing the quality scan saw in a series.
///
/// @param where the first session concerned
/// @param says the numbers
public record QualityFinding(Symbol symbol, Code code, LocalDate where, String says) {

  /// Whether a finding blocks.
  public enum Severity {
    /// The series may not be used.
    SEVERE,
    /// Kept with the run.
    NOTE
  }

  /// What was seen.
  public enum Code {
    /// Two daily bars on one session.
    DUPLICATE_SESSION(Severity.SEVERE),
    /// A session date before the one of an earlier bar.
    UNSORTED(Severity.SEVERE),
    /// A price or volume that is no number.
    NON_FINITE(Severity.SEVERE),
    NON_POSITIVE_PRICE(Severity.SEVERE),
    /// Open or close outside [low, high].
    PRICE_OUTSIDE_RANGE(Severity.SEVERE),
    NEGATIVE_VOLUME(Severity.SEVERE),
    /// A bar on a day the exchange was closed, or one within a session that is not aligned to it.
    CALENDAR_MISFIT(Severity.SEVERE),
    /// More than two sessions in a row without a bar.
    GAP(Severity.NOTE),
    /// Bars on fewer than 98 % of the sessions between first and last.
    LOW_COVERAGE(Severity.NOTE),
    /// A move from close to close that no corporate action explains.
    UNEXPLAINED_JUMP(Severity.NOTE),
    /// Bars after the symbol ended: whoever took the ticker over is another company.
    FOREIGN_BARS(Severity.NOTE),
    /// The last bar is older than the last session.
    STALE_TAIL(Severity.NOTE),
    /// Fewer bars than a rule needs before it may decide.
    WARM_UP_SHORTAGE(Severity.NOTE);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }

    /// The code as reports and JSON write it: `calendar_misfit`.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Severity severity() {
    return code.severity();
  }

  /// In one line: `SPY gap from 2024-01-03, no bar on 4 sessions after 2024-01-02`.
  public String line() {
    return "%s %s from %s, %s".formatted(symbol, code, where, says);
  }
}

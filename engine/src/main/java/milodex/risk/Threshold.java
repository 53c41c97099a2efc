package milodex.risk;

import java.math.BigDecimal;
import java.util.Locale;

/// From what on a [Trigger] trips: a number of the policy that stands beside its mode.
public enum Threshold {
  /// How many orders of one session were rejected or not answered.
  SUBMIT_FAILURES_COUNT(Trigger.SUBMIT_FAILURES, Unit.COUNT, "3"),
  /// In how many sessions books and broker differ.
  RECONCILE_MISMATCH_COUNT(Trigger.RECONCILE_MISMATCH, Unit.COUNT, "3"),
  /// Within how many sessions they differ so often.
  RECONCILE_MISMATCH_SESSIONS(Trigger.RECONCILE_MISMATCH, Unit.SESSIONS, "3"),
  /// How many questions in a row the broker does not answer.
  BROKER_LOST_SILENCES(Trigger.BROKER_LOST, Unit.SILENCES, "3"),
  /// And for how many minutes of a session.
  BROKER_LOST_MINUTES(Trigger.BROKER_LOST, Unit.MINUTES, "5"),
  /// In how many sessions a strategy has no bar to believe of what it holds or wishes for.
  DATA_QUALITY_COUNT(Trigger.DATA_QUALITY, Unit.COUNT, "3"),
  /// Within how many sessions it has none so often.
  DATA_QUALITY_SESSIONS(Trigger.DATA_QUALITY, Unit.SESSIONS, "3"),
  /// Share of the close before from which on a close without a cause is not believed.
  DATA_QUALITY_BAND(Trigger.DATA_QUALITY, Unit.BAND, "0.5"),
  /// Of how many orders nobody knows, each counted once a session.
  DUPLICATE_UNCERTAINTY_COUNT(Trigger.DUPLICATE_UNCERTAINTY, Unit.COUNT, "2"),
  /// Within how many sessions nobody knows of so many.
  DUPLICATE_UNCERTAINTY_SESSIONS(Trigger.DUPLICATE_UNCERTAINTY, Unit.SESSIONS, "2"),
  /// How many fills are far from the price their order was judged at.
  EXECUTION_DIVERGENCE_COUNT(Trigger.EXECUTION_DIVERGENCE, Unit.COUNT, "3"),
  /// Within how many sessions so many are.
  EXECUTION_DIVERGENCE_SESSIONS(Trigger.EXECUTION_DIVERGENCE, Unit.SESSIONS, "5"),
  /// Share of the judged price from which on a fill is far from it.
  EXECUTION_DIVERGENCE_BAND(Trigger.EXECUTION_DIVERGENCE, Unit.BAND, "0.02"),
  /// How often a rule, or the working of wishes, throws.
  RUNTIME_ERRORS_COUNT(Trigger.RUNTIME_ERRORS, Unit.COUNT, "3"),
  /// Within how many sessions it throws so often.
  RUNTIME_ERRORS_SESSIONS(Trigger.RUNTIME_ERRORS, Unit.SESSIONS, "5"),
  /// In how many sessions the account cannot be valued.
  VALUATION_IMPOSSIBLE_COUNT(Trigger.VALUATION_IMPOSSIBLE, Unit.COUNT, "3"),
  /// Within how many sessions it cannot be valued so often.
  VALUATION_IMPOSSIBLE_SESSIONS(Trigger.VALUATION_IMPOSSIBLE, Unit.SESSIONS, "3");

  /// What is counted or measured, and between which bounds.
  enum Unit {
    /// No more than are remembered of one kind of trouble.
    COUNT("", "1", "15"),
    SESSIONS("", "1", "20"),
    SILENCES("", "1", "100"),
    MINUTES("", "1", "60"),
    /// A share of a price.
    BAND("_pct", "0.001", "1");

    private final String suffix;
    private final String min;
    private final String max;

    Unit(String suffix, String min, String max) {
      this.suffix = suffix;
      this.min = min;
      this.max = max;
    }
  }

  private final Trigger trigger;
  private final Unit unit;
  private final String standard;

  Threshold(Trigger trigger, Unit unit, String standard) {
    this.trigger = trigger;
    this.unit = unit;
    this.standard = standard;
  }

  /// Its key in the policy's file.
  public String key() {
    return name().toLowerCase(Locale.ROOT) + unit.suffix;
  }

  /// Whether only whole numbers of it make sense.
  public boolean isWhole() {
    return unit != Unit.BAND;
  }

  /// The least that a policy may state.
  public BigDecimal min() {
    return new BigDecimal(unit.min);
  }

  /// The most that a policy may state.
  public BigDecimal max() {
    return new BigDecimal(unit.max);
  }

  /// What it decides about.
  Trigger trigger() {
    return trigger;
  }

  Unit unit() {
    return unit;
  }

  /// Its value where the policy states none.
  BigDecimal standard() {
    return new BigDecimal(standard);
  }
}

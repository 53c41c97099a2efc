package milodex.strategy;

import java.util.List;
import java.util.regex.Pattern;

/// A reason to keep a strategy from new entries while it lasts, whatever its rule says.
///
/// @param id three to sixty of `a-z 0-9 _`, beginning with a letter
/// @param says when it holds, in one sentence
/// @param judge who says that it holds
public record DisableCondition(String id, String says, Judge judge)
    implements Comparable<DisableCondition> {

  /// Who says whether a condition holds.
  public enum Judge {
    /// The program, from what it measures.
    AUTOMATIC,
    /// A person, with `strategy pause`.
    OPERATOR
  }

  private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9_]{2,59}");

  static final DisableCondition DATA_QUALITY =
      automatic("data_quality_unresolved", "A severe finding in the bars is not resolved.");
  static final DisableCondition BROKER =
      automatic("broker_instability", "The broker fails or contradicts itself repeatedly.");
  static final DisableCondition OPERATOR_PAUSE =
      operator("operator_pause", "The operator has paused the strategy.");
  static final DisableCondition RISK_BUDGET =
      automatic(
          "drawdown_or_risk_budget_breach",
          "The drawdown or the daily loss is beyond what the strategy may lose.");
  static final DisableCondition VOLATILITY =
      operator("abnormal_volatility", "The market moves as the rule was never tested for.");
  static final DisableCondition CORPORATE_ACTION =
      automatic(
          "corporate_action_uncertainty",
          "A jump in the price of a symbol is explained by no known split, spin-off or dividend.");
  static final DisableCondition FILL_DIVERGENCE =
      automatic("repeated_fill_divergence", "Fills differ again and again from what was expected.");
  static final DisableCondition CALENDAR =
      automatic(
          "calendar_uncertainty", "Calendar and broker disagree on the sessions, or one ended.");

  /// The conditions that families declare; a file may add those its own family does not.
  static final List<DisableCondition> KNOWN =
      List.of(
          DATA_QUALITY,
          BROKER,
          OPERATOR_PAUSE,
          RISK_BUDGET,
          VOLATILITY,
          CORPORATE_ACTION,
          FILL_DIVERGENCE,
          CALENDAR);

  /// @throws IllegalArgumentException if `id` breaks the grammar
  public DisableCondition {
    if (!GRAMMAR.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "'" + id + "' is no condition: three to sixty of a-z 0-9 _ beginning with a letter");
    }
  }

  /// The condition called `id`: a known one, or one that only the operator can judge.
  ///
  /// @throws IllegalArgumentException if `id` breaks the grammar
  public static DisableCondition named(String id) {
    return KNOWN.stream()
        .filter(known -> known.id().equals(id))
        .findFirst()
        .orElseGet(() -> operator(id, "The operator says when it holds."));
  }

  @Override
  public int compareTo(DisableCondition other) {
    return id.compareTo(other.id);
  }

  private static DisableCondition automatic(String id, String says) {
    return new DisableCondition(id, says, Judge.AUTOMATIC);
  }

  private static DisableCondition operator(String id, String says) {
    return new DisableCondition(id, says, Judge.OPERATOR);
  }
}

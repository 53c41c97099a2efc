package milodex.strategy;

import static milodex.strategy.DisableCondition.BROKER;
import static milodex.strategy.DisableCondition.CALENDAR;
import static milodex.strategy.DisableCondition.CORPORATE_ACTION;
import static milodex.strategy.DisableCondition.DATA_QUALITY;
import static milodex.strategy.DisableCondition.FILL_DIVERGENCE;
import static milodex.strategy.DisableCondition.OPERATOR_PAUSE;
import static milodex.strategy.DisableCondition.RISK_BUDGET;
import static milodex.strategy.DisableCondition.VOLATILITY;

import java.util.List;
import java.util.stream.Stream;

/// Kin of templates that live on the same idea, and stop for the same reasons.
public enum Family {
  REGIME("regime", "Standing aside in long bear markets spares their losses; no edge is claimed."),
  MEANREV("meanrev", "A short overshoot in a liquid name snaps back."),
  MOMENTUM("momentum", "Confirmed strength continues for a while."),
  BREAKOUT(
      "breakout",
      "Clearing an extreme is followed through. Holds of a few days cut the fat right tail:"
          + " expect less than the literature."),
  SEASONALITY("seasonality", "Calendar flows move prices on days known ahead."),
  NULL("null", "No idea at all: what every candidate is measured against.");

  private final String label;
  private final String idea;

  Family(String label, String idea) {
    this.label = label;
    this.idea = idea;
  }

  /// The first word of a strategy id.
  public String label() {
    return label;
  }

  /// What the family believes, in a sentence or two.
  public String idea() {
    return idea;
  }

  /// What keeps every strategy of the family from new entries, sorted by id.
  public List<DisableCondition> disableConditions() {
    Stream<DisableCondition> own =
        switch (this) {
          case REGIME -> Stream.of(CORPORATE_ACTION);
          case MEANREV, BREAKOUT -> Stream.of(VOLATILITY, CORPORATE_ACTION, FILL_DIVERGENCE);
          case MOMENTUM -> Stream.of(CORPORATE_ACTION, FILL_DIVERGENCE);
          case SEASONALITY -> Stream.of(FILL_DIVERGENCE);
          case NULL -> Stream.of();
        };
    Stream<DisableCondition> common =
        Stream.of(DATA_QUALITY, BROKER, OPERATOR_PAUSE, RISK_BUDGET, CALENDAR);
    return Stream.concat(common, own).sorted().toList();
  }

  @Override
  public String toString() {
    return label;
  }
}

package milodex;

import java.util.TreeMap;
import milodex.money.Fraction;
import milodex.risk.RiskPolicy;
import milodex.risk.Triggers;

/// Risk policies for stories about one limit.
public final class Policies {

  private Policies() {}

  /// The standard policy with the whole account for one strategy, and room for any size.
  public static RiskPolicy roomy() {
    return roomy(Triggers.standard());
  }

  /// The same with these modes of the kill switch.
  public static RiskPolicy roomy(Triggers triggers) {
    return with(triggers, Fraction.ONE);
  }

  /// The same with half of the account for each strategy.
  public static RiskPolicy halves() {
    return with(Triggers.standard(), Fraction.ONE, Fraction.parse("0.5"));
  }

  private static RiskPolicy with(Triggers triggers, Fraction maxTotalExposure) {
    return with(triggers, maxTotalExposure, Fraction.ONE);
  }

  private static RiskPolicy with(
      Triggers triggers, Fraction maxTotalExposure, Fraction allocation) {
    RiskPolicy standard = RiskPolicy.standard();
    return new RiskPolicy(
        new TreeMap<>(),
        allocation,
        standard.slippageRate(),
        Fraction.ZERO,
        standard.maxDailyLoss(),
        standard.maxDrawdown(),
        standard.maxEntriesPerDay(),
        standard.maxOrdersPerMinute(),
        Fraction.ONE,
        Fraction.ONE,
        maxTotalExposure,
        Fraction.ONE,
        standard.minCorrelation(),
        standard.maxCorrelatedPositions(),
        standard.maxPositions(),
        standard.maxVolumeShare(),
        standard.maxGap(),
        standard.maxPriceDisagreement(),
        standard.duplicateWindowSeconds(),
        standard.forbidden(),
        false,
        triggers);
  }

  /// The same, where all positions and orders together are at most `share` of the account.
  public static RiskPolicy exposed(Fraction share) {
    return with(Triggers.standard(), share);
  }
}

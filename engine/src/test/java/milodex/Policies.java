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
    RiskPolicy standard = RiskPolicy.standard();
    return new RiskPolicy(
        new TreeMap<>(),
        Fraction.ONE,
        standard.slippageRate(),
        Fraction.ZERO,
        standard.maxDailyLoss(),
        standard.maxDrawdown(),
        standard.maxEntriesPerDay(),
        standard.maxOrdersPerMinute(),
        Fraction.ONE,
        Fraction.ONE,
        Fraction.ONE,
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
}

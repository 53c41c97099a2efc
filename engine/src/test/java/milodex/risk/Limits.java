package milodex.risk;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import milodex.money.Fraction;

/// Random limits, none of them sensible.
final class Limits {

  /// Components of a policy that are limits where less allows less.
  static final List<String> FRACTIONS =
      List.of(
          "maxDailyLoss",
          "maxDrawdown",
          "maxOrderValue",
          "maxSinglePosition",
          "maxTotalExposure",
          "maxSectorExposure",
          "minCorrelation",
          "maxVolumeShare",
          "maxGap",
          "maxPriceDisagreement");

  static final List<String> COUNTS =
      List.of("maxEntriesPerDay", "maxOrdersPerMinute", "maxCorrelatedPositions", "maxPositions");

  private Limits() {}

  static RiskPolicy random(Random random) {
    RiskPolicy policy = Judged.STANDARD;
    for (String name : FRACTIONS) {
      policy = Judged.with(policy, name, Fraction.of(random.nextInt(5) / 8.0));
    }
    for (String name : COUNTS) {
      policy = Judged.with(policy, name, random.nextInt(5));
    }
    policy = Judged.with(policy, "duplicateWindowSeconds", random.nextInt(3_600));
    return random.nextBoolean()
        ? policy
        : Judged.with(policy, "forbidden", new TreeSet<>(Set.of(Scene.SYMBOL)));
  }
}

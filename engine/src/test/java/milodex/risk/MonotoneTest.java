package milodex.risk;

import static milodex.risk.Judged.approved;
import static milodex.risk.Judged.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

/// A tighter limit never allows what a looser one refused.
class MonotoneTest {

  @Test
  void tighteningAnyLimitNeverTurnsRefusedIntoApproved() {
    Random random = new Random(12);
    int approvals = 0;
    int refusals = 0;
    int turned = 0;
    for (int i = 0; i < 4_000; i++) {
      RiskPolicy loose = Judged.STANDARD;
      Scene scene = nearTheLimits(random);
      boolean before = approved(loose, scene);
      StrategyLimits own = scene.limits;
      RiskPolicy tight = tighten(loose, scene, random);
      boolean after = approved(tight, scene);

      assertThat(after && !before).as("%s to %s, %s", own, scene.limits, tight).isFalse();
      approvals += before ? 1 : 0;
      refusals += before ? 0 : 1;
      turned += before && !after ? 1 : 0;
    }
    assertThat(approvals).isGreaterThan(200);
    assertThat(refusals).isGreaterThan(200);
    assertThat(turned).isGreaterThan(50);
  }

  private static RiskPolicy tighten(RiskPolicy policy, Scene scene, Random random) {
    int which = random.nextInt(Limits.FRACTIONS.size() + Limits.COUNTS.size() + 5);
    Fraction share = Fraction.of(random.nextInt(10) / 10.0);
    if (which < Limits.FRACTIONS.size()) {
      return lower(policy, Limits.FRACTIONS.get(which), share);
    }
    if (which < Limits.FRACTIONS.size() + Limits.COUNTS.size()) {
      return with(policy, Limits.COUNTS.get(which - Limits.FRACTIONS.size()), random.nextInt(3));
    }
    StrategyLimits own = scene.limits;
    Fraction position = share.compareTo(own.maxPosition()) < 0 ? share : own.maxPosition();
    switch (random.nextInt(5)) {
      case 0 -> scene.limits = new StrategyLimits(position, own.maxPositions(), own.maxDailyLoss());
      case 1 ->
          scene.limits =
              new StrategyLimits(own.maxPosition(), random.nextInt(3), own.maxDailyLoss());
      case 2 ->
          scene.limits = new StrategyLimits(own.maxPosition(), own.maxPositions(), Fraction.ZERO);
      case 3 -> {
        return with(policy, "reserve", Fraction.parse("0.5"));
      }
      default -> {
        return with(policy, "forbidden", new TreeSet<>(Set.of(Scene.SYMBOL)));
      }
    }
    return policy;
  }

  private static RiskPolicy lower(RiskPolicy policy, String name, Fraction share) {
    Fraction now =
        switch (name) {
          case "maxDailyLoss" -> policy.maxDailyLoss();
          case "maxDrawdown" -> policy.maxDrawdown();
          case "maxOrderValue" -> policy.maxOrderValue();
          case "maxSinglePosition" -> policy.maxSinglePosition();
          case "maxTotalExposure" -> policy.maxTotalExposure();
          case "maxSectorExposure" -> policy.maxSectorExposure();
          case "minCorrelation" -> policy.minCorrelation();
          case "maxVolumeShare" -> policy.maxVolumeShare();
          case "maxGap" -> policy.maxGap();
          default -> policy.maxPriceDisagreement();
        };
    return with(policy, name, new Fraction(now.value().multiply(share.value())));
  }

  private static Scene nearTheLimits(Random random) {
    Scene scene = new Scene();
    scene.quantity = Quantity.of(random.nextInt(1, 2_500));
    scene.entriesToday = random.nextInt(22);
    scene.ordersInLastMinute = random.nextInt(11);
    scene.equity = Money.of(random.nextInt(960_000, 1_020_000));
    scene.ownEquity = Money.of(random.nextInt(78_000, 81_000));
    scene.ownCash = Money.of(random.nextInt(20_000, 80_000));
    scene.exposure.put(Symbol.of("OTHER"), Money.of(random.nextInt(500_000)));
    scene.sectorExposure = Money.of(random.nextInt(200_000));
    scene.meanVolume = OptionalDouble.of(random.nextInt(100_000, 900_000));
    scene.secondPrice = Optional.of(Price.of(10 + random.nextInt(50) / 100.0));
    scene.decisionPrice = Price.of(10 + random.nextInt(80) / 100.0);
    scene.hold(random.nextInt(4));
    scene.held.forEach(symbol -> scene.correlations.put(symbol, random.nextDouble()));
    return scene;
  }
}

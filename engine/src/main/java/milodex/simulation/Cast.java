package milodex.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import milodex.execution.ActiveStrategy;
import milodex.ledger.ManifestHash;
import milodex.ledger.Sha256;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Fraction;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;

/// Who lives: three strategies without reason that want the same symbols on one account, under
/// limits that let most of their wishes pass.
final class Cast {

  private static final int STRATEGIES = 3;

  private Cast() {}

  static List<ActiveStrategy> of(long seed) {
    Universe universe =
        new Universe(
            "universe.hostile.v1",
            1,
            "made up",
            Optional.empty(),
            Optional.empty(),
            HostileMarket.SYMBOLS.stream().map(Cast::member).toList());
    List<ActiveStrategy> cast = new ArrayList<>();
    for (int i = 1; i <= STRATEGIES; i++) {
      Whims rule = new Whims(seed * STRATEGIES + i);
      ManifestHash manifest = new ManifestHash(Sha256.of("whims " + rule.seed()));
      cast.add(
          new ActiveStrategy(
              StrategyId.parse("null.daily.whims.number_" + i + ".v1"),
              rule,
              ParameterValues.standard(rule),
              universe,
              new StrategyLimits(Fraction.ONE, 10, Fraction.ONE),
              new Circumstances.Standing(
                  "paper", Optional.of(manifest), Optional.of(manifest), List.of())));
    }
    return List.copyOf(cast);
  }

  private static Universe.Member member(String symbol) {
    return new Universe.Member(
        Symbol.of(symbol),
        Universe.Kind.STOCK,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static RiskPolicy policy() {
    RiskPolicy standard = RiskPolicy.standard();
    return new RiskPolicy(
        new TreeMap<>(),
        Fraction.parse("0.3"),
        standard.slippageRate(),
        standard.reserve(),
        Fraction.parse("0.5"),
        Fraction.parse("0.9"),
        40,
        30,
        Fraction.parse("0.5"),
        Fraction.parse("0.5"),
        Fraction.parse("0.95"),
        Fraction.ONE,
        standard.minCorrelation(),
        standard.maxCorrelatedPositions(),
        20,
        standard.maxVolumeShare(),
        standard.maxGap(),
        standard.maxPriceDisagreement(),
        standard.duplicateWindowSeconds(),
        standard.forbidden(),
        false,
        standard.triggers());
  }
}

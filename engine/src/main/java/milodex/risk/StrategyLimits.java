package milodex.risk;

import milodex.money.Fraction;

/// A strategy's own limits, as shares of its own equity; they can only tighten the policy.
public record StrategyLimits(Fraction maxPosition, int maxPositions, Fraction maxDailyLoss) {}

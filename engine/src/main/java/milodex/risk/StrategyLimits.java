package milodex.risk;

import milodex.money.Fraction;

/// A strategy's own limits, as its file states them.
///
/// They are judged beside the policy's, never instead of them, so they can only tighten.
///
/// @param maxPosition largest value of one position, as a share of the strategy's equity
/// @param maxPositions most positions open at once
/// @param maxDailyLoss largest loss since the previous close, as a share of its equity then
public record StrategyLimits(Fraction maxPosition, int maxPositions, Fraction maxDailyLoss) {}

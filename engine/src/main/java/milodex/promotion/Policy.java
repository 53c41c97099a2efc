package milodex.promotion;

/// What a promotion from backtest to paper asks for: one table, frozen under a version.
///
/// A p is one-sided. Shares are fractions: 0.15 is 15 %.
///
/// @param version changes whenever a threshold or a test does; evidence of another version is stale
/// @param sharpe the lowest annual Sharpe ratio out of sample
/// @param maxDrawdown the deepest drawdown out of sample
/// @param trades the fewest closed trades, of which `losingTrades` lost
/// @param lowCadenceTrades the fewest of a template that trades rarely, which then
///     stays conditional
/// @param windows the fewest windows of an evidence run
/// @param slippageFloor the least one-way cost an evidence run is charged
/// @param conditionalP the highest p that is worth a trial on paper
/// @param passP the highest p that counts as skill
/// @param costMargin how many times the modelled cost the edge must survive
/// @param trimmedEntries the largest share of entries cut by a limit
/// @param pbo the highest probability of overfitting within the family
/// @param plateau the lowest median Sharpe of neighbouring parameters, as a share of its own
/// @param holdoutPercentile what the holdout must not fall below, of what is expected of it
/// @param draws how often is resampled, and how many shifts are drawn
public record Policy(
    String version,
    double sharpe,
    double maxDrawdown,
    int trades,
    int losingTrades,
    int lowCadenceTrades,
    int windows,
    double slippageFloor,
    double conditionalP,
    double passP,
    double costMargin,
    double trimmedEntries,
    double pbo,
    double plateau,
    double holdoutPercentile,
    int draws) {

  /// The policy in force.
  public static final Policy CURRENT =
      new Policy("1", 0.5, 0.15, 30, 5, 12, 4, 0.0001, 0.16, 0.04, 2, 0.10, 0.2, 0.5, 0.05, 999);
}

package milodex.sample;

/// What moves every instrument at once: bull and bear markets with clustered volatility.
///
/// Two regimes follow each other by chance; within each the variance is a GARCH(1,1) that returns
/// to the level of its regime. Whatever the seed, the whole period grows at one rate: seeds are
/// different roads to one place.
final class MarketFactor {

  /// Share of the day's variance that falls between the close and the next open.
  static final double OVERNIGHT_SHARE = 0.3;

  /// Deviation of a typical session, the yardstick of nervousness.
  static final double TYPICAL_DEVIATION = 0.0105;

  /// Logarithmic growth per year, dividends included, over the whole period.
  private static final double GROWTH = 0.085;

  private static final double LAST_SHOCK = 0.09;
  private static final double LAST_VARIANCE = 0.88;

  private enum Regime {
    BULL(0.0007, 0.0080, 1.0 / 400),
    BEAR(-0.0010, 0.0170, 1.0 / 120);

    final double drift;
    final double variance;
    final double chanceToEnd;

    Regime(double drift, double deviation, double chanceToEnd) {
      this.drift = drift;
      this.variance = deviation * deviation;
      this.chanceToEnd = chanceToEnd;
    }

    Regime other() {
      return this == BULL ? BEAR : BULL;
    }
  }

  private MarketFactor() {}

  static Moves draw(Chance chance, int sessions) {
    Moves moves = Moves.none(sessions);
    Regime regime = Regime.BULL;
    double variance = regime.variance;
    double shock = 0;
    double grown = 0;
    for (int i = 0; i < sessions; i++) {
      if (chance.uniform() < regime.chanceToEnd) {
        regime = regime.other();
      }
      variance =
          (1 - LAST_SHOCK - LAST_VARIANCE) * regime.variance
              + LAST_SHOCK * shock * shock
              + LAST_VARIANCE * variance;
      double overnight = Math.sqrt(OVERNIGHT_SHARE * variance) * chance.fatTailed();
      double deviation = Math.sqrt((1 - OVERNIGHT_SHARE) * variance);
      double intraday = deviation * chance.fatTailed();
      shock = overnight + intraday;
      moves.overnight()[i] = overnight;
      moves.intraday()[i] = regime.drift + intraday;
      moves.deviation()[i] = deviation;
      grown += overnight + moves.intraday()[i];
    }
    spread(GROWTH * sessions / OwnMoves.SESSIONS_PER_YEAR - grown, moves);
    return moves;
  }

  /// Spreads what is missing to the planned growth evenly over all sessions.
  private static void spread(double missing, Moves moves) {
    for (int i = 0; i < moves.size(); i++) {
      moves.intraday()[i] += missing / moves.size();
    }
  }
}

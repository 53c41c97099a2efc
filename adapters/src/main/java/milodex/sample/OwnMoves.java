package milodex.sample;

/// What moves one instrument alone: its drift, its noise, results, a pull back, a collapse.
final class OwnMoves {

  static final int SESSIONS_PER_YEAR = 252;

  /// Sessions between two quarterly results.
  static final int SESSIONS_PER_QUARTER = 63;

  private static final double RESULT_DEVIATION = 0.045;

  /// How much of a passing mispricing is left after one session.
  private static final double MISPRICING_KEPT = 0.6;

  private static final int COLLAPSE_SESSIONS = 120;
  private static final double COLLAPSE_LOG_LOSS = -3.5;
  private static final double COLLAPSE_NERVES = 2;

  private OwnMoves() {}

  /// @param market the common moves, since a nervous market makes every instrument nervous
  /// @param lastSession index of the instrument's last session
  static Moves draw(Chance chance, Instrument instrument, Moves market, int lastSession) {
    int sessions = market.size();
    Moves moves = Moves.none(sessions);
    double usual = instrument.ownDeviation() / Math.sqrt(SESSIONS_PER_YEAR);
    double drift = instrument.drift() / SESSIONS_PER_YEAR - usual * usual / 2;
    int firstResult = (int) (chance.uniform() * SESSIONS_PER_QUARTER);
    double mispricing = 0;
    for (int i = 0; i < sessions; i++) {
      boolean collapsing =
          instrument.collapses() && i <= lastSession && i > lastSession - COLLAPSE_SESSIONS;
      double deviation = usual * nerves(market, i) * (collapsing ? COLLAPSE_NERVES : 1);
      double overnight = Math.sqrt(MarketFactor.OVERNIGHT_SHARE) * deviation * chance.fatTailed();
      if (instrument.isStock() && i % SESSIONS_PER_QUARTER == firstResult) {
        overnight += RESULT_DEVIATION * chance.fatTailed();
      }
      double before = mispricing;
      mispricing = MISPRICING_KEPT * before + instrument.mispricing() * deviation * chance.normal();
      double within = Math.sqrt(1 - MarketFactor.OVERNIGHT_SHARE) * deviation;
      moves.overnight()[i] = overnight;
      moves.intraday()[i] =
          drift
              + within * chance.fatTailed()
              + (mispricing - before)
              + (collapsing ? COLLAPSE_LOG_LOSS / COLLAPSE_SESSIONS : 0);
      moves.deviation()[i] = within;
    }
    return moves;
  }

  private static double nerves(Moves market, int i) {
    double calm = Math.sqrt(1 - MarketFactor.OVERNIGHT_SHARE) * MarketFactor.TYPICAL_DEVIATION;
    return Math.sqrt(market.deviation()[i] / calm);
  }
}

package milodex.sample;

/// Shares traded per session: sticky, larger when prices move, smaller on half days.
final class Volumes {

  private static final double KEPT = 0.8;
  private static final double NOISE = 0.2;
  private static final double HALF_DAY = 0.45;
  private static final double LOT = 100;
  private static final double MOST = 5e9;

  private Volumes() {}

  /// @param shares how many shares one share of the first session has become
  static double[] draw(
      Chance chance, Instrument instrument, Moves moves, double[] shares, Timeline timeline) {
    int n = shares.length;
    double[] volume = new double[n];
    double mood = 0;
    for (int i = 0; i < n; i++) {
      mood = KEPT * mood + NOISE * chance.normal();
      double move = Math.abs(moves.overnight()[i] + moves.intraday()[i]);
      double excitement = 0.7 + 0.3 * Math.min(move / moves.deviation()[i], 10);
      double day = timeline.sessions().get(i).earlyClose() ? HALF_DAY : 1;
      double traded = instrument.volume() * StrictMath.exp(mood) * excitement * day;
      double lots = Math.round(traded * shares[i] / shares[n - 1] / LOT);
      volume[i] = Math.clamp(lots * LOT, LOT, MOST);
    }
    return volume;
  }
}

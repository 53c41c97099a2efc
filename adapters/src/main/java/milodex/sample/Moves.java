package milodex.sample;

/// Logarithmic returns of one cause, session by session.
///
/// @param overnight from the close before to the open
/// @param intraday from the open to the close
/// @param deviation expected standard deviation of the intraday part
@SuppressWarnings("ArrayRecordComponent") // columns that are added, never compared
record Moves(double[] overnight, double[] intraday, double[] deviation) {

  static Moves none(int sessions) {
    return new Moves(new double[sessions], new double[sessions], new double[sessions]);
  }

  int size() {
    return intraday.length;
  }

  /// These moves and `share` times those of another, independent cause.
  Moves plus(double share, Moves cause) {
    Moves sum = none(size());
    for (int i = 0; i < size(); i++) {
      sum.overnight[i] = overnight[i] + share * cause.overnight[i];
      sum.intraday[i] = intraday[i] + share * cause.intraday[i];
      double other = share * cause.deviation[i];
      sum.deviation[i] = Math.sqrt(deviation[i] * deviation[i] + other * other);
    }
    return sum;
  }

  /// These moves, each session taking back `share` of what the session before did within itself.
  Moves snappingBack(double share) {
    double[] within = intraday.clone();
    for (int i = 1; i < size(); i++) {
      within[i] -= share * within[i - 1];
    }
    return new Moves(overnight, within, deviation);
  }
}

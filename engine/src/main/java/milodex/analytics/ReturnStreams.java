package milodex.analytics;

import milodex.statistics.Figure;

/// What luck is tested on: a trial's returns session by session, as they are and beside its market.
///
/// Cash earns nothing here, so `net` is also the return less cash on the invested share. The arrays
/// are of one length, shared and never copied.
///
/// @param session exchange dates as epoch days, rising
/// @param net the return of each session after costs
/// @param beside `net` less the average exposure × the return of the equal-weight buy-and-hold of
///     the same eligible universe: what is left when the market is taken away
@SuppressWarnings("ArrayRecordComponent") // columns are handed over, never compared
public record ReturnStreams(int[] session, double[] net, double[] beside) {

  /// @throws IllegalArgumentException if lengths differ or a return is not finite
  public ReturnStreams {
    if (net.length != session.length || beside.length != session.length) {
      throw new IllegalArgumentException(
          "%d sessions have %d net returns and %d beside the universe"
              .formatted(session.length, net.length, beside.length));
    }
    for (int i = 0; i < session.length; i++) {
      if (!Double.isFinite(net[i]) || !Double.isFinite(beside[i])) {
        throw new IllegalArgumentException("a return is finite, not so in session " + session[i]);
      }
    }
  }

  /// The streams of `curve` beside `universe`, the return of its universe in each session.
  ///
  /// @throws IllegalArgumentException if lengths differ or a return is not finite
  public static ReturnStreams of(EquityCurve curve, double[] universe) {
    double[] net = curve.returns();
    double exposure = Returns.mean(curve.exposures());
    double[] beside = new double[net.length];
    for (int i = 0; i < net.length; i++) {
      beside[i] = net[i] - exposure * universe[i];
    }
    return new ReturnStreams(curve.session(), net, beside);
  }

  /// How many sessions there are.
  public int sessions() {
    return session.length;
  }

  /// Sharpe ratio a year of the returns after costs.
  public Figure sharpe() {
    return Returns.sharpe(net);
  }
}
